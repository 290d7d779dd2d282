import type { Migration } from '../store/migration.ts';

/**
 * What an office asks all day. Who sees a matter, as before, as one expression that policies take in instead of calling a function for every row; said
 * as a `case`, of which the planner assumes a half: of the same conditions side by side it assumes next to nothing, and sorts instead of walking.
 * What stands beside a page, and the clocks of an office's calendar, by one question each with the owner's rights that asks of each row what the policies
 * ask: under them that was asked again for every name and every clock, and planned each time.
 */
export const officeDay: Migration = {
  id: '0019-office-day',
  sql: `
-- Whoever is not an official before a matter without a team: as before, and called, because policies that carry it along take longer to plan.
create function matter_is_seen_otherwise(id uuid, owner uuid, visible text[], team text[], named text[])
  returns boolean language plpgsql stable cost 10 as $$
declare
  side text := current_setting('suanjian.side', true);
begin
  case side
    -- The clock acts only through commands that name it; what it may do is said there.
    when 'operator', 'clock' then return true;
    when 'provider', 'industry-body' then return owner::text = scope_setting('organisation') and side = any (visible);
    when 'office' then
      return 'office' = any (visible) and team is not null
        and (coalesce(scope_setting('account') = any (team), false) or coalesce(scope_setting('account') = any (named), false));
    when 'applicant' then return id::text = scope_setting('matter') and 'applicant' = any (visible);
    else return false;
  end case;
end
$$;
create or replace function matter_is_seen(id uuid, owner uuid, place char(6), visible text[], team text[], named text[])
  returns boolean language sql stable as $$
  select case
    when team is null and current_setting('suanjian.side', true) = 'office' then 'office' = any (visible) and
      case current_setting('suanjian.level', true)
        when 'province' then left(place, 2) = left(current_setting('suanjian.place', true), 2)
        when 'city' then left(place, 4) = left(current_setting('suanjian.place', true), 4)
        when 'nation' then true
        else false
      end
    else matter_is_seen_otherwise(id, owner, visible, team, named)
  end
$$;

-- Who sees an organisation, as before, said once for the policy and for what stands beside a page.
create function organisation_is_seen(id uuid, kind text, place char(6)) returns boolean language sql stable as $$
  select scope_setting('side') = 'operator'
    or id::text = scope_setting('organisation')
    or kind = 'office'
    or (scope_setting('side') = 'office' and scope_covers(place))
$$;
drop policy organisation_seen on organisation;
create policy organisation_seen on organisation for select to suanjian_app using (organisation_is_seen(id, kind, place));

-- Whose matters are, and what is due of them first. Of what somebody may not see it tells nothing. Planned once, from ids to rows, so that a plan made
-- while a store is small is good when it has grown.
create function matters_beside(ids uuid[])
  returns table (matter uuid, owner_name text, clock_name text, due_on date, bearer text, provisional boolean, suspended boolean, clause text)
  language plpgsql stable security definer set search_path from current set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return query
    select matter.id, organisation.name, due.name, due.due_on, due.bearer, due.provisional, due.suspended, due.clause
    from matter
    left join organisation on organisation.id = matter.owner
      and organisation_is_seen(organisation.id, organisation.kind, organisation.place)
    left join lateral (
      select clock.* from clock
      where clock.matter_id = matter.id and clock.ended_on is null and matter.next_due is not null and matter_is_open(matter.team)
      order by clock.due_on limit 1
    ) due on true
    where matter.id = any (ids)
      and matter_is_seen(matter.id, matter.owner, matter.place, matter.visible, matter.team, matter.named);
end
$$;

create function office_clocks(office_level text, most integer)
  returns table (matter uuid, kind text, status text, title text, changed_at timestamptz, name text, run integer, clause text, event_on date, due_on date, provisional boolean)
  language sql stable security definer set search_path from current as $$
  select matter.id, matter.kind, matter.status, matter.title, matter.changed_at, clock.name, clock.run, clock.clause, clock.event_on, clock.due_on, clock.provisional
  from clock join matter on matter.id = clock.matter_id
  where clock.ended_on is null and not clock.suspended and clock.bearer = 'office'
    and coalesce(case when matter.desk_side = 'office' then matter.desk_level end, 'province') = office_level
    and matter_is_seen(matter.id, matter.owner, matter.place, matter.visible, matter.team, matter.named) and matter_is_open(matter.team)
  order by clock.due_on, matter.id, clock.name, clock.run limit most
$$;

-- Lists of one kind in their orders; and of teams the few matters, which an office sees wherever they are.
create index matter_of_kind_by_change on matter (kind, changed_at desc, id);
create index matter_of_kind_by_opening on matter (kind, opened_at, id);
create index matter_of_status_by_opening on matter (kind, status, opened_at, id);
create index matter_of_teams on matter (changed_at desc, id) where team is not null;
drop function matters_of_team_member();

-- How many matters hold a word decides how they are found, word by word.
alter function matters_with_terms(text[], integer) set plan_cache_mode = force_custom_plan;

-- Words are found where they belong: an embedded store has nobody who would come by and sort in what was put aside.
alter index matter_by_terms set (fastupdate = off);
select gin_clean_pending_list('matter_by_terms');
`,
};
