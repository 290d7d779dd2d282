import { methodOf } from '@suanjian/audit';
import { clopperPearsonInterval, judge, reducedRows, requestOf } from '@suanjian/audit/testing';
import type { LogStore } from '@suanjian/decision-log';
import type { Planted, PowerDesign } from './design.ts';

export interface PowerPoint {
  readonly rows: number;
  /** The planted effect as a multiple of the materiality. */
  readonly size: number;
  readonly tables: number;
  readonly failed: number;
}

export interface PowerResult {
  readonly design: Pick<PowerDesign, 'method' | 'title' | 'materiality'>;
  readonly points: readonly PowerPoint[];
}

interface Ask {
  readonly rows: number;
  readonly size: number;
  readonly tables: number;
}

/** What is promised, with enough tables to see it. */
export const promised: readonly Ask[] = [
  { rows: 100_000, size: 1.5, tables: 60 },
  { rows: 1_000_000, size: 1.1, tables: 10 },
];

/** The rest of the curves. */
const others: readonly Ask[] = [
  ...[0.5, 0.9, 1.1, 1.5, 2, 3].map((size) => ({ rows: 10_000, size, tables: 40 })),
  ...[0.5, 0.9, 1.1, 2].map((size) => ({ rows: 100_000, size, tables: 10 })),
];

export const neededPower = 0.95;

/** Whether a power seen in so many tables shows that the true one lies below what is promised. */
export const tooFew = ({ failed, tables }: PowerPoint): boolean =>
  clopperPearsonInterval({ successes: failed, trials: tables }, 0.95).high < neededPower;

const level = 0.95;

const fill = async (
  { writer }: Pick<LogStore, 'writer'>,
  { columns, more }: PowerDesign,
  planted: Planted,
  tables: number,
): Promise<string> => {
  const full = 'log.power_tables';
  const count = planted.rows + (more?.(planted) ?? 0);
  const listed = Object.entries(columns(planted)).map(([name, sql]) => `${sql} AS ${name}`);
  await writer.command(`DROP TABLE IF EXISTS ${full} SYNC`);
  await writer.command(`CREATE TABLE ${full} ENGINE = MergeTree ORDER BY tuple() AS
    SELECT concat('t', toString(unit)) AS table_no, ${listed.join(', ')}
    FROM (SELECT intDiv(row_no, ${count}) AS unit, row_no % ${count} AS number FROM (SELECT number AS row_no FROM numbers(${count * tables})))`);
  return full;
};

const ask = async (store: LogStore, design: PowerDesign, { rows, size, tables }: Ask): Promise<PowerPoint> => {
  const method = methodOf(design.method);
  if (method === undefined) throw new Error(`no method ${design.method}`);
  const table = await fill(store, design, { effect: size * design.materiality, rows }, tables);
  const request = await requestOf(store.auditor, method, table, { ...design.asking, by: ['table_no'] });
  const judging = method.judging(request);
  if (judging.materiality !== design.materiality)
    throw new Error(`${design.method} takes ${judging.materiality} as material, not ${design.materiality}`);
  const estimations = method.estimate(await reducedRows(store.auditor, method, request), request, { seed: 1 });
  const failed = estimations.filter(({ estimate, interval, scale, decided }) => {
    if (decided !== undefined || scale === 'none') return decided?.verdict === 'fail';
    const [low, high] = interval(level) ?? [Number.NaN, Number.NaN];
    return judge({ estimate, interval: { low, high } }, { scale, ...judging }).verdict === 'fail';
  });
  return { rows, size, tables, failed: failed.length };
};

export const measurePower = async (store: LogStore, design: PowerDesign): Promise<PowerResult> => {
  const points: PowerPoint[] = [];
  for (const one of [...promised, ...others]) points.push(await ask(store, design, one));
  const { method, title, materiality } = design;
  return {
    design: { method, title, materiality },
    points: points.toSorted((one, other) => one.rows - other.rows || one.size - other.size),
  };
};
