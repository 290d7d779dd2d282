import type { Migration } from '../store/migration.ts';

/**
 * An industry body stands towards what is its own as a provider does towards what is the provider's: it sees it where the definition says so,
 * and opens and moves it. It stands towards nothing else. Which body runs under a name is as public as the standards it publishes.
 */
export const industryBodies: Migration = {
  id: '0018-industry-bodies',
  sql: `
create or replace function matter_is_seen(id uuid, owner uuid, place char(6), visible text[], team text[], named text[])
  returns boolean language plpgsql stable cost 10 as $$
declare
  side text := scope_setting('side');
begin
  case side
    when 'operator', 'clock' then return true;
    when 'provider', 'industry-body' then return owner::text = scope_setting('organisation') and side = any (visible);
    when 'office' then
      if not 'office' = any (visible) then return false; end if;
      if team is null then return scope_covers(place); end if;
      return coalesce(scope_setting('account') = any (team), false) or coalesce(scope_setting('account') = any (named), false);
    when 'applicant' then return id::text = scope_setting('matter') and 'applicant' = any (visible);
    else return false;
  end case;
end
$$;

-- Beside the policies for providers and offices; what one of them allows is allowed.
create policy matter_opened_by_body on matter for insert to suanjian_app
  with check (scope_setting('side') = 'industry-body' and owner::text = scope_setting('organisation'));
create policy matter_moved_by_body on matter for update to suanjian_app
  using (scope_setting('side') = 'industry-body' and owner::text = scope_setting('organisation'))
  with check (scope_setting('side') = 'industry-body' and owner::text = scope_setting('organisation'));

create function industry_body_named(wanted text) returns table (id uuid, place char(6)) language sql stable security definer set search_path from current as
  $$ select organisation.id, organisation.place from organisation where kind = 'industry-body' and name = wanted order by organisation.id limit 1 $$;
`,
};
