import type { Migration } from '../store/migration.ts';

/**
 * A warning is linked to what was opened from it, and only whoever sees that matter sees the link: what a team plans leaves no trace elsewhere.
 * A silence is one office's own: it keeps what it covers from that office, which alone can end it, and from no other department.
 */
export const monitoringLinks: Migration = {
  id: '0017-monitoring-links',
  sql: `
alter table monitoring_act
  drop constraint monitoring_act_action_check,
  drop constraint monitoring_act_check1,
  drop constraint monitoring_act_check2,
  add constraint monitoring_act_action_check check (action in (
    'raised', 'continued', 'read', 'looked-into', 'acted-on', 'dismissed', 'reopened', 'shared', 'linked', 'opened', 'silenced', 'silence-ended'
  )),
  add constraint monitoring_act_matter check ((action in ('linked', 'opened')) = (matter_id is not null)),
  add constraint monitoring_act_reason check (action in ('raised', 'continued', 'read', 'opened') or reason <> '');

drop policy monitoring_act_seen on monitoring_act;
create policy monitoring_act_seen on monitoring_act for select to suanjian_app using (
  (
    scope_setting('side') in ('office', 'operator')
    and (
      exists (select from monitoring_warning where monitoring_warning.id = warning_id)
      or exists (select from monitoring_silence where monitoring_silence.id = silence_id)
    )
    and (matter_id is null or exists (select from matter where matter.id = matter_id))
  )
  or (
    scope_setting('side') = 'provider' and action = 'shared'
    and exists (select from monitoring_warning where monitoring_warning.id = warning_id)
  )
);

alter table monitoring_silence add column office_id uuid references organisation (id);
update monitoring_silence set office_id = (
  select organisation_id from monitoring_act where silence_id = monitoring_silence.id and action = 'silenced' order by number limit 1
);
alter table monitoring_silence alter column office_id set not null;

drop policy monitoring_silence_of_place on monitoring_silence;
create policy monitoring_silence_of_place on monitoring_silence for select to suanjian_app
  using (scope_setting('side') = 'operator' or (scope_setting('side') = 'office' and scope_covers(place)));
create policy monitoring_silence_set on monitoring_silence for insert to suanjian_app with check (
  scope_setting('side') = 'office' and scope_covers(place) and office_id::text = scope_setting('organisation')
);
create policy monitoring_silence_ended on monitoring_silence for update to suanjian_app
  using (scope_setting('side') = 'office' and scope_covers(place) and office_id::text = scope_setting('organisation'))
  with check (scope_setting('side') = 'office' and scope_covers(place) and office_id::text = scope_setting('organisation'));

-- What began while the office had silenced the series and has not gone on beyond it; a silence that was ended early hides nothing.
create function is_silenced_here(company uuid, indicator text, subject text, first date, last date) returns boolean language sql stable as $$
  select exists (
    select from monitoring_silence as silence
    where silence.office_id::text = scope_setting('organisation') and silence.organisation_id = company
      and silence.indicator_id = indicator and silence.subject = is_silenced_here.subject
      and silence.ended_at is null and first >= silence.from_day and last <= silence.until_day
  )
$$;
drop policy monitoring_warning_seen on monitoring_warning;
create policy monitoring_warning_seen on monitoring_warning for select to suanjian_app using (
  scope_setting('side') = 'operator'
  or (
    scope_setting('side') = 'office' and scope_covers(place)
    and not is_silenced_here(organisation_id, indicator_id, subject, day, last_day)
  )
  or (scope_setting('side') = 'provider' and organisation_id::text = scope_setting('organisation') and shared_at is not null)
);
`,
};
