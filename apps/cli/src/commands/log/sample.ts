import { randomInt } from 'node:crypto';
import type { BatchEntry, JournalIndex } from '@suanjian/decision-log';

const SAMPLED = 40;

/** Draws some of the batches; another draw each time, so that nobody knows beforehand which are looked at. */
export const chooser = (index: JournalIndex): ((entry: BatchEntry) => boolean) => {
  const batches = Array.from(index.entries()).filter(({ leaf }) => leaf.kind === 'batch');
  const chosen = new Set<number>();
  while (chosen.size < Math.min(SAMPLED, batches.length)) {
    const drawn = batches[randomInt(batches.length)];
    if (drawn !== undefined) chosen.add(drawn.index);
  }
  return (entry) => chosen.has(entry.index);
};
