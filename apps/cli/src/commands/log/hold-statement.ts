import { hex, parseCheckpoint } from '@suanjian/evidence';
import type { JournalIndex, KnownHold } from '@suanjian/decision-log';
import { CliFault } from '../../fault.ts';
import { retentionTexts } from '../../texts/log-retention.ts';

/** Describes what a matter takes as the confirmation of a hold; a new shape is another format. */
const HOLDS_FORMAT = 'suanjian-holds/1';

/**
 * What the log says about holds so that others can verify it: each with its leaf, the path from the leaf to the root of the checkpoint, and the
 * checkpoint with the key that signed it. The leaf commits to the description (`commitmentOf`).
 * @throws CliFault where the checkpoint is older than a hold
 */
export const holdStatement = (
  known: readonly KnownHold[],
  index: JournalIndex,
  { checkpoint, key }: { readonly checkpoint: string; readonly key: string },
): object => {
  const { size } = parseCheckpoint(checkpoint).checkpoint;
  const leaves = new Map(
    [...index.entries()].flatMap((entry) => (entry.leaf.kind === 'hold' ? [[entry.leaf.hold, entry] as const] : [])),
  );
  const holds = known.flatMap(({ id, state, hold }) => {
    const entry = leaves.get(id);
    if (entry === undefined || hold === undefined) return [];
    if (entry.index >= size) throw new CliFault(retentionTexts.checkpointBeforeHold(id));
    const leafPath = index.tree.inclusionProof(entry.index, size).map(hex);
    return [{ state, hold, leaf: entry.leaf, leafIndex: entry.index, leafPath }];
  });
  return { format: HOLDS_FORMAT, checkpoint, key, holds };
};
