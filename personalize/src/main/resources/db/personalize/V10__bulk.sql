-- The Parquet files that count, in the order in which they were imported.
create table personalize_bulk (
  number  integer primary key autoincrement,
  dataset text not null references personalize_resource (arn) on delete cascade,
  file    text not null unique,
  rows    integer not null
);

create index personalize_bulk_dataset on personalize_bulk (dataset, number);
