import type { Migration } from '../store/migration.ts';

/**
 * Matters of joint teams. Of offices only the team stands towards such a matter: whoever was named finds its head, so that they can sign, and a
 * member what belongs to it. A reading that the owner is not yet told of is there for its reader alone until the last day has passed.
 */
export const teams: Migration = {
  id: '0013-teams',
  sql: `
alter table matter
  add column team text[],
  add column named text[],
  add column readings_deferred_until date;
create index matter_by_team on matter using gin (team) where team is not null;
create index matter_by_deferral on matter (owner) where readings_deferred_until is not null;

alter table reading add column deferred_until date;

-- As before, and for a team's matter its people instead of those who cover its place.
create function matter_is_seen(id uuid, owner uuid, place char(6), visible text[], team text[], named text[])
  returns boolean language plpgsql stable cost 10 as $$
declare
  side text := scope_setting('side');
begin
  case side
    when 'operator', 'clock' then return true;
    when 'provider' then return owner::text = scope_setting('organisation') and 'provider' = any (visible);
    when 'office' then
      if not 'office' = any (visible) then return false; end if;
      if team is null then return scope_covers(place); end if;
      return coalesce(scope_setting('account') = any (team), false) or coalesce(scope_setting('account') = any (named), false);
    when 'applicant' then return id::text = scope_setting('matter') and 'applicant' = any (visible);
    else return false;
  end case;
end
$$;
-- Whether somebody who sees the head of a matter may see what belongs to it.
create function matter_is_open(team text[]) returns boolean language sql stable as $$
  select team is null or scope_setting('side') <> 'office' or coalesce(scope_setting('account') = any (team), false)
$$;
drop policy matter_seen on matter;
create policy matter_seen on matter for select to suanjian_app using (matter_is_seen(id, owner, place, visible, team, named));
drop function matter_is_seen(uuid, uuid, char(6), text[]);

drop policy matter_moved on matter;
create policy matter_moved on matter for update to suanjian_app
  using (
    scope_setting('side') in ('operator', 'clock')
    or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation'))
    or (scope_setting('side') = 'office' and matter_is_seen(id, owner, place, visible, team, named))
    or (scope_setting('side') = 'applicant' and id::text = scope_setting('matter') and 'applicant' = any (visible))
  )
  with check (
    scope_setting('side') in ('operator', 'clock')
    or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation'))
    or (scope_setting('side') = 'office' and (
      scope_covers(place) or scope_setting('account') = any (team) or scope_setting('account') = any (named)
    ))
    or (scope_setting('side') = 'applicant' and id::text = scope_setting('matter'))
  );

drop policy event_seen on matter_event;
create policy event_seen on matter_event for select to suanjian_app
  using (exists (select from matter where matter.id = matter_id and matter_is_open(matter.team)));
drop policy clock_seen on clock;
create policy clock_seen on clock for select to suanjian_app
  using (exists (select from matter where matter.id = matter_id and matter_is_open(matter.team)));
drop policy clock_written on clock;
create policy clock_written on clock for all to suanjian_app
  using (exists (select from matter where matter.id = matter_id and matter_is_open(matter.team)))
  with check (exists (select from matter where matter.id = matter_id) or scope_setting('side') = 'public');
drop policy reading_seen on reading;
create policy reading_seen on reading for select to suanjian_app using (
  exists (select from matter where matter.id = matter_id and matter_is_open(matter.team))
  and (
    deferred_until is null
    or scope_setting('side') = 'operator'
    or account_id = scope_setting('account')
    or deferred_until < nullif(scope_setting('today'), '')::date
  )
);
drop policy matter_attachment_seen on matter_attachment;
create policy matter_attachment_seen on matter_attachment for select to suanjian_app
  using (exists (select from matter where matter.id = matter_id and matter_is_open(matter.team)));

-- Matters of teams that an account belongs to, for lists: row security keeps the planner from using the index, and judges what is found.
create function matters_of_team_member() returns setof uuid language sql stable security definer set search_path from current as
  $$ select id from matter where team is not null and (team @> array[scope_setting('account')] or named @> array[scope_setting('account')]) $$;
-- Where somebody works as an official: a team is made of several offices.
create function office_posts(account text)
  returns table (organisation uuid, level text, place char(6), department text, roles text[]) language sql stable security definer set search_path from current as $$
  select organisation.id, organisation.level, organisation.place, coalesce(organisation.department, ''), membership.roles
  from membership join organisation on organisation.id = membership.organisation_id
  where membership.account_id = account and organisation.kind = 'office' and organisation.level is not null
  order by organisation.id
$$;
-- Whether somebody belongs to an organisation or has acted for it: nobody inspects or judges what they had a part in.
create function has_acted_for(account text, company uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from membership where account_id = account and organisation_id = company) or exists (
    select from matter_event join matter on matter.id = matter_event.matter_id
    where matter.owner = company and actor ->> 'account' = account and actor ->> 'organisation' = company::text
  )
$$;
`,
};
