import type { Migration } from '../store/migration.ts';

/**
 * What an office asks all day. Who sees a matter, as before, with the question that lists ask for every row first and written out: it takes a third
 * of the time. The clocks of an office's calendar by one question with the owner's rights that asks of each matter what the policies ask, because
 * under them every matter was looked at before the few whose clocks run.
 */
export const officeDay: Migration = {
  id: '0019-office-day',
  sql: `
create or replace function matter_is_seen(id uuid, owner uuid, place char(6), visible text[], team text[], named text[])
  returns boolean language plpgsql stable cost 10 as $$
declare
  side text := current_setting('suanjian.side', true);
begin
  if side = 'office' and team is null then
    return 'office' = any (visible) and coalesce(case current_setting('suanjian.level', true)
      when 'nation' then true
      when 'province' then left(place, 2) = left(current_setting('suanjian.place', true), 2)
      when 'city' then left(place, 4) = left(current_setting('suanjian.place', true), 4)
      else false
    end, false);
  end if;
  case side
    when 'operator', 'clock' then return true;
    when 'provider', 'industry-body' then return owner::text = scope_setting('organisation') and side = any (visible);
    when 'office' then
      return 'office' = any (visible)
        and (coalesce(scope_setting('account') = any (team), false) or coalesce(scope_setting('account') = any (named), false));
    when 'applicant' then return id::text = scope_setting('matter') and 'applicant' = any (visible);
    else return false;
  end case;
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
`,
};
