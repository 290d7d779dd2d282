import { withLogStore } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { loadExample, prepareLogTables } from '../checks/testing/example-log.ts';
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
  });
});
