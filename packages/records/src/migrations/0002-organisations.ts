import type { Migration } from '../store/migration.ts';

/**
 * Organisations, who belongs to them, and the settings every policy reads. An office is a department at a level over a place.
 * Policies read `suanjian.*` settings that `inScope` sets for one transaction; an unset one is the empty string and matches nothing.
 * The owner of the tables gets its own policies, so that FORCE holds for everybody and system work still runs.
 */
export const organisations: Migration = {
  id: '0002-organisations',
  sql: `
create function scope_setting(name text) returns text language sql stable as
  $$ select coalesce(current_setting('suanjian.' || name, true), '') $$;

create function scope_covers(place text) returns boolean language sql stable as $$
  select case scope_setting('level')
    when 'nation' then true
    when 'province' then left(place, 2) = left(scope_setting('place'), 2)
    when 'city' then left(place, 4) = left(scope_setting('place'), 4)
    else false
  end
$$;

create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('provider', 'office', 'industry-body')),
  name text not null,
  place char(6) not null,
  level text check (level in ('nation', 'province', 'city')),
  department text,
  credit_code text unique,
  registered boolean not null default false,
  subject_code char(7) unique,
  demonstration boolean not null default false,
  created_at timestamptz not null,
  check ((kind = 'office') = (level is not null))
);

create table membership (
  account_id text not null,
  organisation_id uuid not null references organisation (id),
  roles text[] not null,
  since timestamptz not null,
  primary key (account_id, organisation_id)
);
create index membership_of_organisation on membership (organisation_id);

create table invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  email text not null,
  roles text[] not null,
  token_hash text not null unique,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);

alter table organisation enable row level security;
alter table organisation force row level security;
alter table membership enable row level security;
alter table membership force row level security;
alter table invitation enable row level security;
alter table invitation force row level security;

create policy owner_all on organisation to current_user using (true) with check (true);
create policy owner_all on membership to current_user using (true) with check (true);
create policy owner_all on invitation to current_user using (true) with check (true);

create policy organisation_seen on organisation for select to suanjian_app using (
  scope_setting('side') = 'operator'
  or id::text = scope_setting('organisation')
  or kind = 'office'
  or (scope_setting('side') = 'office' and scope_covers(place))
);
create policy organisation_changed on organisation for update to suanjian_app
  using (scope_setting('side') = 'operator' or (scope_setting('side') = 'office' and scope_covers(place)) or id::text = scope_setting('organisation'))
  with check (scope_setting('side') in ('operator', 'office') or id::text = scope_setting('organisation'));
create policy membership_seen on membership for select to suanjian_app using (
  scope_setting('side') = 'operator' or organisation_id::text = scope_setting('organisation') or account_id = scope_setting('account')
);
create policy membership_changed on membership for all to suanjian_app
  using (scope_setting('side') = 'operator' or organisation_id::text = scope_setting('organisation'))
  with check (scope_setting('side') = 'operator' or organisation_id::text = scope_setting('organisation'));
create policy invitation_own on invitation for all to suanjian_app
  using (scope_setting('side') = 'operator' or organisation_id::text = scope_setting('organisation'))
  with check (scope_setting('side') = 'operator' or organisation_id::text = scope_setting('organisation'));

grant select, update on organisation to suanjian_app;
grant select, insert, update, delete on membership to suanjian_app;
grant select, insert, update on invitation to suanjian_app;
`,
};
