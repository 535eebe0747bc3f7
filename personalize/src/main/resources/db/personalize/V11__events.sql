-- The events that came through PutEvents, in the order in which they were acknowledged.
create table personalize_event (
  number   integer primary key autoincrement,
  dataset  text not null references personalize_resource (arn) on delete cascade,
  user     text,
  session  text not null,
  who      text generated always as (coalesce(user, session)) virtual,
  item     text not null,
  type     text not null,
  value    real,
  time     integer not null,
  event_id text,
  details  text not null
);

create index personalize_event_who on personalize_event (dataset, who, number);
create index personalize_event_id on personalize_event (dataset, event_id, number) where event_id is not null;
