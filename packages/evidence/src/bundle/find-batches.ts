import { DIGEST_LENGTH, hex, sameBytes } from '../bytes.ts';
import { rootOf } from '../merkle/wide.ts';
import type { ExpectedBatch } from './check-tree.ts';
import type { FileLines } from './file-lines.ts';
import { rowHashesOf } from './manifest.ts';

/** A file that is not what the manifest says, with what should be in it. */
export interface DamagedFile {
  readonly lines: FileLines;
  readonly batches: readonly SoughtBatch[];
  /** Stretches of lines not yet explained by a whole batch, in order. */
  free: Stretch[];
}

/** Lines from `from` up to, not including, `to`; lines count from 0 here. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A batch of a damaged file. */
export interface SoughtBatch extends ExpectedBatch {
  /** Where it should be. */
  readonly home: FileLines;
  /** Its rows' hashes, where the manifest brings them and they make its root. */
  readonly rowHashes: Buffer | undefined;
  /** Whether the manifest brings row hashes that do not make its root. */
  readonly rowHashesAltered: boolean;
  /** Where all of it was found, in order. */
  found?: { readonly lines: FileLines; readonly line: number };
}

export function damagedFile(lines: FileLines, batches: readonly ExpectedBatch[]): DamagedFile {
  const sought = batches.map(({ part, leaf }): SoughtBatch => {
    const given = rowHashesOf(part);
    const right = given !== undefined && given.length === leaf.rows * DIGEST_LENGTH && hex(rootOf(given)) === leaf.root;
    return {
      part,
      leaf,
      home: lines,
      rowHashes: right ? given : undefined,
      rowHashesAltered: given !== undefined && !right,
    };
  });
  return { lines, batches: sought, free: lines.count === 0 ? [] : [{ from: 0, to: lines.count }] };
}

/**
 * Finds the batches that are whole, wherever they lie: at the beginning and the end of every free stretch, where the manifest says, and where their first
 * row lies; first in their own file, then in the others; again until nothing more is found.
 */
export function findBatches(files: readonly DamagedFile[]): void {
  for (;;) {
    let progress = false;
    for (const file of files) {
      const missing = file.batches.filter(isMissing);
      // Forwards every batch is tried at the first free line, backwards at the last: one damage between them stops both and no more.
      for (const batch of missing) progress = atOffset(file, batch) || atEdges(file, batch) || progress;
      for (const batch of missing.toReversed()) progress = (isMissing(batch) && atEdges(file, batch)) || progress;
    }
    if (!progress) break;
  }
  for (;;) {
    const places = firstRows(files);
    let progress = false;
    for (const batch of files.flatMap(({ batches }) => batches.filter(isMissing))) {
      progress =
        byFirstRow(places, batch) ||
        files.some((file) => file.lines !== batch.home && atEdges(file, batch)) ||
        progress;
    }
    if (!progress) return;
  }
}

export const isMissing = ({ found }: SoughtBatch): boolean => found === undefined;

function atOffset(file: DamagedFile, batch: SoughtBatch): boolean {
  const line = file.lines.lineAt(batch.part.offset);
  return line !== undefined && take(file, batch, line);
}

const atEdges = (file: DamagedFile, batch: SoughtBatch): boolean =>
  file.free.some(({ from, to }) => take(file, batch, from) || take(file, batch, to - batch.leaf.rows));

interface Place {
  readonly file: DamagedFile;
  readonly line: number;
}

/** Where the first rows of the missing batches lie. */
function firstRows(files: readonly DamagedFile[]): ReadonlyMap<string, readonly Place[]> {
  const wanted = new Map<string, Place[]>();
  for (const { batches } of files) {
    for (const batch of batches) {
      const first = isMissing(batch) ? batch.rowHashes?.subarray(0, DIGEST_LENGTH) : undefined;
      if (first !== undefined) wanted.set(hex(first), []);
    }
  }
  if (wanted.size === 0) return wanted;
  for (const file of files) {
    for (const { from, to } of file.free) {
      for (let line = from; line < to; line += 1) wanted.get(hex(file.lines.hash(line)))?.push({ file, line });
    }
  }
  return wanted;
}

function byFirstRow(places: ReadonlyMap<string, readonly Place[]>, batch: SoughtBatch): boolean {
  const first = batch.rowHashes?.subarray(0, DIGEST_LENGTH);
  return first !== undefined && (places.get(hex(first)) ?? []).some(({ file, line }) => take(file, batch, line));
}

/** Whether all of the batch lies here, free; then it is found and the lines are free no more. */
function take(file: DamagedFile, batch: SoughtBatch, line: number): boolean {
  const { leaf, rowHashes } = batch;
  const end = line + leaf.rows;
  const at = file.free.findIndex(({ from, to }) => from <= line && end <= to);
  const stretch = file.free[at];
  if (stretch === undefined) return false;
  const hashes = file.lines.hashes(line, end);
  const same = rowHashes === undefined ? hex(rootOf(hashes)) === leaf.root : sameBytes(hashes, rowHashes);
  if (!same) return false;
  batch.found = { lines: file.lines, line };
  const rest = [
    { from: stretch.from, to: line },
    { from: end, to: stretch.to },
  ].filter(({ from, to }) => from < to);
  file.free.splice(at, 1, ...rest);
  return true;
}
