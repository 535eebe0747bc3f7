-- Every resource of the control plane: its ARN, and the shape that AWS's Describe operation answers, as JSON.
create table personalize_resource (
  number   integer primary key autoincrement,
  arn      text not null unique,
  kind     text not null,
  region   text not null,
  account  text not null,
  name     text not null,
  parent   text,
  document text not null
);

create index personalize_resource_listing on personalize_resource (kind, account, region, number);
create index personalize_resource_children on personalize_resource (parent, kind, number);

create table personalize_tag (
  arn      text not null references personalize_resource (arn) on delete cascade,
  position integer not null,
  key      text not null,
  value    text not null,
  primary key (arn, key)
);
