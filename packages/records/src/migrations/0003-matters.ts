import type { Migration } from '../store/migration.ts';

/**
 * Event streams and what is projected from them. The head of a matter is the projection every policy rests on; events, clocks and readings
 * are seen by whoever sees the head. Streams are append-only: the application's role has no right to change or delete an event.
 */
export const matters: Migration = {
  id: '0003-matters',
  sql: `
create table matter (
  id uuid primary key,
  kind text not null,
  owner uuid references organisation (id),
  place char(6) not null,
  parent_kind text,
  parent_id uuid references matter (id),
  status text not null,
  final boolean not null,
  visible text[] not null,
  desk_side text,
  desk_level text,
  assignee text,
  title text not null,
  number char(21),
  technique text,
  grade text,
  terms text[] not null,
  position integer not null,
  head_hash char(64) not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null
);
create index matter_by_owner on matter (owner, kind, changed_at desc);
create index matter_by_desk on matter (desk_side, desk_level, kind, status);
create index matter_by_parent on matter (parent_id, kind) where parent_id is not null;
create index matter_by_terms on matter using gin (terms);
create unique index matter_number on matter (number) where kind = 'filing' and number is not null;

create table matter_event (
  matter_id uuid not null references matter (id),
  position integer not null check (position > 0),
  type text not null,
  payload jsonb not null,
  at timestamptz not null,
  civil_date date not null,
  actor jsonb not null,
  command text not null,
  edition text not null,
  reason text,
  previous_hash char(64) not null,
  hash char(64) not null,
  primary key (matter_id, position)
);

create table command_receipt (
  actor text not null,
  key text not null,
  request_hash char(64) not null,
  result jsonb not null,
  at timestamptz not null,
  primary key (actor, key)
);

create table clock (
  matter_id uuid not null references matter (id),
  name text not null,
  run integer not null,
  bearer text not null,
  clause text not null,
  edition text not null,
  event_on date not null,
  due_on date not null,
  provisional boolean not null,
  suspended boolean not null,
  ended_how text,
  ended_on date,
  -- every value the due date has had, oldest first: {receipt, at, calendar}
  receipts jsonb not null,
  primary key (matter_id, name, run)
);
create index clock_open_by_due on clock (due_on) where ended_on is null;

create table reading (
  id bigint generated always as identity primary key,
  matter_id uuid not null references matter (id),
  account_id text,
  organisation_id uuid,
  pointer text not null,
  secrecy text not null,
  position integer not null,
  at timestamptz not null
);
create index reading_of_matter on reading (matter_id, at desc);

create table filing_serial (
  subject_code char(7) not null,
  type_code char(2) not null,
  last integer not null,
  primary key (subject_code, type_code)
);

create table attachment (
  hash char(64) not null,
  organisation_id uuid not null references organisation (id),
  name text not null,
  size integer not null,
  type text not null,
  scanned text not null,
  -- sealed under the organisation's key: nonce, tag, ciphertext
  key_id text not null,
  content bytea not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  primary key (organisation_id, hash)
);

alter table matter enable row level security;
alter table matter force row level security;
alter table matter_event enable row level security;
alter table matter_event force row level security;
alter table clock enable row level security;
alter table clock force row level security;
alter table reading enable row level security;
alter table reading force row level security;
alter table command_receipt enable row level security;
alter table command_receipt force row level security;
alter table attachment enable row level security;
alter table attachment force row level security;

create policy owner_all on matter to current_user using (true) with check (true);
create policy owner_all on matter_event to current_user using (true) with check (true);
create policy owner_all on clock to current_user using (true) with check (true);
create policy owner_all on reading to current_user using (true) with check (true);
create policy owner_all on command_receipt to current_user using (true) with check (true);
create policy owner_all on attachment to current_user using (true) with check (true);

create policy matter_seen on matter for select to suanjian_app using (
  scope_setting('side') = 'operator'
  or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation') and 'provider' = any (visible))
  or (scope_setting('side') = 'office' and scope_covers(place) and 'office' = any (visible))
);
create policy matter_opened on matter for insert to suanjian_app with check (
  scope_setting('side') = 'operator'
  or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation'))
  or (scope_setting('side') = 'office' and scope_covers(place))
  or (scope_setting('side') = 'public' and owner is null)
);
create policy matter_moved on matter for update to suanjian_app
  using (
    scope_setting('side') = 'operator'
    or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation'))
    or (scope_setting('side') = 'office' and scope_covers(place) and 'office' = any (visible))
  )
  with check (
    scope_setting('side') = 'operator'
    or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation'))
    or (scope_setting('side') = 'office' and scope_covers(place))
  );

create policy event_seen on matter_event for select to suanjian_app
  using (exists (select from matter where matter.id = matter_id));
create policy event_appended on matter_event for insert to suanjian_app with check (
  exists (select from matter where matter.id = matter_id) or scope_setting('side') = 'public'
);
create policy clock_seen on clock for select to suanjian_app
  using (exists (select from matter where matter.id = matter_id));
create policy clock_written on clock for all to suanjian_app
  using (exists (select from matter where matter.id = matter_id))
  with check (exists (select from matter where matter.id = matter_id) or scope_setting('side') = 'public');
create policy reading_seen on reading for select to suanjian_app
  using (exists (select from matter where matter.id = matter_id));
create policy reading_added on reading for insert to suanjian_app
  with check (exists (select from matter where matter.id = matter_id));
create policy receipt_own on command_receipt for all to suanjian_app
  using (actor = scope_setting('account')) with check (actor = scope_setting('account'));
create policy attachment_own on attachment for all to suanjian_app
  using (scope_setting('side') = 'operator' or organisation_id::text = scope_setting('organisation'))
  with check (scope_setting('side') = 'operator' or organisation_id::text = scope_setting('organisation'));
create policy attachment_office on attachment for select to suanjian_app using (
  scope_setting('side') = 'office'
  and exists (select from organisation where organisation.id = organisation_id and scope_covers(organisation.place))
);

grant select, insert, update on matter to suanjian_app;
grant select, insert on matter_event to suanjian_app;
grant select, insert, update on clock to suanjian_app;
grant select, insert on reading to suanjian_app;
grant select, insert on command_receipt to suanjian_app;
grant select, insert on attachment to suanjian_app;

-- What a command must know across organisations, and no more than that: these run with the owner's rights.
-- All that is under way on a matter, also a provider's drafts: what ends a filing ends these with it, and tells nobody of them otherwise.
create function open_children(parent uuid) returns table (kind text, id uuid) language sql stable security definer set search_path from current as
  $$ select matter.kind, matter.id from matter where parent_id = parent and not final order by opened_at, matter.id $$;
create function number_holder(digits text) returns uuid language sql stable security definer set search_path from current as
  $$ select id from matter where kind = 'filing' and number = digits $$;
-- Names of organisations that acted on a matter one may see: an office's name is no secret, and a party knows the other.
create function organisation_names(ids uuid[]) returns table (id uuid, name text) language sql stable security definer set search_path from current as
  $$ select organisation.id, organisation.name from organisation where organisation.id = any (ids) $$;
create function credit_code_holder(code text) returns uuid language sql stable security definer set search_path from current as
  $$ select id from organisation where credit_code = code $$;
create function subject_code_taken(code text) returns boolean language sql stable security definer set search_path from current as
  $$ select exists (select from organisation where subject_code = code) $$;
create function take_serial(subject text, type text, floor integer) returns integer language sql volatile security definer set search_path from current as $$
  insert into filing_serial values (subject, type, floor + 1)
  on conflict (subject_code, type_code) do update set last = greatest(filing_serial.last, floor) + 1
  returning last
$$;
`,
};
