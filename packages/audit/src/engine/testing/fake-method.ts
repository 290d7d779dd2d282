import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { defineMethod, type Estimation, type Method } from '../method.ts';

/** A method small enough to see through: the share of rows for which `outcome` holds, by unit, normal interval, additive. */
export const shareMethod: Method = defineMethod<unknown>({
  id: 'test-share',
  version: 1,
  title: text('比例', 'Share'),
  question: text('有多少行符合？', 'How many rows hold?'),
  statistics: text('正态近似。', 'Normal approximation.'),
  parts: [{ name: 'outcome', required: true, kind: 'flag', meaning: text('是否', 'whether') }],
  parameters: z.object({ materiality: z.number() }),
  accepts: { compare: false, strata: false, controls: false },
  additive: true,
  reduce: ({ relation, parts, by, day }) => {
    const keys = by.map((expression, index) => ({ name: `by_${index}`, sql: `toString(${expression.sql})` }));
    const columns = [...(day === undefined ? [] : [{ name: 'day', sql: `toString(${day.sql})` }]), ...keys];
    const names = columns.map(({ name }) => name);
    return {
      sql: `SELECT ${[...columns.map(({ name, sql }) => `${sql} AS ${name}`), `countIf(${parts['outcome']?.sql}) AS held`, 'count() AS n'].join(', ')}
        FROM ${relation} AS relation ${names.length === 0 ? '' : `GROUP BY ${names.join(', ')}`}`,
      keys: keys.map(({ name }) => name),
      measures: { held: 'sum', n: 'sum' },
    };
  },
  estimate: (rows, { by }) =>
    rows.map((row): Estimation => {
      const [held, n] = [Number(row['held']), Number(row['n'])];
      const share = held / n;
      const error = Math.sqrt(0.25 / n);
      const reach = (level: number): number => error * Math.sqrt(2) * inverseErrorFunction(level);
      return {
        by: Object.fromEntries(by.map(({ label }, index) => [label, String(row[`by_${index}`])])),
        scale: 'share',
        estimate: share,
        n,
        p: 1 - errorFunction(share / error / Math.sqrt(2)),
        interval: (level) => [share - reach(level), share + reach(level)],
        smallestDetectable: (level) => 2 * reach(level),
        values: { held },
        notes: [],
      };
    }),
  judging: ({ parameters }) => ({
    materiality: z.object({ materiality: z.number() }).parse(parameters).materiality,
    direction: 'both',
  }),
  worst: ({ relation, parts }, _by, limit) =>
    `SELECT toString(day) AS day, row_no FROM ${relation} AS relation WHERE ${parts['outcome']?.sql} ORDER BY day, row_no LIMIT ${limit}`,
  references: [],
  examples: [],
});

/** Abramowitz and Stegun 7.1.26: good to seven digits, enough to judge by. */
const errorFunction = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * x);
  const sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return 1 - sum * Math.exp(-x * x);
};

const inverseErrorFunction = (y: number): number => {
  let [low, high] = [0, 6];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (errorFunction(middle) < y) low = middle;
    else high = middle;
  }
  return low;
};
