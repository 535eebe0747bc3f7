create table guest (name text primary key, wish text not null);
