create table account (
  id      text    primary key,
  created integer not null
);

create table managed_policy (
  arn    text    primary key,
  owner  text    not null,
  name   text    not null collate nocase,
  path   text    not null,
  latest integer not null,
  shape  text    not null,
  unique (owner, name)
);

create table policy_version (
  policy_arn text    not null references managed_policy (arn) on delete cascade on update cascade,
  version    integer not null,
  is_default integer not null,
  created    integer not null,
  document   text    not null,
  primary key (policy_arn, version)
);

-- Users, groups and roles: IAM's identities. The shape is the SDK's User, Group or Role as JSON,
-- without what has a column or a table of its own.
create table identity (
  id       text primary key,
  kind     text not null check (kind in ('USER', 'GROUP', 'ROLE')),
  name     text not null collate nocase,
  path     text not null,
  boundary text references managed_policy (arn),
  shape    text not null,
  unique (kind, name)
);

create table membership (
  user_id  text not null references identity (id),
  group_id text not null references identity (id),
  primary key (user_id, group_id)
);
create index membership_of_group on membership (group_id);

create table inline_policy (
  identity_id text not null references identity (id),
  name        text not null collate nocase,
  document    text not null,
  primary key (identity_id, name)
);

create table attachment (
  identity_id text not null references identity (id),
  policy_arn  text not null references managed_policy (arn),
  primary key (identity_id, policy_arn)
);
create index attachment_of_policy on attachment (policy_arn);

-- The owner is a user's id, or the account's for the root user. Secrets are sealed under the master key.
create table access_key (
  id           text    primary key,
  owner        text    not null,
  status       text    not null,
  created      integer not null,
  secret       blob    not null,
  used         integer,
  used_region  text,
  used_service text
);
create index access_key_of_owner on access_key (owner);

create table session (
  access_key_id text    primary key,
  expires       integer not null,
  token_hash    blob    not null,
  secret        blob    not null,
  grants        text    not null
);
create index session_by_expiry on session (expires);
