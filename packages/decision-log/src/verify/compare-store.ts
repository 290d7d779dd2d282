import { randomUUID } from 'node:crypto';
import type { BatchLeaf } from '@suanjian/evidence';
import { text, type Text } from '@suanjian/rulebook';
import { families, familyNames, type FamilyName } from '../families/families.ts';
import { rowsIfSound } from '../export/sound-rows.ts';
import type { JournalView } from '../ingest/journal-view.ts';
import type { BatchEntry, SegmentExtent } from '../journal/journal-index.ts';
import { storedRows } from '../record/stored-rows.ts';
import { tableOf } from '../record/table.ts';
import { ensureDatabase, ensureTable, onEveryNode } from '../store/schema.ts';
import { logDatabase, type LogStore } from '../store/store.ts';

/** How the analytical store differs from the log. */
export type StoreFault =
  | {
      readonly kind: 'count';
      readonly family: string;
      readonly day: string;
      readonly batch: string;
      readonly rows: number;
      readonly stored: number;
    }
  | {
      readonly kind: 'unknown-batch';
      readonly family: string;
      readonly day: string;
      readonly batch: string;
      readonly stored: number;
    }
  | {
      readonly kind: 'content';
      readonly family: string;
      readonly day: string;
      readonly batch: string;
      readonly rows: readonly number[];
    };

export interface StoreComparison {
  readonly batches: number;
  readonly rows: number;
  /** Of the batches, those whose rows were compared value by value. */
  readonly compared: number;
  readonly faults: readonly StoreFault[];
}

export interface CompareStore {
  readonly view: JournalView;
  readonly store: LogStore;
  /** Which of the batches are compared value by value; the counts of all are. */
  readonly deep: (entry: BatchEntry) => boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

const MOST_FAULTS = 1000;
const MOST_ROWS_NAMED = 20;

/** Whether the store holds what the log holds: how many rows of every batch, and of the chosen batches every value. */
export async function compareStore({ view, store, deep, onProgress }: CompareStore): Promise<StoreComparison> {
  const faults: StoreFault[] = [];
  const kept = view.index.segments().filter(({ rows }) => rows > 0);
  const entries = kept.flatMap((extent) => entriesOf(view, extent));
  for (const family of familyNames) faults.push(...(await countFaults(store, family, entries)));
  const wrong = new Set(faults.map(({ family, day, batch }) => keyOf({ family, day, batch })));
  const chosen = entries.filter((entry) => deep(entry) && !wrong.has(keyOf(entry.leaf)));
  const check = new ValueCheck(store);
  try {
    for (const [done, entry] of chosen.entries()) {
      const fault = await check.compare(view, entry);
      if (fault !== undefined) faults.push(fault);
      onProgress?.(done + 1, chosen.length);
      if (faults.length >= MOST_FAULTS) break;
    }
  } finally {
    await check.end();
  }
  return {
    batches: entries.length,
    rows: entries.reduce((sum, { leaf }) => sum + leaf.rows, 0),
    compared: chosen.length,
    faults: faults.slice(0, MOST_FAULTS),
  };
}

const entriesOf = (view: JournalView, { leaves }: SegmentExtent): readonly BatchEntry[] =>
  leaves.flatMap((leaf) => {
    const entry = view.index.entry(leaf);
    return entry?.leaf.kind === 'batch' && entry.at !== undefined ? [entry] : [];
  });

const keyOf = ({ family, day, batch }: Pick<BatchLeaf, 'family' | 'day' | 'batch'>): string =>
  `${family}/${day}/${batch}`;

async function countFaults(
  store: LogStore,
  family: FamilyName,
  entries: readonly BatchEntry[],
): Promise<readonly StoreFault[]> {
  // Numbers that are there twice, or are not the first ones, count as too few.
  const rows = await store.writer.query<{ day: string; batch: string; stored: string; sound: number }>(
    `SELECT toString(day) AS day, toString(batch_id) AS batch, count() AS stored, stored = uniqExact(row_no) AND stored = max(row_no) + 1 AS sound
FROM ${logDatabase}.${family} GROUP BY day, batch ORDER BY day, batch`,
  );
  const found = new Map(rows.map((row) => [keyOf({ family, ...row }), row]));
  const faults: StoreFault[] = [];
  for (const { leaf } of entries) {
    if (leaf.family !== family) continue;
    const row = found.get(keyOf(leaf));
    found.delete(keyOf(leaf));
    const stored = Number(row?.stored ?? 0);
    if (stored !== leaf.rows || row?.sound !== 1)
      faults.push({ kind: 'count', family, day: leaf.day, batch: leaf.batch, rows: leaf.rows, stored });
  }
  for (const { day, batch, stored } of found.values())
    faults.push({ kind: 'unknown-batch', family, day, batch, stored: Number(stored) });
  return faults;
}

/** Inserts a batch's rows from its segment into a table like the log's, and compares the two in the store itself. */
class ValueCheck {
  readonly #store: LogStore;
  readonly #database = `verify_${randomUUID().replaceAll('-', '')}`;
  readonly #made = new Set<string>();

