import type { Migration } from '../store/migration.ts';

/**
 * Results of audits that providers send with their filings, and the keys they are signed with. Both are only ever added to: a key is retired
 * once and stays, a bundle is never changed. A bundle is seen by whoever sees its filing, and by nobody else; what it says is sealed.
 */
export const audits: Migration = {
  id: '0008-audits',
  sql: `
create table audit_key (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  -- name+id+base64, as C2SP writes the key of a signed note
  vkey text not null,
  added_by text not null,
  added_at timestamptz not null,
  retired_by text,
  retired_at timestamptz,
  unique (organisation_id, vkey),
  check ((retired_by is null) = (retired_at is null))
);

create table audit_bundle (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  matter_id uuid not null references matter (id),
  hash char(64) not null,
  vkey text not null,
  -- the audited days; absent when files were audited and no log
  period_from date,
  period_to date,
  -- which log, how far it had come, and its root there
  origin text,
  tree_size bigint,
  root text,
  -- went-back: the log was longer in a bundle before; split: as long as before, and another
  doubt text check (doubt in ('went-back', 'split')),
  -- the signed note sealed under the organisation's key: nonce, tag, ciphertext
  key_id text not null,
  content bytea not null,
  size integer not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  unique (organisation_id, hash)
);
create index audit_bundle_of_matter on audit_bundle (matter_id, uploaded_at desc);
create index audit_bundle_of_log on audit_bundle (organisation_id, origin, tree_size desc) where origin is not null;

alter table audit_key enable row level security;
alter table audit_key force row level security;
alter table audit_bundle enable row level security;
alter table audit_bundle force row level security;

create policy owner_all on audit_key to current_user using (true) with check (true);
create policy owner_all on audit_bundle to current_user using (true) with check (true);

create policy audit_key_own on audit_key for all to suanjian_app
  using (scope_setting('side') = 'provider' and organisation_id::text = scope_setting('organisation'))
  with check (scope_setting('side') = 'provider' and organisation_id::text = scope_setting('organisation'));
create policy audit_bundle_seen on audit_bundle for select to suanjian_app
  using (exists (select from matter where matter.id = matter_id));
create policy audit_bundle_sent on audit_bundle for insert to suanjian_app with check (
  scope_setting('side') = 'provider' and organisation_id::text = scope_setting('organisation')
  and exists (select from matter where matter.id = matter_id and matter.kind = 'filing' and matter.owner = organisation_id)
);

grant select, insert on audit_key to suanjian_app;
grant update (retired_by, retired_at) on audit_key to suanjian_app;
grant select, insert on audit_bundle to suanjian_app;
`,
};
