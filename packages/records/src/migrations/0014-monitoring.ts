import type { Migration } from '../store/migration.ts';

/**
 * Monitoring (opinions/7, 10): what is watched, in versions; the figures of each provider and month, sealed; warnings with what is behind
 * them, sealed; what was done about them, only ever added to. The figures are the server's own; warnings are seen by the offices of the
 * place, and by the provider once an office has shared them.
 */
export const monitoring: Migration = {
  id: '0014-monitoring',
  sql: `
create table monitoring_indicator (
  id text not null,
  version integer not null,
  status text not null check (status in ('shadow', 'live', 'retired')),
  definition jsonb not null,
  created_at timestamptz not null,
  primary key (id, version)
);
create unique index monitoring_indicator_live on monitoring_indicator (id) where status = 'live';

create table monitoring_decision (
  number bigint generated always as identity primary key,
  indicator_id text not null,
  version integer not null,
  action text not null check (action in ('proposed', 'replayed', 'live', 'retired')),
  account_id text not null,
  organisation_id uuid references organisation (id),
  reason text not null check (reason <> ''),
  -- of a replay: what the version would have done over the past
  replay jsonb,
  at timestamptz not null,
  foreign key (indicator_id, version) references monitoring_indicator (id, version),
  check ((action = 'replayed') = (replay is not null))
);

create table monitoring_month (
  organisation_id uuid not null references organisation (id),
  month char(7) not null,
  -- figures of the month, sealed under the organisation's key: nonce, tag, ciphertext
  key_id text not null,
  content bytea not null,
  primary key (organisation_id, month)
);

create table monitoring_run (
  day date primary key,
  at timestamptz not null,
  -- bundles that came in up to here have been read
  seen_until timestamptz not null,
  tested integer not null,
  warned integer not null,
  silenced integer not null,
  continued integer not null
);

create table monitoring_warning (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  filing_id uuid references matter (id),
  place char(6) not null,
  indicator_id text not null,
  version integer not null,
  subject text not null,
  day date not null,
  last_day date not null,
  status text not null check (status in ('new', 'looked-into', 'acted-on', 'dismissed')),
  shared_at timestamptz,
  key_id text not null,
  content bytea not null,
  created_at timestamptz not null,
  foreign key (indicator_id, version) references monitoring_indicator (id, version)
);
create index monitoring_warning_by_day on monitoring_warning (day desc, id);
create index monitoring_warning_of on monitoring_warning (organisation_id, indicator_id, subject);

create table monitoring_silence (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  place char(6) not null,
  indicator_id text not null,
  subject text not null,
  from_day date not null,
  until_day date not null,
  ended_at timestamptz,
  -- never open-ended
  check (until_day between from_day and from_day + 92)
);
create index monitoring_silence_of on monitoring_silence (organisation_id, indicator_id, subject);

create table monitoring_act (
  number bigint generated always as identity primary key,
  warning_id uuid references monitoring_warning (id),
  silence_id uuid references monitoring_silence (id),
  action text not null check (action in (
    'raised', 'continued', 'read', 'looked-into', 'acted-on', 'dismissed', 'reopened', 'shared', 'linked', 'silenced', 'silence-ended'
  )),
  account_id text,
  organisation_id uuid references organisation (id),
  reason text,
  matter_kind text,
  matter_id uuid references matter (id),
  at timestamptz not null,
  check (warning_id is not null or silence_id is not null),
  check ((action = 'linked') = (matter_id is not null)),
  check (action in ('raised', 'continued', 'read') or reason <> '')
);
create index monitoring_act_of_warning on monitoring_act (warning_id, number);

alter table monitoring_indicator enable row level security;
alter table monitoring_indicator force row level security;
alter table monitoring_decision enable row level security;
alter table monitoring_decision force row level security;
alter table monitoring_month enable row level security;
alter table monitoring_month force row level security;
alter table monitoring_run enable row level security;
alter table monitoring_run force row level security;
alter table monitoring_warning enable row level security;
alter table monitoring_warning force row level security;
alter table monitoring_silence enable row level security;
alter table monitoring_silence force row level security;
alter table monitoring_act enable row level security;
alter table monitoring_act force row level security;

create policy owner_all on monitoring_indicator to current_user using (true) with check (true);
create policy owner_all on monitoring_decision to current_user using (true) with check (true);
create policy owner_all on monitoring_month to current_user using (true) with check (true);
create policy owner_all on monitoring_run to current_user using (true) with check (true);
create policy owner_all on monitoring_warning to current_user using (true) with check (true);
create policy owner_all on monitoring_silence to current_user using (true) with check (true);
create policy owner_all on monitoring_act to current_user using (true) with check (true);

create policy monitoring_indicator_seen on monitoring_indicator for select to suanjian_app
  using (scope_setting('side') in ('office', 'operator'));
create policy monitoring_indicator_kept on monitoring_indicator for all to suanjian_app
  using (scope_setting('side') = 'operator' or (scope_setting('side') = 'office' and scope_setting('level') = 'nation'))
  with check (scope_setting('side') = 'operator' or (scope_setting('side') = 'office' and scope_setting('level') = 'nation'));
create policy monitoring_decision_seen on monitoring_decision for select to suanjian_app
  using (scope_setting('side') in ('office', 'operator'));
create policy monitoring_decision_made on monitoring_decision for insert to suanjian_app with check (
  account_id = scope_setting('account')
  and (scope_setting('side') = 'operator' or (scope_setting('side') = 'office' and scope_setting('level') = 'nation'))
);
create policy monitoring_run_seen on monitoring_run for select to suanjian_app
  using (scope_setting('side') in ('office', 'operator'));
create policy monitoring_warning_seen on monitoring_warning for select to suanjian_app using (
  scope_setting('side') = 'operator'
  or (scope_setting('side') = 'office' and scope_covers(place))
  or (scope_setting('side') = 'provider' and organisation_id::text = scope_setting('organisation') and shared_at is not null)
);
create policy monitoring_warning_triaged on monitoring_warning for update to suanjian_app
  using (scope_setting('side') = 'office' and scope_covers(place))
  with check (scope_setting('side') = 'office' and scope_covers(place));
create policy monitoring_silence_of_place on monitoring_silence for all to suanjian_app
  using (scope_setting('side') = 'operator' or (scope_setting('side') = 'office' and scope_covers(place)))
  with check (scope_setting('side') = 'office' and scope_covers(place));
create policy monitoring_act_seen on monitoring_act for select to suanjian_app using (
  (scope_setting('side') in ('office', 'operator') and (
    exists (select from monitoring_warning where monitoring_warning.id = warning_id)
    or exists (select from monitoring_silence where monitoring_silence.id = silence_id)
  ))
  or (
    scope_setting('side') = 'provider' and action = 'shared'
    and exists (select from monitoring_warning where monitoring_warning.id = warning_id)
  )
);
create policy monitoring_act_done on monitoring_act for insert to suanjian_app with check (
  scope_setting('side') = 'office' and account_id = scope_setting('account')
  and organisation_id::text = scope_setting('organisation')
  and (warning_id is null or exists (select from monitoring_warning where monitoring_warning.id = warning_id))
  and (silence_id is null or exists (select from monitoring_silence where monitoring_silence.id = silence_id))
);

grant select, insert on monitoring_indicator to suanjian_app;
grant update (status) on monitoring_indicator to suanjian_app;
grant select, insert on monitoring_decision to suanjian_app;
grant select on monitoring_run to suanjian_app;
grant select on monitoring_warning to suanjian_app;
grant update (status, shared_at) on monitoring_warning to suanjian_app;
grant select, insert on monitoring_silence to suanjian_app;
grant update (ended_at) on monitoring_silence to suanjian_app;
grant select, insert on monitoring_act to suanjian_app;
`,
};
