import type { Migration } from '../store/migration.ts';

/**
 * What people without an account bring and follow. Of a follower's code only a digest is kept; a code opens one matter and nothing beside it.
 * Files they add are kept with the matter, sealed under the person's own key there. Keys that a matter gives up are written down in its
 * transaction and destroyed after it, by whoever comes first, so that neither a crash nor a rollback leaves the wrong one.
 */
export const redress: Migration = {
  id: '0009-redress',
  sql: `
create table follow_code (
  code_hash char(64) primary key,
  matter_id uuid not null unique references matter (id)
);

create table matter_attachment (
  matter_id uuid not null references matter (id),
  hash char(64) not null,
  name text not null,
  size integer not null,
  type text not null,
  scanned text not null,
  -- sealed under the person's key in the matter: nonce, tag, ciphertext
  key_id text not null,
  content bytea not null,
  added_at timestamptz not null,
  primary key (matter_id, hash)
);

create table key_erasure (
  matter_id uuid not null references matter (id),
  person text not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  primary key (matter_id, person, asked_at)
);
create index key_erasure_open on key_erasure (asked_at) where done_at is null;

-- Where openings by the public came from, as a keyed digest that nobody can turn back and that is forgotten after a day.
create table intake (
  origin char(64) not null,
  kind text not null,
  at timestamptz not null
);
create index intake_by_origin on intake (origin, kind, at);

alter table follow_code enable row level security;
alter table follow_code force row level security;
alter table matter_attachment enable row level security;
alter table matter_attachment force row level security;
alter table key_erasure enable row level security;
alter table key_erasure force row level security;
alter table intake enable row level security;
alter table intake force row level security;

create policy owner_all on follow_code to current_user using (true) with check (true);
create policy owner_all on matter_attachment to current_user using (true) with check (true);
create policy owner_all on key_erasure to current_user using (true) with check (true);
create policy owner_all on intake to current_user using (true) with check (true);

create policy follow_code_given on follow_code for insert to suanjian_app with check (scope_setting('side') = 'public');
create policy matter_attachment_seen on matter_attachment for select to suanjian_app
  using (exists (select from matter where matter.id = matter_id));
create policy matter_attachment_added on matter_attachment for insert to suanjian_app
  with check (exists (select from matter where matter.id = matter_id) or scope_setting('side') = 'public');
create policy key_erasure_asked on key_erasure for insert to suanjian_app
  with check (exists (select from matter where matter.id = matter_id));
create policy intake_public on intake for all to suanjian_app
  using (scope_setting('side') = 'public') with check (scope_setting('side') = 'public');

grant insert on follow_code to suanjian_app;
grant select, insert on matter_attachment to suanjian_app;
grant insert on key_erasure to suanjian_app;
grant select, insert on intake to suanjian_app;

drop policy matter_seen on matter;
create policy matter_seen on matter for select to suanjian_app using (
  scope_setting('side') = 'operator'
  or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation') and 'provider' = any (visible))
  or (scope_setting('side') = 'office' and scope_covers(place) and 'office' = any (visible))
  or (scope_setting('side') = 'applicant' and id::text = scope_setting('matter') and 'applicant' = any (visible))
);
drop policy matter_opened on matter;
create policy matter_opened on matter for insert to suanjian_app with check (
  scope_setting('side') = 'operator'
  or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation'))
  or (scope_setting('side') = 'office' and scope_covers(place))
  -- what the public opens about somebody is followed by who opened it
  or (scope_setting('side') = 'public' and (owner is null or 'applicant' = any (visible)))
);
drop policy matter_moved on matter;
create policy matter_moved on matter for update to suanjian_app
  using (
    scope_setting('side') = 'operator'
    or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation'))
    or (scope_setting('side') = 'office' and scope_covers(place) and 'office' = any (visible))
    or (scope_setting('side') = 'applicant' and id::text = scope_setting('matter') and 'applicant' = any (visible))
  )
  with check (
    scope_setting('side') = 'operator'
    or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation'))
    or (scope_setting('side') = 'office' and scope_covers(place))
    or (scope_setting('side') = 'applicant' and id::text = scope_setting('matter'))
  );

-- Whose algorithm stands under a number, and which provider runs under a name: public facts of the register and of registered providers.
create function number_owner(digits text) returns table (owner uuid, place char(6)) language sql stable security definer set search_path from current as
  $$ select matter.owner, matter.place from matter where kind = 'filing' and number = digits $$;
create function provider_named(wanted text) returns table (id uuid, place char(6)) language sql stable security definer set search_path from current as
  $$ select organisation.id, organisation.place from organisation where kind = 'provider' and registered and name = wanted order by organisation.id limit 1 $$;
`,
};
