import { commitmentOf } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import { soundRows } from '../export/sound-rows.ts';
import { checkAuthority, recordTaking, type Authority } from '../extract/extract.ts';
import { rowsWhere, type FoundRows } from '../extract/find-rows.ts';
import type { FamilyName } from '../families/families.ts';
import type { DecisionLog } from '../ingest/decision-log.ts';
import { LogFault } from '../journal/log-fault.ts';
import type { StoreReader } from '../store/store.ts';
import { explainRequest, type Explanation } from './explain-request.ts';
import { numberOf, wordOf, type KeptRow } from './kept-row.ts';

export interface ExplainWish {
  /** The request's id, or an order's number. */
  readonly request: string;
  /** Only the slots of this item, out of a long slate. */
  readonly item?: string;
}

export interface Explained extends Explanation {
  /** How many rows were taken out for it. */
  readonly rows: number;
  /** The leaf that says so. */
  readonly leaf: number;
}

/** The rows as they stand in the log, each held against its leaf. */
const kept = async (log: DecisionLog, found: readonly FoundRows[]): Promise<readonly KeptRow[]> => {
  const rows: KeptRow[] = [];
  for (const { entry, rows: numbers } of found) {
    const lines = (await soundRows(log.view, entry)).toString().split('\n');
    const { day, batch, family } = entry.leaf;
    for (const row of numbers) {
      const value: unknown = JSON.parse(lines[row] ?? 'null');
      if (typeof value === 'object' && value !== null)
        rows.push({ family: family as FamilyName, row: { ...value }, source: { day, batch, row, leaf: entry.index } });
    }
  }
  return rows;
};

const countOf = (found: readonly FoundRows[]): number => found.reduce((sum, { rows }) => sum + rows.length, 0);

const distinct = (rows: readonly KeptRow[], name: string): readonly string[] => [
  ...new Set(rows.map((row) => wordOf(row, name)).filter((value) => value !== undefined)),
];

/**
 * Explains a request from the log: its rows, what its person had chosen by then, and what had been done to what was shown. That rows are taken out
 * stands in the evidence before anything of them is told. Throws `LogFault`: `invalid` where nobody answers for it or nothing is kept.
 */
export const explainFromLog = async (
  log: DecisionLog,
  store: StoreReader,
  authority: Authority,
  { request, item }: ExplainWish,
): Promise<Explained> => {
  checkAuthority(authority);
  await log.flush();
  const { index } = log.view;
  const where = (family: FamilyName, condition: string, parameters: Parameters<typeof rowsWhere>[4]) =>
    rowsWhere(index, store, family, condition, parameters);
  const ofItem = item === undefined ? '' : ' AND item = {item:String}';
  const named = { request, ...(item === undefined ? {} : { item }) };
  const asked = [
    ...(await where('exposure', `request = {request:String}${ofItem}`, named)),
    ...(await where('quote', `request = {request:String}${ofItem}`, named)),
    ...(item === undefined ? await where('dispatch', 'order = {request:String}', { request }) : []),
  ];
  if (asked.length === 0)
    throw new LogFault(
      'invalid',
      text(
        '日志中没有留存这个请求或订单的记录：编号可能有误，或者已超过留存期限。',
        'The log keeps no record of this request or order: the id may be wrong, or its time of keeping is over.',
      ),
    );
  const results = await kept(log, asked);
  const until = Math.min(...results.map((row) => numberOf(row, 'time') ?? Number.MAX_SAFE_INTEGER));
  const before = 'toUnixTimestamp64Milli(time) <= {until:Int64}';
  const controls = await where('control', `user IN {users:Array(String)} AND ${before}`, {
    users: distinct(results, 'user'),
    until,
  });
  const interventions = await where('intervention', `intervention IN {ids:Array(String)} AND ${before}`, {
    ids: distinct(results, 'intervention'),
    until,
  });
  const disposals = await where('disposal', `item IN {items:Array(String)} AND ${before}`, {
    items: distinct(results, 'item'),
    until,
  });
  const all = [...asked, ...controls, ...interventions, ...disposals];
  const families = [...new Set(all.map(({ entry }) => entry.leaf.family))];
  const rows = countOf(all);
  const scope = { by: 'request', commitment: commitmentOf(request), families } as const;
  const { at } = await recordTaking(log, authority, scope, rows);
  const around = await kept(log, [...controls, ...interventions, ...disposals]);
  return { ...explainRequest([...results, ...around]), rows, leaf: at };
};
