import { expect, test } from 'vitest';
import { askedOnce } from './asked-once.ts';

/** A store that counts what it is asked, and answers each statement with so many rows as its last word says, or fails. */
const counting = () => {
  const asked: string[] = [];
  const stream = async function* <Row>(sql: string): AsyncGenerator<Row> {
    asked.push(sql);
    await Promise.resolve();
    if (sql === 'fails' && asked.length === 1) throw new Error('away');
    for (let row = 0; row < Number(sql.split(' ')[1] ?? 0); row += 1) yield { row } as Row;
  };
  return { asked, session: askedOnce({ stream }) };
};

const rowsOf = async (session: ReturnType<typeof askedOnce>, sql: string): Promise<readonly unknown[]> => {
  const rows: unknown[] = [];
  for await (const row of session.stream(sql)) rows.push(row);
  return rows;
};

test('the same statement is asked once, for those who ask at the same time and for those who ask later', async () => {
  const { asked, session } = counting();
  const [one, other] = await Promise.all([rowsOf(session, 'rows 3'), rowsOf(session, 'rows 3')]);
  const later = await rowsOf(session, 'rows 3');
  expect(one).toEqual([{ row: 0 }, { row: 1 }, { row: 2 }]);
  expect(other).toEqual(one);
  expect(later).toEqual(one);
  expect(asked).toEqual(['rows 3']);
  await rowsOf(session, 'rows 2');
  expect(asked).toEqual(['rows 3', 'rows 2']);
});

test('a long answer is not held, and whoever waits for it asks by himself', async () => {
  const { asked, session } = counting();
  const found = await Promise.all([rowsOf(session, 'rows 1001'), rowsOf(session, 'rows 1001')]);
  expect(found.map((rows) => rows.length)).toEqual([1001, 1001]);
  expect(asked).toHaveLength(2);
});

test('a failure is one asker’s: the other tries again', async () => {
  const { asked, session } = counting();
  const [one, other] = await Promise.allSettled([rowsOf(session, 'fails'), rowsOf(session, 'fails')]);
  expect(one).toMatchObject({ status: 'rejected', reason: new Error('away') });
  expect(other).toEqual({ status: 'fulfilled', value: [] });
  expect(asked).toHaveLength(2);
});

test('a reader who breaks off leaves nothing half held', async () => {
  const { asked, session } = counting();
  for await (const row of session.stream('rows 3')) {
    expect(row).toEqual({ row: 0 });
    break;
  }
  expect(await rowsOf(session, 'rows 3')).toHaveLength(3);
  expect(asked).toHaveLength(2);
});
