import type { Text } from '@suanjian/rulebook';
import type { Expression, MethodRequest, Reduction } from '../../engine/method.ts';
import { firstDayName, lastDayName } from '../../engine/method.ts';
import { byName, dayName, namedLevelOf } from './sql.ts';

/**
 * The shape that most reductions share: each row of the relation is read once, its parts are computed, it is either used or left out
 * for one named reason, and the used ones are grouped. Rows that were left out stay in the result as counts.
 */

/** A reason why a row is not used. The first rule that holds counts. */
export interface LeftOutRule {
  /** A condition over the raw columns, never NULL. */
  readonly when: string;
  /** How it is reported. */
  readonly reason: (count: number) => Text;
  /** Such a row must not be there at all: the run ends with the reason, naming this part. */
  readonly fault?: { readonly part: string };
}

export interface NamedColumn {
  readonly name: string;
  readonly sql: string;
}

/** A column of the grouping: `whenLeftOut` stands in rows that are only counted (0 or an empty string). */
export interface KeyColumn extends NamedColumn {
  readonly whenLeftOut: string;
}

export interface Measure extends NamedColumn {
  readonly adds: 'sum' | 'least' | 'most';
}

export interface ReductionPlan {
  /** Computed from the relation's own columns, once a row. */
  readonly raw: readonly NamedColumn[];
  readonly rules: readonly LeftOutRule[];
  /** Over the raw columns. */
  readonly keys: readonly KeyColumn[];
  /** Over the raw columns; in rows left out they are `whenLeftOut`. */
  readonly values: readonly KeyColumn[];
  /** Aggregates over keys and values; never alias one to a name used in another. `n` (the count of rows) is always there. */
  readonly measures: readonly Measure[];
}

export const leftOutName = 'left_out';
export const countName = 'n';

/** `by_0…` and `day`, from the relation's own columns. */
export const unitColumns = (request: {
  readonly by: readonly Expression[];
  readonly day?: Expression;
}): readonly NamedColumn[] => [
  ...(request.day === undefined ? [] : [{ name: dayName, sql: daySql(request.day) }]),
  ...request.by.map((expression, index) => ({ name: byName(index), sql: namedLevelOf(expression) })),
];

/** Names of the unit columns by which the last step of a reduction groups: without `day` where days may be added up. */
export const lastUnits = (
  request: Parameters<typeof unitColumns>[0] & { readonly daysTogether?: true },
): readonly string[] =>
  unitColumns(request)
    .map(({ name }) => name)
    .filter((name) => name !== dayName || request.daysTogether !== true);

/** Beside the measures of the last step, and what the reduction says of it. */
export const ofDaysTogether = (request: {
  readonly day?: Expression;
  readonly daysTogether?: true;
}): { readonly columns: readonly NamedColumn[]; readonly said: { readonly daysTogether?: true } } =>
  request.day === undefined || request.daysTogether !== true
    ? { columns: [], said: {} }
    : {
        columns: [
          { name: firstDayName, sql: `min(${dayName})` },
          { name: lastDayName, sql: `max(${dayName})` },
        ],
        said: { daysTogether: true },
      };

/** A date is written as its text anyway, and grouped by as a number. */
const daySql = ({ sql, type }: Expression): string => (type === 'Date' ? sql : `toString(${sql})`);

/**
 * Grouping by one number in place of several columns, texts among them, which takes half the time. `unit` columns are the same in all rows of such
 * a group, so that any of them is the one: `taken` takes them under other names, `given` gives them theirs back in the SELECT around.
 */
export const groupedByHash = (
  units: readonly string[],
  others: readonly string[],
): { readonly taken: string; readonly given: string; readonly key: string } => ({
  taken: units.map((name) => `any(${name}) AS group_${name}`).join(', '),
  given: units.map((name) => `group_${name} AS ${name}`).join(', '),
  key: `cityHash64(${[...units.map((name) => `cityHash64(${name})`), ...others].join(', ')})`,
});

const listed = (columns: readonly NamedColumn[]): string =>
  columns.map(({ name, sql }) => (name === sql ? name : `${sql} AS ${name}`)).join(',\n    ');

/** `FROM` takes a table's name or a SELECT in parentheses; the latter gets a name. */
export const fromRelation = (relation: string): string => `${relation} AS relation`;

/** One row for each row of the relation: unit columns, `left_out` (0 or the number of the rule, from 1), keys and values. */
export const classifiedRows = <Parameters>(
  request: MethodRequest<Parameters>,
  plan: Omit<ReductionPlan, 'measures'>,
): string => {
  const units = unitColumns(request);
  const cases = plan.rules.map(({ when }, index) => `${when}, ${index + 1}`).join(', ');
  const leftOut = plan.rules.length === 0 ? 'toUInt8(0)' : `toUInt8(multiIf(${cases}, 0))`;
  const kept = [...plan.keys, ...plan.values].map(({ name, sql, whenLeftOut }) => ({
    name,
    sql: plan.rules.length === 0 ? sql : `if(${leftOutName} = 0, ${sql}, ${whenLeftOut})`,
  }));
  return `SELECT
    ${listed([...units.map(({ name }) => ({ name, sql: name })), { name: leftOutName, sql: leftOut }, ...kept])}
  FROM (SELECT
    ${listed([...units, ...plan.raw])}
  FROM ${fromRelation(request.relation)})`;
};

/** Rows of a statement grouped by several columns, texts among them, through one number: the column's own names stay. */
export const groupedRows = (keys: readonly string[], measures: readonly NamedColumn[], rows: string): string => {
  if (keys.length < 2)
    return `SELECT ${[...keys, listed(measures)].join(', ')}\nFROM (${rows})\nGROUP BY ${keys.join(', ')}`;
  const { taken, given, key } = groupedByHash(keys, []);
  return `SELECT ${given}, ${measures.map(({ name }) => name).join(', ')} FROM (
  SELECT ${taken},
    ${listed(measures)}
  FROM (${rows})
  GROUP BY ${key}
)`;
};

/** The reduction of a plan: one scan, one GROUP BY. */
export const reductionOf = <Parameters>(request: MethodRequest<Parameters>, plan: ReductionPlan): Reduction => {
  const keys = [...lastUnits(request), leftOutName, ...plan.keys.map(({ name }) => name)];
  const measures: readonly Measure[] = [{ name: countName, sql: 'count()', adds: 'sum' }, ...plan.measures];
  const { columns, said } = ofDaysTogether(request);
  return {
    sql: `${groupedRows(keys, [...measures, ...columns], classifiedRows(request, plan))}
ORDER BY ${keys.join(', ')}`,
    keys: keys.filter((key) => key !== dayName),
    measures: Object.fromEntries(measures.map(({ name, adds }) => [name, adds])),
    ...said,
  };
};
