import type { StoreReader } from '@suanjian/decision-log';
import { typesOf } from '../../engine/column-types.ts';
import { judgeRun, type JudgedUnit } from '../../engine/judge.ts';
import type { Expression, Method, MethodExample, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { addedUp, ordered } from '../../engine/exact-rows.ts';

export type Asking = Pick<MethodExample, 'parts' | 'by' | 'strata' | 'controls' | 'compare' | 'where' | 'parameters'>;

/** What somebody asks of a method over a relation, as the method gets to see it. */
export const requestOf = async (
  session: Pick<StoreReader, 'query'>,
  method: Method,
  table: string,
  asking: Asking,
): Promise<MethodRequest<unknown>> => {
  const relation = asking.where === undefined ? table : `(SELECT * FROM ${table} WHERE ${asking.where})`;
  const { parts, by = [], strata = [], controls = [] } = asking;
  const names = Object.keys(parts);
  const written = [...names.map((name) => parts[name] ?? ''), ...by, ...strata, ...controls];
  const types = await typesOf(session, relation, written);
  const expressions: readonly Expression[] = written.map((sql, index) => ({
    sql: `(${sql})`,
    label: names[index] ?? sql,
    type: types[index] ?? '',
  }));
  const after = (start: number, list: readonly unknown[]): readonly Expression[] =>
    expressions.slice(start, start + list.length);
  return {
    relation,
    parts: Object.fromEntries(names.map((name, index) => [name, expressions[index]])) as Record<string, Expression>,
    by: after(names.length, by),
    strata: after(names.length + by.length, strata),
    controls: after(names.length + by.length + strata.length, controls),
    ...(asking.compare === undefined ? {} : { compare: asking.compare }),
    parameters: method.parameters.parse(asking.parameters ?? {}),
  };
};

export const reducedRows = async (
  session: Pick<StoreReader, 'query'>,
  method: Method,
  request: MethodRequest<unknown>,
): Promise<readonly ReducedRow[]> => {
  const { sql, keys, measures } = method.reduce(request);
  const rows = await session.query<ReducedRow>(sql);
  return method.additive ? addedUp(rows, { keys, measures }) : ordered(rows, keys);
};

/** Judged alone in a run of its own, with 5 % to err. */
export const judgeAlone = (
  method: Method,
  request: MethodRequest<unknown>,
  rows: readonly ReducedRow[],
  seed = 1,
): readonly JudgedUnit[] => {
  const question = {
    id: method.id,
    check: undefined,
    method,
    title: method.title,
    asks: method.question,
    advice: undefined,
    clauses: [],
    severity: 'duty',
    status: 'live',
    parameters: {},
    asked: { kind: 'request', request },
  } as const;
  const estimations = method.estimate(rows, request, { seed });
  const [judged] = judgeRun([{ question, judging: method.judging(request), estimations }], 0.05);
  return judged?.units ?? [];
};

/** Asks a method about a table: request, reduction on the store, estimate, verdict. */
export const askMethod = async (
  session: Pick<StoreReader, 'query'>,
  method: Method,
  table: string,
  asking: Asking,
  seed = 1,
): Promise<readonly JudgedUnit[]> => {
  const request = await requestOf(session, method, table, asking);
  return judgeAlone(method, request, await reducedRows(session, method, request), seed);
};
