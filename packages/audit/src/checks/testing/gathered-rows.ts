import { logDatabase, storedRows, type FamilyName, type LogStore } from '@suanjian/decision-log';
import { LOG_FORMAT, type LeafEntry } from '@suanjian/evidence';

/** ClickHouse makes no more partitions than this in one insertion. */
const mostDays = 100;
const mostBytes = 32_000_000;

export interface GatheredBatch {
  readonly batch: string;
  readonly family: FamilyName;
  readonly day: string;
  readonly rows: number;
  readonly root: string;
  readonly lines: Uint8Array;
}

/**
 * Inserts batches the way the ingest does, many in one insertion: each insertion is synced to disk, and a part for each is read by every
 * question afterwards. Nothing is there before `flush`.
 */
export const gatheredRows = (store: LogStore) => {
  const waiting = new Map<FamilyName, { days: Set<string>; bytes: number; rows: Buffer[]; token: string }>();

  const insert = async (family: FamilyName): Promise<void> => {
    const found = waiting.get(family);
    if (found === undefined) return;
    waiting.delete(family);
    await store.writer.insert(`${logDatabase}.${family}`, Buffer.concat(found.rows), {
      format: 'JSONEachRow',
      token: found.token,
    });
  };

  return {
    /** The leaf that the batch would have left in the log. */
    add: async ({ batch, family, day, rows, root, lines }: GatheredBatch): Promise<LeafEntry> => {
      const held = waiting.get(family);
      if (held !== undefined && (held.bytes > mostBytes || (held.days.size >= mostDays && !held.days.has(day))))
        await insert(family);
      const into = waiting.get(family) ?? { days: new Set(), bytes: 0, rows: [], token: `${batch}-${family}-${day}` };
      const stored = storedRows(lines, { batch, day });
      into.days.add(day);
      into.bytes += stored.length;
      into.rows.push(stored);
      waiting.set(family, into);
      return { format: LOG_FORMAT, kind: 'batch', batch, family, day, rows, root };
    },
    flush: async (): Promise<void> => {
      for (const family of waiting.keys()) await insert(family);
    },
  };
};

export type GatheredRows = ReturnType<typeof gatheredRows>;
