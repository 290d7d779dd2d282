import { EvidenceFault, batchRootOfLines, hex } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import type { JournalView } from '../ingest/journal-view.ts';
import type { BatchEntry, JournalIndex } from '../journal/journal-index.ts';
import { LogFault } from '../journal/log-fault.ts';

/** The entry of a leaf, where it is a batch. */
export const batchAt = (index: JournalIndex, leaf: number): readonly BatchEntry[] => {
  const entry = index.entry(leaf);
  return entry?.leaf.kind === 'batch' && entry.at !== undefined ? [entry] : [];
};

/** The rows of a batch; undefined where they are not what its leaf says. */
export async function rowsIfSound(view: JournalView, { index, leaf }: BatchEntry): Promise<Buffer | undefined> {
  try {
    const rows = await view.rows(index);
    return hex(batchRootOfLines(rows)) === leaf.root ? rows : undefined;
  } catch (error) {
    if (error instanceof EvidenceFault || (error instanceof LogFault && error.kind === 'damaged')) return undefined;
    throw error;
  }
}

/** The rows of a batch, which nothing leaves the log without being held against its leaf. Throws `LogFault` (`damaged`, `deleted`). */
export async function soundRows(view: JournalView, entry: BatchEntry): Promise<Buffer> {
  const rows = await rowsIfSound(view, entry);
  if (rows !== undefined) return rows;
  const { day, family, batch } = entry.leaf;
  throw new LogFault(
    'damaged',
    text(
      `${day} 的 ${family} 中批次 ${batch} 与证据不符；请运行 suanjian verify log。`,
      `Batch ${batch} (${family} of ${day}) is not what the evidence says; run suanjian verify log.`,
    ),
  );
}
