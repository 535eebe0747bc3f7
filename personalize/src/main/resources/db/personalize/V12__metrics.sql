-- The offline metrics of solution versions.
create table personalize_metric (
  version text not null references personalize_resource (arn) on delete cascade,
  name    text not null,
  value   real not null,
  primary key (version, name)
);
