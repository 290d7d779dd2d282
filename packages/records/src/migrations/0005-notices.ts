import type { Migration } from '../store/migration.ts';

/**
 * The outbox is written in the command's transaction; a ticker turns its rows into notices and deliveries, so that a receiver that is away
 * never holds up a command.
 */
export const notices: Migration = {
  id: '0005-notices',
  sql: `
create table outbox (
  id bigint generated always as identity primary key,
  matter_id uuid not null references matter (id),
  position integer not null,
  organisation_id uuid,
  office_level text,
  place char(6) not null,
  subject jsonb not null,
  body jsonb not null,
  created_at timestamptz not null,
  handled_at timestamptz
);
create index outbox_waiting on outbox (id) where handled_at is null;

create table notice (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references organisation (id),
  matter_id uuid not null references matter (id),
  matter_kind text not null,
  position integer not null,
  -- what it was made from: whatever happens twice, an organisation hears of it once
  cause text not null,
  subject jsonb not null,
  body jsonb not null,
  created_at timestamptz not null,
  unique (organisation_id, cause)
);
create index notice_of_organisation on notice (organisation_id, id desc);

-- Which warnings of a clock were given: one for each due date the clock has had.
create table deadline_notice (
  matter_id uuid not null references matter (id),
  clock text not null,
  run integer not null,
  due_on date not null,
  stage text not null check (stage in ('5', '2', '0', 'lapsed')),
  at timestamptz not null,
  primary key (matter_id, clock, run, due_on, stage)
);

-- What a member wishes; without a row mail is wanted, in Chinese.
create table notice_preference (
  account_id text not null,
  organisation_id uuid not null references organisation (id),
  mail boolean not null,
  language text not null check (language in ('zh', 'en')),
  primary key (account_id, organisation_id)
);

create table notice_read (
  notice_id bigint not null references notice (id),
  account_id text not null,
  at timestamptz not null,
  primary key (notice_id, account_id)
);

create table delivery (
  id bigint generated always as identity primary key,
  notice_id bigint not null references notice (id),
  channel text not null check (channel in ('mail', 'webhook')),
  -- the account that is mailed, or the webhook; addresses are looked up when something is sent
  target text not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  -- until then one server is at it; afterwards it is taken to have stopped
  claimed_until timestamptz,
  delivered_at timestamptz,
  abandoned_at timestamptz,
  last_fault text,
  unique (notice_id, channel, target)
);
create index delivery_waiting on delivery (next_attempt_at) where delivered_at is null and abandoned_at is null;
create index delivery_of_target on delivery (channel, target, id desc);

create table webhook (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  address text not null,
  secret jsonb not null,
  active boolean not null default true,
  created_by text not null,
  created_at timestamptz not null
);

create table calendar_import (
  id bigint generated always as identity primary key,
  version text not null unique,
  content jsonb not null,
  actor text not null,
  at timestamptz not null
);

alter table outbox enable row level security;
alter table outbox force row level security;
alter table notice enable row level security;
alter table notice force row level security;
alter table notice_read enable row level security;
alter table notice_read force row level security;
alter table deadline_notice enable row level security;
alter table deadline_notice force row level security;
alter table notice_preference enable row level security;
alter table notice_preference force row level security;
alter table delivery enable row level security;
alter table delivery force row level security;
alter table webhook enable row level security;
alter table webhook force row level security;

create policy owner_all on outbox to current_user using (true) with check (true);
create policy owner_all on notice to current_user using (true) with check (true);
create policy owner_all on notice_read to current_user using (true) with check (true);
create policy owner_all on deadline_notice to current_user using (true) with check (true);
create policy owner_all on notice_preference to current_user using (true) with check (true);
create policy owner_all on delivery to current_user using (true) with check (true);
create policy owner_all on webhook to current_user using (true) with check (true);

create policy outbox_added on outbox for insert to suanjian_app with check (true);
create policy notice_own on notice for select to suanjian_app using (organisation_id::text = scope_setting('organisation'));
create policy notice_read_own on notice_read for all to suanjian_app
  using (account_id = scope_setting('account'))
  with check (account_id = scope_setting('account') and exists (select from notice where notice.id = notice_id));
create policy notice_preference_own on notice_preference for all to suanjian_app
  using (account_id = scope_setting('account') and organisation_id::text = scope_setting('organisation'))
  with check (account_id = scope_setting('account') and organisation_id::text = scope_setting('organisation'));
create policy delivery_seen on delivery for select to suanjian_app
  using (exists (select from notice where notice.id = notice_id));
create policy webhook_own on webhook for all to suanjian_app
  using (organisation_id::text = scope_setting('organisation')) with check (organisation_id::text = scope_setting('organisation'));

grant insert on outbox to suanjian_app;
grant select on notice to suanjian_app;
grant select, insert on notice_read to suanjian_app;
grant select, insert, update on notice_preference to suanjian_app;
grant select on delivery to suanjian_app;
grant select, insert, update, delete on webhook to suanjian_app;
grant select on calendar_import to suanjian_app;
`,
};
