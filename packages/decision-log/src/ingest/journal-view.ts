import { join } from 'node:path';
import { text } from '@suanjian/rulebook';
import { readJournal } from '../journal/journal-file.ts';
import type { JournalIndex, SegmentExtent, SegmentName } from '../journal/journal-index.ts';
import { journalFile, segmentFolder } from '../journal/journal.ts';
import { LogFault } from '../journal/log-fault.ts';
import { Segments } from '../journal/segments.ts';

/** Reads what a log has acknowledged: its leaves, its tree and the rows that are still there. */
export class JournalView {
  readonly index: JournalIndex;
  readonly #segments: Segments;

  constructor(index: JournalIndex, segments: Segments) {
    this.index = index;
    this.#segments = segments;
  }

  /** The rows of a batch's leaf as NDJSON. Throws `LogFault` (`deleted`, `damaged`, `not-found`). */
  async rows(leaf: number): Promise<Buffer> {
    const entry = this.index.entry(leaf);
    if (entry?.leaf.kind !== 'batch' || entry.at === undefined) throw noBatch(leaf);
    const { day, family } = entry.leaf;
    if (this.index.isDeleted(entry)) throw deleted({ day, family });
    const pieces: Buffer[] = [];
    for await (const piece of this.#segments.read({ day, family }, entry.at.offset, entry.at.length))
      pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** All rows of a segment that are there, as bytes of NDJSON in pieces that know nothing of lines. Throws `LogFault`. */
  read({ day, family, deletedBelow, end }: SegmentExtent): AsyncIterable<Buffer> {
    return this.#segments.read({ day, family }, deletedBelow, end - deletedBelow);
  }
}

/**
 * The log of a data folder as it stands now, for reading beside the process that writes it. What is acknowledged later is not in it. Throws `LogFault` where the
 * journal is damaged.
 */
export async function readDecisionLog(dataFolder: string): Promise<JournalView> {
  const folder = logFolder(dataFolder);
  const { index } = await readJournal(journalFile(folder));
  return new JournalView(index, new Segments(segmentFolder(folder)));
}

export const logFolder = (dataFolder: string): string => join(dataFolder, 'log');
export const keyFolder = (dataFolder: string): string => join(dataFolder, 'keys', 'log');

const noBatch = (leaf: number): LogFault =>
  new LogFault('not-found', text(`第 ${leaf} 叶不是批次。`, `Leaf ${leaf} is no batch.`));

const deleted = ({ day, family }: SegmentName): LogFault =>
  new LogFault(
    'deleted',
    text(
      `${day} 的 ${family} 记录已按留存规则删除，只留下证据叶。`,
      `The ${family} records of ${day} were deleted by retention; their leaves remain.`,
    ),
  );
