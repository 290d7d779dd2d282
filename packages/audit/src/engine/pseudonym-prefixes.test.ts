import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogStore, StoreReader } from '@suanjian/decision-log';
import { withLogStore } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { loadExample, prepareLogTables } from '../checks/testing/example-log.ts';
import { partialsIn } from './partials.ts';
import { pseudonymPrefixes } from './pseudonym-prefixes.ts';

const shownTo = (users: readonly string[]) => ({
  records: {
    exposure: users.map((user, index) => ({
      time: '2026-01-01T12:00:00+08:00',
      user,
      request: `r-${index}`,
      position: 1,
    })),
  },
});
/** The commitments stand for what was logged up to each day. */
const upTo = (...days: readonly string[]) => days.map((day) => ({ day, commitment: `all up to ${day}` }));
const hash = (first: string): string => first.padEnd(22, 'x');

test('every epoch is found by its first pseudonym, whatever the order of their numbers', async () => {
  await withLogStore(async (store) => {
    await prepareLogTables(store);
    const users = ['-', 'A', 'z'].flatMap((first) => [1, 2, 10].map((epoch) => `p${epoch}_${hash(first)}`));
    await loadExample(store, shownTo(users), 'several');
    // The ingest takes pseudonyms only; somebody's own table of the same name may hold anything.
    await store.writer.command(
      `INSERT INTO log.exposure (provider, user, day) VALUES ('by-hand', 'p1_${hash('a')}', '2026-01-01'), ('by-hand', 'user-7', '2026-01-01')`,
    );
    const of = (provider: string) => pseudonymPrefixes(store.auditor, 'exposure', provider);
    expect((await of('several'))?.toSorted()).toEqual(['p10_', 'p1_', 'p2_']);
    expect(await of('by-hand')).toBeUndefined();
    expect(await of('nobody')).toEqual([]);
    expect(await pseudonymPrefixes(store.auditor, 'chart', 'several')).toBeUndefined();
    await expectOnlyNewDaysAsked(store);
  });
});

const expectOnlyNewDaysAsked = async (store: LogStore): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'prefixes-'));
  const asked: string[] = [];
  const session: Pick<StoreReader, 'query'> = {
    query: (sql, ...more) => {
      asked.push(sql);
      return store.auditor.query(sql, ...more);
    },
  };
  const keptUpTo = (...days: readonly string[]) =>
    pseudonymPrefixes(session, 'exposure', 'several', { partials: partialsIn(folder), days: upTo(...days) });
  try {
    expect(await keptUpTo('2026-01-01')).toHaveLength(3);
    asked.length = 0;
    expect(await keptUpTo('2026-01-01')).toHaveLength(3);
    expect(asked).toEqual([]);
    await store.writer.command(
      `INSERT INTO log.exposure (provider, user, day) VALUES ('several', 'p3_${hash('b')}', '2026-01-02')`,
    );
    expect((await keptUpTo('2026-01-01', '2026-01-02'))?.toSorted()).toEqual(['p10_', 'p1_', 'p2_', 'p3_']);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((sql) => sql.includes("day >= toDate('2026-01-02')"))).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
