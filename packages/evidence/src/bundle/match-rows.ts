import { DIGEST_LENGTH, hex } from '../bytes.ts';
import type { DamagedFile, SoughtBatch, Stretch } from './find-batches.ts';
import { isMissing } from './find-batches.ts';
import { longestRun } from './longest-run.ts';

/** A row of a batch that is not whole, with what became of it. */
export interface SoughtRow {
  readonly batch: SoughtBatch;
  readonly row: number;
  readonly hash: string;
  /** The lines of the file between which it should lie: after the whole batches before it, before those after it. */
  readonly bounds: Stretch;
  /** Where it lies; the file only where it is another one. */
  at?: { readonly line: number; readonly other?: DamagedFile; readonly inOrder: boolean };
  /** A line of unknown content in its place. */
  replacedBy?: number;
}

/** The rows sought in a file and the lines nothing is known of. */
export interface FileRows {
  readonly file: DamagedFile;
  readonly rows: readonly SoughtRow[];
  /** In order; only those that nothing explains are left in the end. */
  readonly unknown: Set<number>;
}

/** Where whole batches that kept their order leave room for the batches that are missing. */
export function boundsOf({ lines, batches }: DamagedFile): ReadonlyMap<SoughtBatch, Stretch> {
  const atHome = batches.filter(({ found }) => found?.lines === lines);
  const kept = keptOrder(atHome);
  const bounds = new Map<SoughtBatch, Stretch>();
  let from = 0;
  let waiting: SoughtBatch[] = [];
  const settle = (to: number): void => {
    for (const batch of waiting) bounds.set(batch, { from, to });
    waiting = [];
  };
  for (const batch of batches) {
    if (isMissing(batch)) waiting.push(batch);
    if (batch.found === undefined || !kept.has(batch)) continue;
    settle(batch.found.line);
    from = batch.found.line + batch.leaf.rows;
  }
  settle(lines.count);
  return bounds;
}

/** Of the batches found in their own file, those that stand in the manifest's order. */
export function keptOrder(atHome: readonly SoughtBatch[]): ReadonlySet<SoughtBatch> {
  const run = longestRun(atHome.map(({ found }) => found?.line ?? 0));
  return new Set(atHome.filter((_, index) => run.has(index)));
}

/** Says of every row of the missing batches what became of it, and of every line left whether it is known. */
export function matchRows(files: readonly DamagedFile[]): readonly FileRows[] {
  const all = files.map(soughtIn);
  for (const rows of all) matchWithin(rows);
  matchAcross(all);
  for (const rows of all) pairReplaced(rows);
  return all;
}

function soughtIn(file: DamagedFile): FileRows {
  const bounds = boundsOf(file);
  const rows = file.batches.filter(isMissing).flatMap((batch): SoughtRow[] => {
    const hashes = batch.rowHashes;
    if (hashes === undefined) return [];
    return Array.from({ length: batch.leaf.rows }, (_, row) => ({
      batch,
      row,
      hash: hex(hashes.subarray(row * DIGEST_LENGTH, (row + 1) * DIGEST_LENGTH)),
      bounds: bounds.get(batch) ?? { from: 0, to: 0 },
    }));
  });
  const unknown = new Set<number>();
  for (const { from, to } of file.free) for (let line = from; line < to; line += 1) unknown.add(line);
  return { file, rows, unknown };
}

/** The unknown lines of a file by their hash. Each list is gone through once, forwards, however often its hash occurs. */
class UnknownLines {
  readonly #unknown: Set<number>;
  readonly #byHash = new Map<string, { readonly lines: number[]; near: number; any: number }>();

  constructor({ file, unknown }: FileRows) {
    this.#unknown = unknown;
    for (const line of unknown) {
      const key = hex(file.lines.hash(line));
      const same = this.#byHash.get(key);
      if (same === undefined) this.#byHash.set(key, { lines: [line], near: 0, any: 0 });
      else same.lines.push(line);
    }
  }

  /** The first line of this hash within the bounds, known from then on. Bounds may only move forwards from one call to the next. */
  takeNear(hash: string, { from, to }: Stretch): number | undefined {
    const same = this.#byHash.get(hash);
    if (same === undefined) return undefined;
    while ((same.lines[same.near] ?? Number.POSITIVE_INFINITY) < from) same.near += 1;
    const line = same.lines[same.near];
    if (line === undefined || line >= to) return undefined;
    same.near += 1;
    this.#unknown.delete(line);
    return line;
  }

  /** The first line of this hash that is left, known from then on. */
  takeAny(hash: string): number | undefined {
    const same = this.#byHash.get(hash);
    if (same === undefined) return undefined;
    for (; same.any < same.lines.length; same.any += 1) {
      const line = same.lines[same.any];
      if (line !== undefined && this.#unknown.delete(line)) return line;
    }
    return undefined;
  }
}

/** Rows found in their own file: first where they should be, then anywhere; those that break the order of the rest have moved. */
function matchWithin(rows: FileRows): void {
  if (rows.rows.length === 0) return;
  const lines = new UnknownLines(rows);
  const near: { readonly row: SoughtRow; readonly line: number }[] = [];
  for (const row of rows.rows) {
    const line = lines.takeNear(row.hash, row.bounds);
    if (line !== undefined) near.push({ row, line });
  }
  const run = longestRun(near.map(({ line }) => line));
  for (const [index, { row, line }] of near.entries()) row.at = { line, inOrder: run.has(index) };
  for (const row of rows.rows) {
    if (row.at !== undefined) continue;
    const line = lines.takeAny(row.hash);
    if (line !== undefined) row.at = { line, inOrder: false };
  }
}

function matchAcross(all: readonly FileRows[]): void {
  if (!all.some(({ rows }) => rows.some(({ at }) => at === undefined))) return;
  const others = all.map((rows) => ({ file: rows.file, lines: new UnknownLines(rows) }));
  for (const { file, rows } of all) {
    for (const row of rows) {
      if (row.at !== undefined) continue;
      for (const other of others) {
        const line = other.file === file ? undefined : other.lines.takeAny(row.hash);
        if (line === undefined) continue;
        row.at = { line, other: other.file, inOrder: false };
        break;
      }
    }
  }
}

/** A row that is gone and an unknown line in the same gap between neighbours that are in order: the line stands in place of the row. */
function pairReplaced({ rows, unknown }: FileRows): void {
  const free = [...unknown];
  // Where the next row in order lies, seen from every row.
  const nexts: number[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const row of rows.toReversed()) {
    nexts.push(next);
    if (row.at?.inOrder === true) next = row.at.line;
  }
  let lower = 0;
  let pointer = 0;
  for (const row of rows) {
    const upper = Math.min(row.bounds.to, nexts.pop() ?? Number.POSITIVE_INFINITY);
    lower = Math.max(lower, row.bounds.from);
    if (row.at?.inOrder === true) lower = row.at.line + 1;
    if (row.at !== undefined) continue;
    while ((free[pointer] ?? Number.POSITIVE_INFINITY) < lower) pointer += 1;
    const line = free[pointer];
    if (line === undefined || line >= upper) continue;
    pointer += 1;
    unknown.delete(line);
    row.replacedBy = line;
  }
}
