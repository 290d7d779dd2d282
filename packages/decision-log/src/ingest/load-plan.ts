import type { BatchEntry, JournalIndex } from '../journal/journal-index.ts';

/** One insertion: rows of one family, of few enough days that they are few parts of the table. */
export interface Insertion {
  readonly family: string;
  readonly token: string;
  readonly entries: readonly BatchEntry[];
}

const MOST_ROWS = 200_000;
const MOST_BYTES = 64 * 2 ** 20;
const MOST_LEAVES = 500;
const MOST_DAYS = 50;

/** The end of the next window of leaves to insert together, from `from`, at most `to`. At least one leaf. */
export function windowEnd(index: JournalIndex, from: number, to: number): number {
  let rows = 0;
  let bytes = 0;
  for (const { index: at, leaf, at: place } of index.entries(from, Math.min(to, from + MOST_LEAVES))) {
    if (leaf.kind !== 'batch' || place === undefined) continue;
    rows += leaf.rows;
    bytes += place.length;
    if (at > from && (rows > MOST_ROWS || bytes > MOST_BYTES)) return at;
  }
  return Math.min(to, from + MOST_LEAVES);
}

/** The insertions of a window; the same window always gives the same ones, with the same tokens. */
export function insertionsOf(index: JournalIndex, generation: number, from: number, to: number): readonly Insertion[] {
  const byFamily = new Map<string, BatchEntry[]>();
  for (const entry of index.entries(from, to)) {
    if (entry.leaf.kind !== 'batch' || entry.at === undefined) continue;
    const { family } = entry.leaf;
    byFamily.set(family, [...(byFamily.get(family) ?? []), entry]);
  }
  return [...byFamily].flatMap(([family, entries]) =>
    byDays(entries).map((part, number) => ({
      family,
      entries: part,
      token: `${generation}:${from}-${to}:${number}`,
    })),
  );
}

function byDays(entries: readonly BatchEntry[]): readonly (readonly BatchEntry[])[] {
  const days = [...new Set(entries.map(({ leaf }) => leaf.day))].sort();
  const parts: BatchEntry[][] = [];
  for (let at = 0; at < days.length; at += MOST_DAYS) {
    const chosen = new Set(days.slice(at, at + MOST_DAYS));
    parts.push(entries.filter(({ leaf }) => chosen.has(leaf.day)));
  }
  return parts;
}
