import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { text } from '@suanjian/rulebook';
import { families, type FamilyName } from '../families/families.ts';
import type { Appended, DecisionLog } from '../ingest/decision-log.ts';
import { SharedMemory } from '../ingest/shared-memory.ts';
import { LogFault } from '../journal/log-fault.ts';
import type { Refusal } from '../record/refusal.ts';
import { readCsv } from './csv.ts';
import type { FileRecord } from './file-record.ts';
import { readLineBlocks, type LineBlock } from './ndjson.ts';
import { readParquet } from './parquet.ts';
import { RejectFile, type RefusedRecord } from './reject-file.ts';
import { formatOf, openSource, type FileFormat } from './source.ts';
import type { UnpackingCeiling } from './unpacking.ts';

export interface IngestOptions {
  readonly family: FamilyName;
  /** Where the names of the files do not say it. */
  readonly format?: FileFormat;
  /** `raw`: ids of people in the files are hashed before anything is written. */
  readonly identifiers?: 'pseudonyms' | 'raw';
  /** Keeps the refused records; see reject-file.ts. */
  readonly rejectFile?: string;
  /** How much may come out of a packed file. */
  readonly ceiling?: UnpackingCeiling;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Told of refusals as they come, the first of each batch up to a hundred. */
  readonly onRefused?: (file: string, refusals: readonly Refusal[]) => void;
}

export interface IngestProgress {
  readonly file: string;
  /** Of the file, as it lies on the disk. */
  readonly bytes: number;
  readonly size: number;
  readonly accepted: number;
  /** Of the accepted, those that were in the log already. */
  readonly repeated: number;
  readonly refused: number;
}

export interface IngestedFile extends IngestProgress {
  /** Leaves of the evidence that stand for it. */
  readonly batches: number;
}

const BLOCK = 4 * 2 ** 20;
const BLOCK_ROWS = 10_000;
const UNDER_WAY = 3;
const MOST_TOLD = 100;

/**
 * Takes files into the log, in batches whose ids are made from file name, place and content: a file that is ingested again, after an interruption for instance, changes nothing.
 * Throws `LogFault` where a file cannot be read to its end; what was acknowledged until then stays, and the same call goes on from there.
 */
export async function ingestFiles(
  log: DecisionLog,
  files: readonly string[],
  options: IngestOptions,
): Promise<readonly IngestedFile[]> {
  const formats = files.map((file) => options.format ?? formatOf(file));
  const unknown = formats.findIndex((format) => format === undefined);
  if (unknown >= 0) throw unknownFormat(files[unknown] ?? '');
  const rejects = options.rejectFile === undefined ? undefined : await RejectFile.create(options.rejectFile);
  try {
    const done: IngestedFile[] = [];
    for (const [index, file] of files.entries()) {
      const format = formats[index];
      if (format !== undefined) done.push(await new FileIngest(log, file, options, rejects).run(format));
    }
    return done;
  } finally {
    await rejects?.close();
  }
}

class FileIngest {
  readonly #log: DecisionLog;
  readonly #file: string;
  readonly #options: IngestOptions;
  readonly #rejects: RejectFile | undefined;
  readonly #pool = new SharedMemory(UNDER_WAY * 4 * BLOCK);
  #accepted = 0;
  #repeated = 0;
  #refused = 0;
  #batches = 0;
  #number = 0;
  #position: () => number = () => 0;
  #size = 0;

  constructor(log: DecisionLog, file: string, options: IngestOptions, rejects: RejectFile | undefined) {
    this.#log = log;
    this.#file = file;
    this.#options = options;
    this.#rejects = rejects;
  }

