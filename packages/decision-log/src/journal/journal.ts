import { join } from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import { LOG_FORMAT, type BatchLeaf, type LeafEntry } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import type { DayRows } from '../record/batch-sorter.ts';
import { makeFolder, openToWrite, syncFolder, writeAt } from './durable.ts';
import { readJournal } from './journal-file.ts';
import { segmentKey, type BatchEntry, type JournalIndex, type SegmentName } from './journal-index.ts';
import { formatJournalLine, type JournalLine } from './journal-line.ts';
import { lockLog, type LogLock } from './lock.ts';
import { LogFault } from './log-fault.ts';
import { Segments, type Damage } from './segments.ts';

/** The rows of a batch, sorted by civil day. */
export interface Batch {
  readonly id: string;
  readonly family: string;
  readonly days: readonly DayRows[];
}

export interface CommittedBatch {
  readonly entries: readonly BatchEntry[];
  /** The batch was there already, with the same rows: nothing was written. */
  readonly repeated: boolean;
}

type Work =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'leaf'; readonly leaf: Exclude<LeafEntry, BatchLeaf> };

interface Waiting {
  readonly work: Work;
  readonly done: (indexes: readonly number[]) => void;
  readonly failed: (error: unknown) => void;
}

export const journalFile = (folder: string): string => join(folder, 'leaves.ndjson');
export const segmentFolder = (folder: string): string => join(folder, 'segments');

/**
 * The one writer of a log's folder. A batch is acknowledged when its rows are synced in their segments and its leaves in the journal, in this order; batches that come
 * while the disk is busy share the next sync.
 */
export class Journal {
  readonly index: JournalIndex;
  readonly segments: Segments;
  /** What was found amiss when the log was opened. */
  readonly damage: readonly Damage[];
  readonly #file: FileHandle;
  readonly #lock: LogLock;
  #length: number;
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;
  readonly #underWay = new Map<string, Promise<CommittedBatch>>();
  /** Why nothing can be written any more. */
  #broken: LogFault | undefined;

  private constructor(opened: Opened) {
    this.index = opened.index;
    this.segments = opened.segments;
    this.damage = opened.damage;
    this.#file = opened.file;
    this.#lock = opened.lock;
    this.#length = opened.length;
  }

  /** Takes the folder, reads the journal, drops what was never acknowledged. Throws `LogFault` where another process writes or the journal is damaged. */
  static async open(folder: string): Promise<Journal> {
    await makeFolder(segmentFolder(folder));
    const lock = lockLog(folder);
    try {
      const path = journalFile(folder);
      const { index, length } = await readJournal(path);
      const { handle: file, made } = await openToWrite(path);
      if (made) await syncFolder(folder);
      await file.truncate(length);
      const segments = new Segments(segmentFolder(folder));
      const damage = await segments.recover(index.segments());
      return new Journal({ index, length, file, segments, damage, lock });
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /**
   * Writes a batch, or finds that it is there already. Throws `LogFault` (`batch-reused`) where the id was used for other rows, and (`disk`) where nothing could be
   * written; then nothing was acknowledged.
   */
  async commit(batch: Batch): Promise<CommittedBatch> {
    const known = this.index.batch(batch.id);
    if (known.length > 0) return sameAs(known, batch);
    const other = this.#underWay.get(batch.id);
    if (other !== undefined) return sameAs((await other).entries, batch);
    const work = this.#enter({ kind: 'batch', batch }).then((indexes) => ({
      entries: indexes.flatMap((index) => entryAt(this.index, index)),
      repeated: false,
    }));
    this.#underWay.set(batch.id, work);
    try {
      return await work;
    } finally {
      this.#underWay.delete(batch.id);
    }
  }

  /** Adds a leaf that stands for no batch; gives its index. */
  async append(leaf: Exclude<LeafEntry, BatchLeaf>): Promise<number> {
    const [index = -1] = await this.#enter({ kind: 'leaf', leaf });
    return index;
  }

  /** Runs `work` while nothing is being written. */
  async exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#running !== undefined) await this.#running;
    const result = work();
    this.#running = result.then(nothing, nothing).finally(() => {
      this.#running = undefined;
      this.#start();
    });
    return result;
  }

  /** Ends when everything entered so far is written. */
  async close(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
    this.#broken ??= new LogFault('closed', text('日志已关闭。', 'The log is closed.'));
    await this.segments.close();
    await this.#file.close();
    this.#lock.release();
  }

  #enter(work: Work): Promise<readonly number[]> {
    return new Promise((done, failed) => {
      this.#queue.push({ work, done, failed });
      this.#start();
    });
  }

  #start(): void {
    if (this.#running !== undefined || this.#queue.length === 0) return;
    this.#running = this.#drain().finally(() => {
      this.#running = undefined;
      this.#start();
    });
  }

  async #drain(): Promise<void> {
    const group = this.#queue;
    this.#queue = [];
    try {
      if (this.#broken !== undefined) throw this.#broken;
      const written = await this.#write(group.map(({ work }) => work));
      for (const [index, { done }] of group.entries()) done(written[index] ?? []);
    } catch (error) {
      const fault = error instanceof LogFault ? error : diskFault(error);
      for (const { failed } of group) failed(fault);
    }
  }

  /** One group: rows and their sync, then leaves and theirs. Gives the indexes of the leaves of each. */
  async #write(group: readonly Work[]): Promise<readonly (readonly number[])[]> {
    const rows = new RowPlan(this.index);
    const lines = group.map((work) => (work.kind === 'leaf' ? [{ leaf: work.leaf }] : rows.place(work.batch)));
    await rows.write(this.segments);
    await this.#writeLines(lines.flat());
    return lines.map((each) => each.map((line) => this.index.add(line).index));
  }

  async #writeLines(lines: readonly JournalLine[]): Promise<void> {
    const bytes = Buffer.from(lines.map(formatJournalLine).join(''));
    try {
      await writeAt(this.#file, [bytes], this.#length);
      await this.#file.datasync();
    } catch (error) {
      await this.#takeBack(error);
      throw error;
    }
    this.#length += bytes.length;
  }

  /** A line that was written and not acknowledged must not be found later; where even that fails, nothing more is written here. */
  async #takeBack(cause: unknown): Promise<void> {
    try {
      await this.#file.truncate(this.#length);
      await this.#file.sync();
    } catch {
      this.#broken = diskFault(cause);
    }
  }
}

