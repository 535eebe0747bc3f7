create table job (
  id integer primary key autoincrement,
  kind text not null,
  subject text not null,
  state text not null check (state in ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED')),
  attempts integer not null default 0,
  stopping integer not null default 0,
  lease text not null default '',
  heartbeat integer not null default 0,
  fraction real not null default 0,
  doing text not null default '',
  failure text not null default '',
  created integer not null,
  started integer,
  ended integer
);
create index job_open on job (state, id) where state in ('PENDING', 'RUNNING');
create index job_of_subject on job (kind, subject, id);
