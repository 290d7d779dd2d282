import { sql } from 'kysely';
import type { EmbeddedStore } from '@suanjian/records';
import { composeCreditCode } from '@suanjian/register';

export const bureau = '00000000-0000-4000-8000-00000000b001';
export const company = '00000000-0000-4000-8000-00000000c001';
export const reviewer = 'reviewer-1';
export const companyName = '示例公司 1';
export const creditCode = composeCreditCode({ place: '330106', organisation: 'MAEXAMP8' });

export const filings = 10_000;
export const complaints = 200_000;
/** Matters of teams to which somebody is named. */
const inspections = 60;
export const named = 'named-1';
/** In other provinces: what row security leaves out. */
const elsewhere = 40_000;
const companies = 40;

/** The office, its companies, and people who want their mails. */
const organisations = (store: EmbeddedStore): Promise<unknown> =>
  store.asOwner(async (transaction) => {
    await sql`
      insert into organisation (id, kind, name, place, level, department, created_at, credit_code, subject_code, registered)
      select ('00000000-0000-4000-8000-00000000c' || lpad(n::text, 3, '0'))::uuid, 'provider', '示例公司 ' || n, '330106', null, null, now(), case when n = 1 then ${creditCode} else null end, null, true
      from generate_series(1, ${companies}::int) n
      union all select ${bureau}::uuid, 'office', '示例浙江算法办', '330000', 'province', 'network', now(), null, null, false`.execute(
      transaction,
    );
  });

/**
 * Heads and clocks as the service projects them, of years gone by: filings that are filed or wait, complaints that are over or wait for the office. Written
 * straight into the tables: lists read nothing else. None of their clocks runs any more.
 */
const heads = (store: EmbeddedStore): Promise<unknown> =>
  store.asOwner(async (transaction) => {
    await sql`
      insert into matter (id, kind, owner, place, status, final, visible, desk_side, desk_level, assignee, title, number, technique, grade, terms, position, head_hash, opened_at, changed_at, next_due)
      select ('00000000-0000-4000-8001-' || lpad(to_hex(n), 12, '0'))::uuid, 'filing',
        ('00000000-0000-4000-8000-00000000c' || lpad((1 + n % ${companies})::text, 3, '0'))::uuid, '330106',
        (array['filed', 'filed', 'filed', 'returned', 'cancelled'])[1 + n % 5], n % 5 = 4, array['provider', 'office'],
        'provider', null, case when n % 41 = 1 then ${reviewer} else null end,
        '示例算法 ' || n, '3301' || lpad(n::text, 17, '0'), (array['ranking-selection', 'personalised-push'])[1 + n % 2], (array['I', 'II', 'III', null])[1 + n % 4],
        array['示例', '例算', '算法', 'f' || (n % 500)], 5, repeat('0', 64),
        timestamptz '2022-03-01' + make_interval(mins => (n::bigint * 7919 % 2000000)::int), timestamptz '2022-04-01' + make_interval(mins => (n::bigint * 7919 % 2000000)::int), null
      from generate_series(1, ${filings}::int) n`.execute(transaction);
    await sql`
      insert into matter (id, kind, owner, place, status, final, visible, desk_side, desk_level, assignee, title, terms, position, head_hash, opened_at, changed_at, next_due)
      select ('00000000-0000-4000-8002-' || lpad(to_hex(n), 12, '0'))::uuid, 'complaint',
        ('00000000-0000-4000-8000-00000000c' || lpad((1 + n % ${companies})::text, 3, '0'))::uuid,
        case when n > ${complaints} then '440106' else '330106' end,
        (array['closed', 'closed', 'closed', 'closed', 'with-office', 'escalated', 'closed', 'closed', 'with-provider', 'closed'])[1 + n % 10], n % 10 not in (4, 5, 8), array['provider', 'office', 'applicant'],
        case n % 10 when 4 then 'office' when 5 then 'office' when 8 then 'provider' else null end, case when n % 10 in (4, 5) then 'province' else null end,
        case when n % 97 = 1 then ${reviewer} else null end,
        '同物不同价 ' || n, array['投诉', 'k' || (n % 12), 'x' || (n % 5000)], 3, repeat('0', 64),
        timestamptz '2022-03-01' + make_interval(mins => (n::bigint * 7919 % 2000000)::int), timestamptz '2022-03-02' + make_interval(mins => (n::bigint * 7919 % 2000000)::int), null
      from generate_series(1, ${complaints + elsewhere}::int) n`.execute(transaction);
    await sql`
      insert into clock (matter_id, name, run, bearer, clause, edition, event_on, due_on, provisional, suspended, ended_how, ended_on, receipts)
      select id, 'toAnswer', 1, case kind when 'filing' then 'office' else 'provider' end, case kind when 'filing' then 'final/25' else 'final/22' end, 'final',
        opened_at::date, opened_at::date + 40, false, false, 'stopped', opened_at::date + (position * 9), '[]'::jsonb
      from matter where kind = 'filing' or final`.execute(transaction);
  });

/** Inspections whose teams are being made: of half of them somebody has to undertake first. */
export const teams = (store: EmbeddedStore): Promise<unknown> =>
  store.asOwner(async (transaction) => {
    await sql`
      insert into matter (id, kind, owner, place, status, final, visible, desk_side, desk_level, assignee, title, terms, position, head_hash, opened_at, changed_at, next_due, team, named)
      select ('00000000-0000-4000-8003-' || lpad(to_hex(n), 12, '0'))::uuid, 'inspection', ${company}::uuid, '330106', 'preparing', false, array['office'],
        'office', 'province', null, '监督检查 ' || n, array['监督'], 3, repeat('0', 64), timestamptz '2026-01-01' + make_interval(mins => n), timestamptz '2026-02-01' + make_interval(mins => n), null,
        array['head-' || (n % 3)], case when n % 2 = 0 then array[${named}] else array[]::text[] end
      from generate_series(1, ${inspections}::int) n`.execute(transaction);
  });

export const analyzed = async (store: EmbeddedStore): Promise<void> => {
  for (const table of ['matter', 'matter_event', 'clock', 'organisation', 'notice', 'deadline_notice'])
    await sql`analyze ${sql.table(table)}`.execute(store.database);
};

export const fill = async (store: EmbeddedStore): Promise<void> => {
  await organisations(store);
  await heads(store);
  await teams(store);
};
