import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, storeOptions, type LogStore } from '@suanjian/decision-log';
import type { Terminal } from '../../terminal.ts';

/** A store for one audit of somebody's own table: nothing of it stays behind. The servers of CLICKHOUSE_URL when they are set. */
export const withMappingStore = async <Result>(
  { environment }: Terminal,
  work: (store: LogStore) => Promise<Result>,
): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-audit-'));
  try {
    const store = await openStore(storeOptions(environment, folder));
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
