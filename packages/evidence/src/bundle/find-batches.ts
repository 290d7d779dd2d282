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
  /** The line it should begin with, from 0. */
  readonly line: number;
  /** Its rows' hashes, where the manifest brings them and they make its root. */
  readonly rowHashes: Buffer | undefined;
  /** Whether the manifest brings row hashes that do not make its root. */
  readonly rowHashesAltered: boolean;
  /** Where all of it was found, in order. */
  found?: { readonly lines: FileLines; readonly line: number };
}

export function damagedFile(lines: FileLines, batches: readonly ExpectedBatch[]): DamagedFile {
  let line = 0;
  const sought = batches.map(({ part, leaf }): SoughtBatch => {
    const first = line;
    line += leaf.rows;
    const given = rowHashesOf(part);
    const right = given !== undefined && given.length === leaf.rows * DIGEST_LENGTH && hex(rootOf(given)) === leaf.root;
    return {
      part,
      leaf,
      home: lines,
      line: first,
      rowHashes: right ? given : undefined,
      rowHashesAltered: given !== undefined && !right,
    };
  });
  return { lines, batches: sought, free: lines.count === 0 ? [] : [{ from: 0, to: lines.count }] };
}

/**
 * Finds the batches that are whole, wherever they lie: where the manifest says, and at the beginning and the end of every free stretch of their file; what
 * is not found so is sought through all the lines, and what lies beside it is tried again.
 */
export function findBatches(files: readonly DamagedFile[]): void {
  findBeside(files);
  const places = firstRows(files);
  for (const batch of files.flatMap(({ batches }) => batches)) {
    // Free lines only become fewer: what was sought once in vain need not be sought again.
    if (!isMissing(batch)) continue;
    const own = files.find(({ lines }) => lines === batch.home);
    const found =
      byFirstRow(places, batch) ||
      (own !== undefined && byLength(own, batch)) ||
      files.some((file) => file !== own && (atEdges(file, batch) || byLength(file, batch)));
    if (found) findBeside(files);
  }
}

/** Forwards every batch is tried at the first free line, backwards at the last: one damage between them stops both and no more. */
function findBeside(files: readonly DamagedFile[]): void {
  for (const file of files) {
    let progress = true;
    while (progress) {
      progress = false;
      const missing = file.batches.filter(isMissing);
      for (const batch of missing) progress = atOffset(file, batch) || atEdges(file, batch) || progress;
      for (const batch of missing.toReversed()) progress = (isMissing(batch) && atEdges(file, batch)) || progress;
    }
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

/** How far from its place a batch without row hashes is sought, and how often its root is worked out for it. */
const FARTHEST = 100_000;
const MOST_TRIES = 64;

/** Without row hashes: outwards from its place, wherever as many lines as it has rows have as many bytes as it has. */
function byLength(file: DamagedFile, batch: SoughtBatch): boolean {
  if (batch.rowHashes !== undefined) return false;
  const { lines } = file;
  const { length } = batch.part;
  const { rows } = batch.leaf;
  let tries = 0;
  for (let distance = 0; distance <= FARTHEST; distance += 1) {
    for (const line of distance === 0 ? [batch.line] : [batch.line - distance, batch.line + distance]) {
      if (line < 0 || line + rows > lines.count || lines.start(line + rows) - lines.start(line) !== length) continue;
      if (take(file, batch, line)) return true;
      tries += 1;
      if (tries === MOST_TRIES) return false;
    }
  }
  return false;
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
