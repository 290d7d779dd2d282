import type { Migration } from '../store/migration.ts';

/**
 * The public register: what anybody may find. It holds nothing that is not public, so it has no row security (which would make the
 * planner pass over the text indexes); the application's role may read it and write it only through a matter's publication.
 *
 * Search reads the columns before `content`; `content` and `terms` are the widest and, by the low toast target, stored apart from
 * the row, so that walking over thousands of candidates stays cheap. `terms` also holds each record's facet values and its bucket
 * (see register/terms.ts): every narrowing is a question to one index.
 *
 * `register_cell` counts records by all facets at once and `register_subject` by subject; triggers keep them, so no path of writing
 * can leave them wrong, and figures and unfiltered pages never count the register.
 */
export const register: Migration = {
  id: '0004-register',
  sql: `
create table register_record (
  -- 21 digits; for a printed number that breaks the rules, its digits as printed
  number text collate "C" primary key,
  display text not null,
  algorithm_name text not null,
  name_key text not null,
  subject text not null,
  subject_key text not null,
  product_key text not null,
  -- the keys of name, subject, products and purpose, with a space between
  search_text text not null,
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
  year char(4) not null generated always as (substr(first_month, 1, 4)) stored,
  filed_on date,
  changed_on date,
  flagged boolean not null,
  revision integer not null,
  content jsonb not null,
  content_hash char(64) not null,
  terms text[] not null,
  sort_key text collate "C" not null
) with (toast_tuple_target = 1024);
create index register_record_terms on register_record using gin (terms) with (gin_pending_list_limit = 256);
create index register_record_name on register_record (name_key);
create index register_record_subject on register_record (subject_key);
create index register_record_month on register_record (first_month desc, number);
create index register_record_sort on register_record (sort_key, number);
create index register_record_series on register_record (substr(number, 7, 9), substr(number, 18, 3)) where length(number) = 21;

create table register_version (
  number text collate "C" not null references register_record (number) on delete cascade,
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

create table register_cell (
  technique text not null,
  province char(2) not null,
  status text not null,
  month char(7) not null,
  role text not null,
  list text not null,
  flagged boolean not null,
  records integer not null,
  primary key (technique, province, status, month, role, list, flagged)
);

create table register_subject (
  subject_key text primary key,
  records integer not null
);

create function register_count() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then
    insert into register_cell as cell
      select technique, province, status, first_month, coalesce(role, ''), coalesce(list, ''), flagged, count(*)::int
      from added group by 1, 2, 3, 4, 5, 6, 7
      on conflict (technique, province, status, month, role, list, flagged) do update set records = cell.records + excluded.records;
    insert into register_subject as subject select subject_key, count(*)::int from added group by 1
      on conflict (subject_key) do update set records = subject.records + excluded.records;
  end if;
  if tg_op <> 'INSERT' then
    insert into register_cell as cell
      select technique, province, status, first_month, coalesce(role, ''), coalesce(list, ''), flagged, -count(*)::int
      from removed group by 1, 2, 3, 4, 5, 6, 7
      on conflict (technique, province, status, month, role, list, flagged) do update set records = cell.records + excluded.records;
    insert into register_subject as subject select subject_key, -count(*)::int from removed group by 1
      on conflict (subject_key) do update set records = subject.records + excluded.records;
  end if;
  return null;
end $$;
create trigger register_record_added after insert on register_record
  referencing new table as added for each statement execute function register_count();
create trigger register_record_changed after update on register_record
  referencing old table as removed new table as added for each statement execute function register_count();
create trigger register_record_removed after delete on register_record
  referencing old table as removed for each statement execute function register_count();

grant select on register_record, register_version, register_import, register_cell, register_subject to suanjian_app;
grant insert, update on register_record to suanjian_app;
grant insert on register_version to suanjian_app;
`,
};
