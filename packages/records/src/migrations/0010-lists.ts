import type { Migration } from '../store/migration.ts';

/**
 * Lists that cost what they show, however many matters there are. The date that runs out first stands on the head, so that the order of a list
 * is the order of an index. Row security keeps the planner from using the index of search terms; a function with the owner's rights
 * finds candidates by it, and the policies judge them.
 */
export const lists: Migration = {
  id: '0010-lists',
  sql: `
alter table matter add column next_due date;
update matter set next_due = (select min(due_on) from clock where clock.matter_id = matter.id and clock.ended_on is null);

create index matter_open_by_due on matter (next_due asc nulls last, changed_at desc, id) where not final;
create index matter_queue on matter (desk_side, desk_level, next_due asc nulls last, changed_at desc, id) where not final;
create index matter_open_by_change on matter (changed_at desc, id) where not final;
create index matter_by_change on matter (changed_at desc, id);
create index matter_by_opening on matter (opened_at, id);
create index matter_by_kind_due on matter (kind, next_due asc nulls last, changed_at desc, id) where not final;
create index matter_by_kind_change on matter (kind, status, changed_at desc, id);
create index matter_by_place on matter (place, next_due asc nulls last, changed_at desc, id) where not final;
create index matter_by_owner_due on matter (owner, next_due asc nulls last, changed_at desc, id) where not final;
create index matter_by_assignee on matter (assignee, next_due asc nulls last) where assignee is not null;

-- Who sees a matter, as before. Written out in the policy, the planner took it to leave next to nothing of a table and sorted all of it for a page of
-- fifty; of a function it assumes a third, and walks the index.
create function matter_is_seen(id uuid, owner uuid, place char(6), visible text[]) returns boolean language plpgsql stable cost 10 as $$
declare
  side text := scope_setting('side');
begin
  case side
    -- The clock acts only through commands that name it; what it may do is said there.
    when 'operator', 'clock' then return true;
    when 'provider' then return owner::text = scope_setting('organisation') and 'provider' = any (visible);
    when 'office' then return 'office' = any (visible) and scope_covers(place);
    when 'applicant' then return id::text = scope_setting('matter') and 'applicant' = any (visible);
    else return false;
  end case;
end
$$;
drop policy matter_seen on matter;
create policy matter_seen on matter for select to suanjian_app using (matter_is_seen(id, owner, place, visible));

drop policy matter_moved on matter;
create policy matter_moved on matter for update to suanjian_app
  using (
    scope_setting('side') in ('operator', 'clock')
    or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation'))
    or (scope_setting('side') = 'office' and scope_covers(place) and 'office' = any (visible))
    or (scope_setting('side') = 'applicant' and id::text = scope_setting('matter') and 'applicant' = any (visible))
  )
  with check (
    scope_setting('side') in ('operator', 'clock')
    or (scope_setting('side') = 'provider' and owner::text = scope_setting('organisation'))
    or (scope_setting('side') = 'office' and scope_covers(place))
    or (scope_setting('side') = 'applicant' and id::text = scope_setting('matter'))
  );

create function matters_with_terms(tokens text[], most integer) returns setof uuid language sql stable security definer set search_path from current as
  $$ select id from matter where terms @> tokens limit most $$;
`,
};
