import type { Text } from '@suanjian/rulebook';
import type { Estimation, Expression, ReducedRow, ReportedValue } from '../../engine/method.ts';
import { MethodFault } from './fault.ts';
import { countName, leftOutName, type LeftOutRule } from './reduction.ts';
import { countIn, textIn } from './rows.ts';
import { byName } from './sql.ts';

/** The rows of one combination of the `by` values. */
export interface Unit {
  readonly by: Readonly<Record<string, string>>;
  readonly rows: readonly ReducedRow[];
  /** What was left out and why, counted. */
  readonly notes: readonly Text[];
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Rows parted by the `by` columns, in the order of their values; one empty unit when there is no row at all. */
export const groupedByUnit = (
  rows: readonly ReducedRow[],
  by: readonly Expression[],
): readonly { readonly by: Readonly<Record<string, string>>; readonly rows: readonly ReducedRow[] }[] => {
  const units = new Map<string, { values: string[]; rows: ReducedRow[] }>();
  for (const row of rows) {
    const values = by.map((_, index) => textIn(row, byName(index)));
    const key = JSON.stringify(values);
    const unit = units.get(key) ?? { values, rows: [] };
    units.set(key, unit);
    unit.rows.push(row);
  }
  if (units.size === 0) return [{ by: {}, rows: [] }];
  return [...units.entries()]
    .sort(([left], [right]) => compareText(left, right))
    .map(([, unit]) => ({
      by: Object.fromEntries(by.map((expression, index) => [expression.label, unit.values[index] ?? ''])),
      rows: unit.rows,
    }));
};

/**
 * The units of a reduction made by `reductionOf` with these rules: used rows apart, the rest counted in notes.
 * @throws {MethodFault} when a row is there that must not be.
 */
export const unitsOf = (
  rows: readonly ReducedRow[],
  by: readonly Expression[],
  rules: readonly LeftOutRule[],
): readonly Unit[] =>
  groupedByUnit(rows, by).map((unit) => {
    const counts = new Map<number, number>();
    const used: ReducedRow[] = [];
    for (const row of unit.rows) {
      const rule = countIn(row, leftOutName);
      if (rule === 0) used.push(row);
      else counts.set(rule, (counts.get(rule) ?? 0) + countIn(row, countName));
    }
    const notes: Text[] = [];
    for (const [index, rule] of rules.entries()) {
      const count = counts.get(index + 1) ?? 0;
      if (count === 0) continue;
      if (rule.fault !== undefined) throw new MethodFault(rule.reason(count), rule.fault.part);
      notes.push(rule.reason(count));
    }
    return { by: unit.by, rows: used, notes };
  });

/** An estimation that comes to no number, with its reason. */
export const undecidable = (
  unit: { readonly by: Readonly<Record<string, string>>; readonly notes: readonly Text[] },
  reason: Text,
  more: {
    readonly n?: number;
    readonly verdict?: 'not-enough-data' | 'not-applicable';
    readonly values?: Readonly<Record<string, ReportedValue>>;
    readonly scale?: Estimation['scale'];
    readonly estimate?: number;
  } = {},
): Estimation => ({
  by: unit.by,
  scale: more.scale ?? 'none',
  estimate: more.estimate,
  n: more.n ?? 0,
  p: undefined,
  interval: () => undefined,
  smallestDetectable: () => undefined,
  decided: { verdict: more.verdict ?? 'not-enough-data', reason },
  values: more.values ?? {},
  notes: unit.notes,
});
