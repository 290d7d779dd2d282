import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  ensureDatabase,
  ensureTable,
  families,
  familyNames,
  generateLog,
  logDatabase,
  storedRows,
  tableOf,
  type Family,
  type FamilyName,
  type Field,
  type LogStore,
} from '@suanjian/decision-log';
import { LOG_FORMAT, type LeafEntry } from '@suanjian/evidence';
import { civilDate } from '@suanjian/rulebook';

export interface LogSize {
  /** Exposures that the generator writes; the other families come in proportion. */
  readonly rows: number;
  readonly days: number;
  /** How often that platform stands in the log, each time with other people, requests, items and charts. */
  readonly copies: number;
}

const provider = 'demo-platform';
const rowsAtOnce = 100_000;

interface Waiting {
  readonly parts: Buffer[];
  rows: number;
}

/** Writes the generated platform once, and gives the rows of each family and day. */
const writeOnce = async (store: LogStore, { rows, days }: LogSize): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  const waiting = new Map<FamilyName, Waiting>();
  const write = async (family: FamilyName): Promise<void> => {
    const taken = waiting.get(family);
    waiting.delete(family);
    if (taken === undefined) return;
    await store.writer.insert(`${logDatabase}.${family}`, Buffer.concat(taken.parts), { format: 'JSONEachRow' });
  };
  const generated = generateLog({
    rows,
    days,
    seed: 7,
    from: civilDate('2026-03-02'),
    provider,
    traitSubject: (user) => user,
  });
  for (const { family, day, rows: count, ndjson } of generated) {
    const key = `${day} ${family}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
    const held = waiting.get(family) ?? { parts: [], rows: 0 };
    waiting.set(family, held);
    held.parts.push(storedRows(ndjson, { batch: `${key} ${held.rows}`, day }));
    held.rows += count;
    if (held.rows >= rowsAtOnce) await write(family);
  }
  for (const family of waiting.keys()) await write(family);
  return counts;
};

/** Words that tell one chart, campaign or place from another: those of each copy are its own. */
const ownWords: ReadonlySet<string> = new Set([
  'chart.list',
  'intervention.list',
  'quote.promotion',
  'account.channel',
  'dispatch.zone',
]);

const renamed = (family: FamilyName, { name, type }: Field): string => {
  const column = `\`${name}\``;
  // A person's key epoch is in the prefix; what follows is as random as the generator's own, or it would compress as nothing real does.
  if (type.kind === 'pseudonym')
    return `if(${column} = '', '', concat(substring(${column}, 1, position(${column}, '_')), substring(base64URLEncode(sipHash128(${column}, copy)), 1, 22)))`;
  if (type.kind === 'identifier' || ownWords.has(`${family}.${name}`))
    return `if(${column} = '', '', concat(toString(${column}), '~', toString(copy)))`;
  return column;
};

/** Copies within the store, day by day so that each day gets few and large parts. Declarations are the provider's and stay one set. */
const multiply = async (store: LogStore, size: LogSize, days: readonly string[]): Promise<void> => {
  for (const name of familyNames) {
    if (name === 'declaration') continue;
    const family: Family = families[name];
    const columns = [...family.fields.map((field) => renamed(name, field)), 'day', 'batch_id', 'row_no'];
    const names = [...family.fields.map((field) => `\`${field.name}\``), 'day', 'batch_id', 'row_no'];
    for (const day of days)
      await store.writer.command(
        `INSERT INTO ${logDatabase}.${name} (${names.join(', ')})
SELECT ${columns.join(', ')} FROM (SELECT * FROM ${logDatabase}.${name} WHERE day = '${day}') AS base
ARRAY JOIN range(1, ${size.copies}) AS copy`,
        {
          settings: {
            min_insert_block_size_rows: 2_000_000,
            min_insert_block_size_bytes: 1_000_000_000,
            max_insert_threads: 1,
            optimize_on_insert: 0,
          },
        },
      );
  }
};

/**
 * A log of `rows × copies` exposures in an empty store, and leaves for it. The rows did not come through the ingest, so the leaves' roots are
 * made up: what the audit needs of them is which days hold what, and that they change when the log does.
 */
export const makeLog = async (store: LogStore, size: LogSize): Promise<readonly LeafEntry[]> => {
  await ensureDatabase(store, logDatabase);
  for (const name of familyNames) await ensureTable(store, tableOf(families[name]));
  const counts = await writeOnce(store, size);
  const days = [...new Set([...counts.keys()].map((key) => key.slice(0, 10)))].toSorted();
  if (size.copies > 1) await multiply(store, size, days);
  return familyNames.flatMap((family) =>
    days.flatMap((day): readonly LeafEntry[] => {
      const batch = `${day} ${family}`;
      const rows = (counts.get(batch) ?? 0) * (family === 'declaration' ? 1 : size.copies);
      return rows === 0
        ? []
        : [
            {
              format: LOG_FORMAT,
              kind: 'batch',
              batch,
              family,
              day,
              rows,
              root: createHash('sha256').update(batch).digest('hex'),
            },
          ];
    }),
  );
};

/** Waits until the store has nothing left to merge: what it does beside would be measured too. */
export const settled = async (store: LogStore): Promise<void> => {
  for (let quiet = 0; quiet < 3;) {
    await wait(500);
    const merging = await Promise.all(
      store.nodes.map((node) => node.query<{ running: string }>('SELECT count() AS running FROM system.merges')),
    );
    quiet = merging.every(([row]) => Number(row?.running) === 0) ? quiet + 1 : 0;
  }
};
