import type { LogStore } from '@suanjian/decision-log';
import { setTimeout as wait } from 'node:timers/promises';

const every = 500;

/** Looks from time to time at what the engine holds in memory; `end` gives the most that was seen, in bytes. */
export const memoryWatch = (store: LogStore): { readonly end: () => Promise<number> } => {
  const ending = new AbortController();
  const watching = (async () => {
    let most = 0;
    while (!ending.signal.aborted) {
      const [row] = await store.writer.query<{ value: string }>(
        "SELECT value FROM system.metrics WHERE metric = 'MemoryTracking'",
      );
      most = Math.max(most, Number(row?.value ?? 0));
      await wait(every, undefined, { signal: ending.signal }).catch(() => undefined);
    }
    return most;
  })();
  return {
    end: () => {
      ending.abort();
      return watching;
    },
  };
};
