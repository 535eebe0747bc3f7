-- Documents are the JSON of AWS's own model classes; keys are ordered by their UTF-8 bytes, as
-- S3 lists them (SQLite's default collation).

create table bucket (
  name text primary key,
  region text not null,
  created_at integer not null, -- epoch milliseconds
  tags text                    -- Tagging
) without rowid;

create table object (
  id integer primary key,
  bucket text not null references bucket (name),
  key text not null,
  document text not null,      -- HeadObjectResponse
  tags text,                   -- Tagging
  unique (bucket, key)
);

-- The bytes of an object: one part, or as many as the multipart upload that made it had.
create table object_part (
  object integer not null references object (id) on delete cascade,
  number integer not null,
  blob text not null unique,
  size integer not null,
  document text not null,      -- Part
  primary key (object, number)
) without rowid;

create table upload (
  id text primary key,
  bucket text not null references bucket (name),
  key text not null,
  initiated_at integer not null, -- epoch milliseconds
  initiator text not null,       -- Initiator
  request text not null          -- CreateMultipartUploadRequest
) without rowid;

create index upload_by_key on upload (bucket, key, id);

create table upload_part (
  upload text not null references upload (id) on delete cascade,
  number integer not null,
  blob text not null unique,
  size integer not null,
  document text not null,      -- Part
  primary key (upload, number)
) without rowid;
