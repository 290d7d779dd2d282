import type { Migration } from '../store/migration.ts';

/**
 * The secret address of a membership's calendar. Only a digest of its token is kept; the token itself is made again from a key outside the
 * database and the generation, so that its owner can look it up and a copy of the database opens no calendar.
 */
export const calendarFeeds: Migration = {
  id: '0007-calendar-feeds',
  sql: `
create table calendar_feed (
  account_id text not null,
  organisation_id uuid not null references organisation (id),
  generation integer not null,
  token_hash char(64) not null unique,
  created_at timestamptz not null,
  primary key (account_id, organisation_id)
);

alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy owner_all on calendar_feed to current_user using (true) with check (true);
create policy calendar_feed_own on calendar_feed for all to suanjian_app
  using (account_id = scope_setting('account') and organisation_id::text = scope_setting('organisation'))
  with check (account_id = scope_setting('account') and organisation_id::text = scope_setting('organisation'));
grant select, insert, update on calendar_feed to suanjian_app;
`,
};