  constructor(store: LogStore) {
    this.#store = store;
  }

  async compare(view: JournalView, entry: BatchEntry): Promise<StoreFault | undefined> {
    const { leaf } = entry;
    const { family, day, batch } = leaf;
    const name = familyNames.find((each) => each === family);
    if (name === undefined) return undefined;
    const rows = await rowsIfSound(view, entry);
    // What is wrong with the segment itself is another fault than the store's.
    if (rows === undefined) return undefined;
    await this.#ensure(name);
    const copy = `${this.#database}.${family}`;
    const lines = storedRows(rows, leaf);
    await this.#store.writer.insert(copy, lines, { format: 'JSONEachRow' });
    const columns = tableOf(families[name])
      .columns.map((column) => column.name)
      .join(', ');
    const of = (table: string): string =>
      `SELECT row_no, cityHash64(formatRow('JSONEachRow', ${columns})) AS content FROM ${table} WHERE day = {day:Date} AND batch_id = {batch:String}`;
    const differing = await this.#store.writer.query<{ row: number }>(
      `SELECT row_no AS row FROM (SELECT row_no, content FROM (${of(copy)} UNION ALL ${of(`${logDatabase}.${family}`)}) GROUP BY row_no, content HAVING count() != 2)
GROUP BY row ORDER BY row LIMIT ${MOST_ROWS_NAMED}`,
      { parameters: { day, batch } },
    );
    if (differing.length === 0) return undefined;
    return { kind: 'content', family, day, batch, rows: differing.map(({ row }) => row) };
  }

  async end(): Promise<void> {
    if (this.#made.size > 0) await onEveryNode(this.#store, `DROP DATABASE IF EXISTS ${this.#database}`);
  }

  async #ensure(family: FamilyName): Promise<void> {
    if (this.#made.size === 0) await ensureDatabase(this.#store, this.#database);
    if (this.#made.has(family)) return;
    this.#made.add(family);
    await ensureTable(this.#store, { ...tableOf(families[family]), database: this.#database });
  }
}

export const storeFaultText = (fault: StoreFault): Text => {
  const place = {
    zh: `分析库中 ${fault.day} 的 ${fault.family} 批次 ${fault.batch}`,
    en: `Store, ${fault.family} of ${fault.day}, batch ${fault.batch}`,
  };
  switch (fault.kind) {
    case 'count':
      return text(
        `${place.zh}：应有 ${fault.rows} 行，现有 ${fault.stored} 行`,
        `${place.en}: ${fault.rows} rows were acknowledged, it holds ${fault.stored}`,
      );
    case 'unknown-batch':
      return text(
        `${place.zh}：日志中没有这一批（${fault.stored} 行）`,
        `${place.en}: the log knows no such batch (${fault.stored} rows)`,
      );
    case 'content':
      return text(
        `${place.zh}：第 ${fault.rows.join('、')} 行（自 0 起）与日志不同`,
        `${place.en}: rows ${fault.rows.join(', ')} (from 0) are not as in the log`,
      );
  }
};
