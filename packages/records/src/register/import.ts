import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Instant } from '@suanjian/matters';
import {
  createAnnouncementReader,
  createRegisterAccumulator,
  type AnnouncementOutcome,
  type FlaggedRow,
  type MergedRegister,
  type ReadFault,
  type RegisterRecord,
} from '@suanjian/register';
import type { Database } from '../migrations/database.ts';
import type { Store } from '../store/open-store.ts';
import type { KeptContent } from './content.ts';
import { planRecord, type Step, type StoredRecord } from './import-plan.ts';
import { insertRecords, insertVersions, updateRecords } from './write-records.ts';

export interface ImportSummary {
  readonly rows: number;
  readonly records: number;
  readonly subjects: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly cancelled: number;
  /** Rows whose number breaks the rules: kept and flagged. */
  readonly flagged: readonly FlaggedRow[];
}

/** The file cannot be taken over; nothing was written. */
export interface ImportFaults {
  /** By line, all of them. */
  readonly faults: readonly ReadFault[];
}

export type ImportProgress =
  | { readonly phase: 'reading'; readonly rows: number; readonly bytes: number }
  | { readonly phase: 'writing'; readonly done: number; readonly of: number };

export interface ImportOptions {
  /** Who imports, as the log of imports keeps it. */
  readonly actor: string;
  readonly now: Instant;
  readonly onProgress?: (progress: ImportProgress) => void;
}

interface ReadFile {
  readonly register: MergedRegister;
  readonly faults: readonly ReadFault[];
  readonly hash: string;
}

/** Reads to the end before anything is written: a fault in the last line must leave the register as it was. */
const read = async (
  chunks: AsyncIterable<string | Uint8Array>,
  onProgress: (progress: ImportProgress) => void,
): Promise<ReadFile> => {
  const reader = createAnnouncementReader();
  const register = createRegisterAccumulator();
  const faults: ReadFault[] = [];
  const hash = createHash('sha256');
  // Not fatal: the reader finds what could not be decoded and names its line.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rows = 0;
  let bytes = 0;
  const take = (outcomes: readonly AnnouncementOutcome[]): void => {
    for (const outcome of outcomes) {
      if (outcome.kind === 'fault') faults.push(outcome);
      else {
        register.add(outcome);
        rows += 1;
      }
    }
  };
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.byteLength;
    take(reader.push(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })));
    onProgress({ phase: 'reading', rows, bytes });
  }
  take(reader.push(decoder.decode()));
  take(reader.end());
  return { register: register.finish(), faults, hash: hash.digest('hex') };
};

const batchSize = 500;

const storedRecords = async (
  transaction: Transaction<Database>,
  records: readonly RegisterRecord[],
): Promise<ReadonlyMap<string, StoredRecord>> => {
  const rows = await transaction
    .selectFrom('register_record')
    .select([
      'number',
      'display',
      'status',
      'origin',
      'matter_id',
      'first_month',
      'filed_on',
      'changed_on',
      'revision',
      'content',
    ])
    .where(
      'number',
      'in',
      records.map(({ id }) => id),
    )
    .execute();
  return new Map(rows.map((row) => [row.number, { ...row, content: row.content as unknown as KeptContent }]));
};

type Counts = Record<'added' | 'changed' | 'unchanged', number>;

const writeSteps = async (transaction: Transaction<Database>, steps: readonly Step[]): Promise<void> => {
  const written = steps.filter((step) => step.kind !== 'unchanged');
  const rowsOf = (kind: 'added' | 'changed') => written.filter((step) => step.kind === kind).map(({ row }) => row);
  await insertRecords(transaction, rowsOf('added'));
  await updateRecords(transaction, rowsOf('changed'));
  await insertVersions(
    transaction,
    written.flatMap(({ version }) => version ?? []),
  );
};

const write = async (
  transaction: Transaction<Database>,
  records: readonly RegisterRecord[],
  at: string,
  onProgress: (progress: ImportProgress) => void,
): Promise<Counts> => {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0 };
  const isEmpty = (await transaction.selectFrom('register_record').select('number').limit(1).execute()).length === 0;
  let writing: Promise<void> = Promise.resolve();
  for (let start = 0; start < records.length; start += batchSize) {
    const batch = records.slice(start, start + batchSize);
    const stored = isEmpty ? new Map<string, StoredRecord>() : await storedRecords(transaction, batch);
    // While the database writes one batch, the next is worked out.
    const steps = batch.map((record) => planRecord(record, stored.get(record.id), at));
    for (const { kind } of steps) counts[kind] += 1;
    await writing;
    onProgress({ phase: 'writing', done: start, of: records.length });
    writing = writeSteps(transaction, steps);
    // Awaited in the next turn; until then a failure must not count as unhandled.
    writing.catch(() => undefined);
  }
  await writing;
  onProgress({ phase: 'writing', done: records.length, of: records.length });
  return counts;
};

/**
 * Leaves the register fit for searching at once: the embedded engine has nobody who would come by later to gather statistics and to
 * sort what the text index has put off.
 */
const settle = async (transaction: Transaction<Database>): Promise<void> => {
  await sql`select gin_clean_pending_list('register_record_terms')`.execute(transaction);
  await sql`analyze register_record`.execute(transaction);
  await sql`analyze register_cell`.execute(transaction);
};

/**
 * Takes an announcement table into the register, as UTF-8 bytes or decoded text in pieces of any size. Everything or nothing: a faulty
 * file is answered by its faults, a valid one is written in one transaction. The same file again changes nothing. Records that were
 * decided here keep their content and gain the announcement.
 */
export const importRegister = async (
  store: Store,
  chunks: AsyncIterable<string | Uint8Array>,
  { actor, now, onProgress = () => undefined }: ImportOptions,
): Promise<ImportSummary | ImportFaults> => {
  const { register, faults, hash } = await read(chunks, onProgress);
  if (faults.length > 0) return { faults };
  return store.asOwner(async (transaction) => {
    // Two imports, or an import and a publication, follow one another; readers are not held up.
    await sql`lock table register_record in share row exclusive mode`.execute(transaction);
    const { added, changed, unchanged } = await write(transaction, register.records, now, onProgress);
    if (added + changed > 0) await settle(transaction);
    const summary: ImportSummary = {
      rows: register.rows,
      records: register.records.length,
      subjects: register.subjects,
      added,
      changed,
      unchanged,
      cancelled: register.cancelled,
      flagged: register.flagged,
    };
    await transaction
      .insertInto('register_import')
      .values({ file_hash: hash, summary: JSON.stringify(summary), actor, at: now })
      .execute();
    return summary;
  });
};