  async run(format: FileFormat): Promise<IngestedFile> {
    const under = new Set<Promise<void>>();
    let failed: { readonly error: unknown } | undefined;
    for await (const block of this.#blocks(format)) {
      const work: Promise<void> = this.#take(block)
        .catch((error: unknown) => {
          failed ??= { error };
        })
        .finally(() => under.delete(work));
      under.add(work);
      if (under.size >= UNDER_WAY) await Promise.race(under);
      if (failed !== undefined) break;
    }
    await Promise.all(under);
    if (failed !== undefined) throw failed.error;
    return { ...this.#progress(), batches: this.#batches };
  }

  async *#blocks(format: FileFormat): AsyncGenerator<LineBlock, void, undefined> {
    const source = await openSource(this.#file, this.#options.ceiling);
    this.#size = source.size;
    this.#position = source.position;
    const family = families[this.#options.family];
    switch (format) {
      case 'ndjson':
        yield* readLineBlocks(source.bytes, this.#pool, BLOCK);
        return;
      case 'csv':
        yield* blocksOf(readCsv(this.#file, source.bytes, family));
        return;
      case 'parquet':
        this.#position = () => 0;
        yield* blocksOf(readParquet(this.#file, family));
        this.#position = () => source.size;
    }
  }

  async #take(block: LineBlock & { readonly lines?: readonly number[] }): Promise<void> {
    const { family, identifiers } = this.#options;
    const number = this.#number;
    this.#number += 1;
    const appended = await this.#log.append(family, block.body, {
      batch: (content) => `f-${hash('sha256', `${basename(this.#file)}\n${number}\n${content}`, 'hex').slice(0, 48)}`,
      ...(identifiers !== undefined && { identifiers }),
      // In a file that is not NDJSON the lines of a block have numbers of their own.
      ...(block.lines === undefined && { firstLine: block.firstLine, tooLong: block.tooLong }),
      mostRefusals: Number.POSITIVE_INFINITY,
    });
    await this.#count(block, appended);
    this.#pool.giveBack(block.body);
  }

  async #count(block: LineBlock & { readonly lines?: readonly number[] }, appended: Appended): Promise<void> {
    const { accepted, repeated, refused, receipt } = appended;
    this.#accepted += accepted;
    this.#repeated += repeated ? accepted : 0;
    this.#refused += refused;
    this.#batches += receipt.leaves.length;
    if (refused > 0) {
      const { lines } = block;
      const refusals =
        lines === undefined
          ? appended.refusals
          : appended.refusals.map((refusal) => ({ ...refusal, line: lines[refusal.line - 1] ?? refusal.line }));
      await this.#rejects?.add(this.#file, refusedRecords(block, appended.refusals), refusals);
      this.#options.onRefused?.(this.#file, refusals.slice(0, MOST_TOLD));
    }
    this.#options.onProgress?.(this.#progress());
  }

  #progress(): IngestProgress {
    return {
      file: this.#file,
      bytes: this.#position(),
      size: this.#size,
      accepted: this.#accepted,
      repeated: this.#repeated,
      refused: this.#refused,
    };
  }
}

/** Records as NDJSON, with the line each began on. */
async function* blocksOf(
  records: AsyncIterable<FileRecord>,
): AsyncGenerator<LineBlock & { readonly lines: readonly number[] }, void, undefined> {
  let written: string[] = [];
  let lines: number[] = [];
  const block = (): LineBlock & { readonly lines: readonly number[] } => {
    const made = { body: Buffer.from(`${written.join('\n')}\n`), firstLine: 1, tooLong: [], lines };
    written = [];
    lines = [];
    return made;
  };
  for await (const { line, record } of records) {
    written.push(inOrder(record));
    lines.push(line);
    if (written.length === BLOCK_ROWS) yield block();
  }
  if (written.length > 0) yield block();
}

/** In canonical order, and without what is absent: most lines are then recognised without being parsed. */
function inOrder(record: FileRecord['record']): string {
  const members = Object.entries(record)
    .filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify(Object.fromEntries(members));
}

/** The refused lines of a block, as they stand in it. */
function refusedRecords(
  { body, firstLine, tooLong }: LineBlock,
  refusals: readonly Refusal[],
): readonly RefusedRecord[] {
  const wanted = new Set(refusals.map(({ line }) => line));
  const dropped = new Set(tooLong);
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const found: RefusedRecord[] = [];
  let line = firstLine;
  for (let at = 0; at < bytes.length; line += 1) {
    if (dropped.has(line)) {
      found.push({ line, record: undefined });
      continue;
    }
    const end = bytes.indexOf(0x0a, at);
    if (wanted.has(line)) found.push({ line, record: bytes.toString('utf8', at, end) });
    at = end + 1;
  }
  return found;
}

const unknownFormat = (file: string): LogFault =>
  new LogFault(
    'unreadable',
    text(
      `看不出 ${file} 是什么格式；请用 .ndjson、.csv 或 .parquet 结尾，或指明格式。`,
      `The name ${file} says no format; let it end in .ndjson, .csv or .parquet, or name the format.`,
    ),
    { file },
  );