interface Opened {
  readonly index: JournalIndex;
  readonly segments: Segments;
  readonly damage: readonly Damage[];
  readonly file: FileHandle;
  readonly lock: LogLock;
  readonly length: number;
}

/** Where the rows of a group go: behind each other in the segments of their days and families. */
class RowPlan {
  readonly #index: JournalIndex;
  readonly #appends = new Map<
    string,
    { readonly name: SegmentName; readonly start: number; end: number; readonly pieces: Uint8Array[] }
  >();

  constructor(index: JournalIndex) {
    this.#index = index;
  }

  place({ id, family, days }: Batch): readonly JournalLine[] {
    return days.map(({ day, rows, root, lines }, number) => {
      const append = this.#appendTo({ day, family });
      const at = { offset: append.end, length: lines.length };
      append.pieces.push(lines);
      append.end += lines.length;
      const leaf: BatchLeaf = { format: LOG_FORMAT, kind: 'batch', batch: id, family, day, rows, root };
      return { leaf, at, ...(days.length > 1 && { part: { number, of: days.length } }) };
    });
  }

  async write(segments: Segments): Promise<void> {
    const settled = await Promise.allSettled(
      [...this.#appends.values()].map(({ name, pieces, start }) => segments.append(name, pieces, start)),
    );
    for (const result of settled) if (result.status === 'rejected') throw result.reason;
  }

  #appendTo(name: SegmentName): { end: number; readonly pieces: Uint8Array[] } {
    const key = segmentKey(name);
    const found = this.#appends.get(key);
    if (found !== undefined) return found;
    const start = this.#index.segment(name)?.end ?? 0;
    const made = { name, start, end: start, pieces: [] };
    this.#appends.set(key, made);
    return made;
  }
}

function sameAs(entries: readonly BatchEntry[], batch: Batch): CommittedBatch {
  const same =
    entries.length === batch.days.length &&
    batch.days.every(({ day, rows, root }, place) => {
      const leaf = entries[place]?.leaf;
      return leaf?.family === batch.family && leaf.day === day && leaf.rows === rows && leaf.root === root;
    });
  if (same) return { entries, repeated: true };
  throw new LogFault(
    'batch-reused',
    text(
      `批次编号 ${batch.id} 已用于另一批内容；重试须原样发送，新内容须用新编号。`,
      `The batch id ${batch.id} was used for other content. A retry sends the same again; new content has a new id.`,
    ),
  );
}

const entryAt = (index: JournalIndex, at: number): readonly BatchEntry[] => {
  const entry = index.entry(at);
  return entry?.leaf.kind === 'batch' && entry.at !== undefined ? [entry] : [];
};

const nothing = (): void => undefined;

const diskFault = (cause: unknown): LogFault =>
  new LogFault(
    'disk',
    text(
      `无法写入日志（${wordsOf(cause)}）；这一批没有被确认。`,
      `The log could not be written (${wordsOf(cause)}); this batch was not acknowledged.`,
    ),
    {},
    cause,
  );

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
