import type { Migration } from '../store/migration.ts';

/**
 * Visits to the providers' own sites. A visit is only ever added, by the server itself, and seen by whoever sees the filing; a screenshot lies
 * sealed under the provider's key. `site_watch` says when a filing is visited next, and which server is at it.
 */
export const siteChecks: Migration = {
  id: '0011-site-checks',
  sql: `
create table site_watch (
  matter_id uuid primary key references matter (id),
  next_at timestamptz not null,
  -- a server that ended in between lets go by this
  claimed_until timestamptz,
  asked_at timestamptz
);
create index site_watch_due on site_watch (next_at);

create table site_visit (
  id uuid primary key,
  matter_id uuid not null references matter (id),
  organisation_id uuid not null references organisation (id),
  address text not null,
  at timestamptz not null,
  asked_by text not null,
  way text not null check (way in ('browser', 'without-script')),
  -- why nothing could be read; absent when the page was read
  fault text,
  number_shown boolean,
  link_shown boolean,
  notice text check (notice in ('shown', 'linked', 'absent')),
  notice_address text,
  -- a PNG sealed under the organisation's key: nonce, tag, ciphertext
  key_id text,
  screenshot bytea,
  check ((fault is null) = (number_shown is not null)),
  check ((fault is null) = (link_shown is not null)),
  check ((fault is null) = (notice is not null)),
  check ((key_id is null) = (screenshot is null))
);
create index site_visit_of_matter on site_visit (matter_id, at desc, id);

alter table site_watch enable row level security;
alter table site_watch force row level security;
alter table site_visit enable row level security;
alter table site_visit force row level security;

create policy owner_all on site_watch to current_user using (true) with check (true);
create policy owner_all on site_visit to current_user using (true) with check (true);

create policy site_watch_seen on site_watch for select to suanjian_app
  using (scope_setting('side') in ('provider', 'office', 'operator') and exists (select from matter where matter.id = matter_id));
create policy site_visit_seen on site_visit for select to suanjian_app
  using (scope_setting('side') in ('provider', 'office', 'operator') and exists (select from matter where matter.id = matter_id));

grant select on site_watch to suanjian_app;
grant select on site_visit to suanjian_app;
`,
};
