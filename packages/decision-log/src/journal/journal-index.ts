import { HashTree, hex, leafBytes, type BatchLeaf, type LeafEntry } from '@suanjian/evidence';
import type { JournalLine, SegmentPlace } from './journal-line.ts';

/** The rows of one family on one civil day. */
export interface SegmentName {
  readonly day: string;
  readonly family: string;
}

export const segmentKey = ({ day, family }: SegmentName): string => `${day}/${family}`;

/** A leaf with its place in the tree, from 0. */
export type JournalEntry =
  | { readonly index: number; readonly leaf: BatchLeaf; readonly at: SegmentPlace }
  | { readonly index: number; readonly leaf: Exclude<LeafEntry, BatchLeaf>; readonly at?: undefined };

export type BatchEntry = Extract<JournalEntry, { readonly leaf: BatchLeaf }>;

/** How far a segment goes, and what of it is still there. */
export interface SegmentExtent extends SegmentName {
  /** Bytes ever written. */
  readonly end: number;
  /** Bytes before this were deleted by retention. */
  readonly deletedBelow: number;
  /** Of what is there. */
  readonly rows: number;
  /** The leaves of the batches that are there, by index. */
  readonly leaves: readonly number[];
}

interface GrowingExtent extends SegmentName {
  end: number;
  deletedBelow: number;
  rows: number;
  leaves: number[];
}

/** What the journal says, in memory: every leaf, the tree over them, which batch is where. */
export class JournalIndex {
  readonly tree = new HashTree();
  readonly #entries: JournalEntry[] = [];
  readonly #batches = new Map<string, BatchEntry[]>();
  readonly #segments = new Map<string, GrowingExtent>();

  get size(): number {
    return this.#entries.length;
  }

  add({ leaf, at }: JournalLine): JournalEntry {
    const index = this.tree.append(leafBytes(leaf));
    if (leaf.kind === 'batch' && at !== undefined) {
      const entry: BatchEntry = { index, leaf, at };
      this.#entries.push(entry);
      const others = this.#batches.get(leaf.batch);
      if (others === undefined) this.#batches.set(leaf.batch, [entry]);
      else others.push(entry);
      const extent = this.#extentOf(leaf);
      extent.end = Math.max(extent.end, at.offset + at.length);
      extent.rows += leaf.rows;
      extent.leaves.push(index);
      return entry;
    }
    const entry = { index, leaf } as JournalEntry;
    this.#entries.push(entry);
    if (leaf.kind === 'retention') {
      for (const family of leaf.families) {
        const extent = this.#extentOf({ day: leaf.day, family });
        Object.assign(extent, { deletedBelow: extent.end, rows: 0, leaves: [] });
      }
    }
    return entry;
  }

  entry(index: number): JournalEntry | undefined {
    return this.#entries[index];
  }

  *entries(from = 0, to = this.size): Generator<JournalEntry, void, undefined> {
    for (let index = from; index < to; index += 1) {
      const entry = this.#entries[index];
      if (entry === undefined) return;
      yield entry;
    }
  }

  /** The leaves of a batch: one for each civil day it had rows of. */
  batch(id: string): readonly BatchEntry[] {
    return this.#batches.get(id) ?? [];
  }

  root(size = this.size): string {
    return hex(this.tree.root(size));
  }

  segment(name: SegmentName): SegmentExtent | undefined {
    return this.#segments.get(segmentKey(name));
  }

  /** By day, then family. */
  segments(): readonly SegmentExtent[] {
    return [...this.#segments.values()].sort((left, right) => (segmentKey(left) < segmentKey(right) ? -1 : 1));
  }

  /** Whether retention has deleted the rows of this leaf. */
  isDeleted({ leaf, at }: BatchEntry): boolean {
    return at.offset < (this.segment(leaf)?.deletedBelow ?? 0);
  }

  #extentOf({ day, family }: SegmentName): GrowingExtent {
    const key = segmentKey({ day, family });
    const found = this.#segments.get(key);
    if (found !== undefined) return found;
    const made: GrowingExtent = { day, family, end: 0, deletedBelow: 0, rows: 0, leaves: [] };
    this.#segments.set(key, made);
    return made;
  }
}
