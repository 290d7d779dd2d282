import { sql } from 'kysely';
import type { EmbeddedStore } from '@suanjian/records';

export const company = '00000000-0000-4000-8000-00000000c001';
export const bureau = '00000000-0000-4000-8000-00000000b001';

/**
 * Heads and clocks of complaints as the service projects them, spread over years, companies, provinces, states and desks. Written straight into the
 * tables: lists read nothing else.
 */
export const fill = async (store: EmbeddedStore, complaints: number): Promise<void> => {
  const at = '2026-01-01T00:00:00.000Z';
  await store.asOwner(async (transaction) => {
    await sql`
      insert into organisation (id, kind, name, place, level, department, created_at, credit_code, subject_code)
      select ('00000000-0000-4000-8000-00000000c' || lpad(n::text, 3, '0'))::uuid, 'provider', '公司 ' || n, case when n % 4 = 1 then '330106' else '110101' end,
        null, null, ${at}::timestamptz, null, null
      from generate_series(1, 20) n
      union all select ${bureau}::uuid, 'office', '浙江办公室', '330000', 'province', 'network', ${at}::timestamptz, null, null`.execute(
      transaction,
    );
    await sql`
      insert into matter (id, kind, owner, place, status, final, visible, desk_side, desk_level, assignee, title, terms, position, head_hash, opened_at, changed_at, next_due)
      select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'complaint',
        ('00000000-0000-4000-8000-00000000c' || lpad((1 + n % 20)::text, 3, '0'))::uuid,
        case when (1 + n % 20) % 4 = 1 then '330106' else '110101' end,
        (array['with-provider', 'with-office', 'answered', 'decided', 'closed'])[1 + n % 5], n % 5 >= 3, array['provider', 'office', 'applicant'],
        case n % 5 when 0 then 'provider' when 1 then 'office' else null end, case n % 5 when 1 then 'province' else null end,
        case when n % 97 = 1 then 'reviewer-1' else null end,
        '投诉 ' || n, array['投诉', 'k' || (n % 12), 'x' || (n % 5000)], 3, repeat('0', 64),
        timestamptz '2022-03-01' + make_interval(mins => (n::bigint * 7919 % 2000000)::int), timestamptz '2022-03-02' + make_interval(mins => (n::bigint * 7919 % 2000000)::int),
        case when n % 5 < 2 then date '2026-01-01' + (n * 31 % 400) else null end
      from generate_series(1, ${complaints}::int) n`.execute(transaction);
    await sql`
      insert into clock (matter_id, name, run, bearer, clause, edition, event_on, due_on, provisional, suspended, receipts)
      select id, 'toAnswer', 1, 'provider', 'final/22', 'final', next_due - 15, next_due, false, false, '[]'::jsonb from matter where next_due is not null`.execute(
      transaction,
    );
  });
  for (const table of ['matter', 'clock', 'organisation'])
    await sql`analyze ${sql.table(table)}`.execute(store.database);
};
