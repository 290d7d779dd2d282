import { text } from '@suanjian/rulebook';
import { expect, test } from 'vitest';
import type { MethodRequest } from './method.ts';
import type { Partials } from './partials.ts';
import type { Question } from './question.ts';
import { reduced } from './reduce.ts';
import { shareMethod } from './testing/fake-method.ts';

const days = Array.from({ length: 40 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
);
const request: MethodRequest<unknown> = {
  relation: 'shown',
  parts: { outcome: { sql: 'held', label: 'outcome', type: 'UInt8' } },
  by: [],
  strata: [],
  controls: [],
  parameters: { materiality: 0 },
};

/** Keeps nothing. */
const forgetful: Partials = {
  readDay: async () => undefined,
  writeDay: async () => undefined,
  readFacts: async () => undefined,
  writeFacts: async () => undefined,
  readBeginning: async () => undefined,
  writeBeginning: async () => undefined,
};

/** How many days each statement asked for, and the sum over all of them; every day has two rows. */
const readWith = async (
  rowsOf: (day: string) => number,
  partials?: Partials,
): Promise<{ statements: number[]; rows: unknown }> => {
  const statements: number[] = [];
  let asked: readonly string[] = [];
  const perDay = {
    key: 'k',
    days: days.map((day) => ({ day, commitment: day })),
    rowsOf,
    requestFor: (some: readonly string[]) => {
      asked = some;
      return request;
    },
  };
  const question: Question = {
    id: 'q',
    check: undefined,
    method: shareMethod,
    title: text('题', 'title'),
    asks: text('问', 'question'),
    advice: undefined,
    clauses: [],
    severity: 'duty',
    status: 'live',
    parameters: {},
    asked: { kind: 'request', request, perDay },
  };
  const stream = async function* <Row>(): AsyncGenerator<Row> {
    statements.push(asked.length);
    if (partials === undefined)
      yield { held: String(asked.length), n: String(2 * asked.length), rows_elsewhere: '0' } as Row;
    else for (const day of asked) yield { day, held: '1', n: '2' } as Row;
  };
  const { rows } = await reduced(question, { kind: 'request', request, perDay }, { session: { stream }, partials });
  return { statements, rows };
};

test.each([
  ['kept apart', forgetful],
  ['added up in the store', undefined],
])(
  'days %s: small ones are read many at once, large ones fewer, and one too large for any by itself',
  async (_, partials) => {
    const rows = [{ held: '40', n: '80' }];
    expect(await readWith(() => 1000, partials)).toEqual({ statements: [32, 8], rows });
    expect(await readWith(() => 6_000_000, partials)).toEqual({
      statements: Array.from({ length: 10 }, () => 4),
      rows,
    });
    expect(await readWith((day) => (day === days[1] ? 90_000_000 : 1), partials)).toEqual({
      statements: [1, 1, 32, 6],
      rows,
    });
  },
);
