import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, type EmbeddedOptions } from '../store/embedded/open-embedded.ts';
import { openRemote } from '../store/remote/open-remote.ts';
import type { LogStore } from '../store/store.ts';
import { startCluster, type ClusterOptions } from './start-cluster.ts';

/** An embedded store in a folder that goes with it: for scripts and benchmarks. */
export const withLogStore = async <Result>(
  work: (store: LogStore) => Promise<Result>,
  options: Omit<EmbeddedOptions, 'folder'> = {},
): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'suanjian-store-'));
  try {
    const store = await openEmbedded({ ...options, folder });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The same over a cluster of so many processes, a shard each. */
export const withCluster = async <Result>(
  shards: number,
  work: (store: LogStore) => Promise<Result>,
  options: ClusterOptions = {},
): Promise<Result> => {
  const cluster = await startCluster(shards, options);
  try {
    const store = await openRemote(cluster.options);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    await cluster.stop();
  }
};
