import type { Migration } from '../store/migration.ts';

/**
 * Accounts, sessions and second factors belong to the owner of the schema alone: the application's role has neither a right nor a policy on them, so
 * that no page can read them whatever its query says. `account_event` tells who changed what about accounts and memberships; nobody changes or
 * deletes a line of it.
 */
export const accounts: Migration = {
  id: '0006-accounts',
  sql: `
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth_session (
  id text primary key,
  token text not null unique,
  user_id text not null references auth_user (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_session_of_user on auth_session (user_id);

create table auth_credential (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index auth_credential_of_user on auth_credential (user_id);

create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_verification_by_identifier on auth_verification (identifier);
create index auth_verification_by_end on auth_verification (expires_at);

create table auth_two_factor (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  user_id text not null unique references auth_user (id) on delete cascade,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index auth_two_factor_by_secret on auth_two_factor (secret);

create table auth_passkey (
  id text primary key,
  name text,
  public_key text not null,
  user_id text not null references auth_user (id) on delete cascade,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamptz,
  aaguid text
);
create index auth_passkey_of_user on auth_passkey (user_id);

do $$
declare name text;
begin
  foreach name in array array['auth_user', 'auth_session', 'auth_credential', 'auth_verification', 'auth_two_factor', 'auth_passkey'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', name);
    execute format('revoke all on %I from public, suanjian_app', name);
  end loop;
end $$;

create table account_event (
  id bigint generated always as identity primary key,
  organisation_id uuid references organisation (id),
  account_id text,
  actor text not null,
  type text not null,
  details jsonb not null default '{}'::jsonb,
  at timestamptz not null
);
create index account_event_of_organisation on account_event (organisation_id, id desc) where organisation_id is not null;
create index account_event_of_account on account_event (account_id, id desc) where account_id is not null;

create function account_event_is_kept() returns trigger language plpgsql as
  $$ begin raise exception 'account events are only ever added' using errcode = 'insufficient_privilege'; end $$;
create trigger account_event_is_kept before update or delete or truncate on account_event
  for each statement execute function account_event_is_kept();

alter table account_event enable row level security;
alter table account_event force row level security;
create policy owner_all on account_event to current_user using (true) with check (true);
create policy account_event_seen on account_event for select to suanjian_app using (
  scope_setting('side') = 'operator' or organisation_id::text = scope_setting('organisation') or account_id = scope_setting('account')
);
create policy account_event_added on account_event for insert to suanjian_app with check (
  actor = scope_setting('account')
  and (scope_setting('side') = 'operator' or organisation_id::text = scope_setting('organisation'))
);
grant select, insert on account_event to suanjian_app;
`,
};
