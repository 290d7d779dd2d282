import type { Migration } from '../store/migration.ts';

/**
 * The public register: what anybody may find. It holds nothing that is not public, so it has no row security (which would make the
 * planner pass over the text indexes); the application's role may read it and write it only through a matter's publication.
 */
export const register: Migration = {
  id: '0004-register',
  sql: `
create table register_record (
  -- 21 digits; for a printed number that breaks the rules, its digits as printed
  number text primary key,
  display text not null,
  algorithm_name text not null,
  name_key text not null,
  subject text not null,
  subject_key text not null,
  technique text not null,
  type_code char(2) not null,
  role text,
  place char(6) not null,
  province char(2) not null,
  status text not null check (status in ('filed', 'cancelled', 'revoked')),
  origin text not null check (origin in ('announcement', 'filing')),
  matter_id uuid,
  list text,
  first_month char(7) not null,
  filed_on date,
  changed_on date,
  flagged boolean not null,
  revision integer not null,
  content jsonb not null,
  content_hash char(64) not null,
  terms text[] not null,
  sort_key text not null
);
create index register_record_terms on register_record using gin (terms);
create index register_record_name on register_record (name_key);
create index register_record_subject on register_record (subject_key);
create index register_record_month on register_record (first_month desc, number);
create index register_record_sort on register_record (sort_key, number);
create index register_record_facets on register_record (technique, province, status, first_month);

create table register_version (
  number text not null references register_record (number) on delete cascade,
  version integer not null,
  content jsonb not null,
  entry jsonb not null,
  at timestamptz not null,
  primary key (number, version)
);

create table register_import (
  id bigint generated always as identity primary key,
  file_hash char(64) not null,
  summary jsonb not null,
  actor text not null,
  at timestamptz not null
);

grant select on register_record, register_version, register_import to suanjian_app;
grant insert, update on register_record to suanjian_app;
grant insert on register_version to suanjian_app;
`,
};
