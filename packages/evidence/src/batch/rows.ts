import { DIGEST_LENGTH, hex, utf8 } from '../bytes.ts';
import { leafHash } from '../merkle/hashing.ts';
import { hashLines, hashRows, rootOf } from '../merkle/wide.ts';
import { LOG_FORMAT, type BatchLeaf } from './leaf.ts';

/** The leaf hash of one row in canonical JSON. */
export const rowHash = (canonicalRow: string): Uint8Array => leafHash(utf8(canonicalRow));

/** The root over rows in canonical JSON, in order. */
export const batchRoot = (rows: readonly string[]): Uint8Array => rootOf(hashRows(rows));

/** The root over the lines of NDJSON as it lies in a segment, each with its newline; faster than `batchRoot` where the bytes are there already. */
export const batchRootOfLines = (lines: Uint8Array): Uint8Array => rootOf(hashLines(lines));

/** What a batch is called, beside what its rows say. */
export type BatchName = Pick<BatchLeaf, 'batch' | 'family' | 'day'>;

/** The leaf of a batch, from its rows as they lie in the segment or from their hashes side by side. */
export function batchLeaf(
  name: BatchName,
  from: { readonly lines: Uint8Array } | { readonly rowHashes: Uint8Array },
): BatchLeaf {
  const hashes = 'lines' in from ? hashLines(from.lines) : from.rowHashes;
  return {
    format: LOG_FORMAT,
    kind: 'batch',
    batch: name.batch,
    family: name.family,
    day: name.day,
    rows: hashes.length / DIGEST_LENGTH,
    root: hex(rootOf(hashes)),
  };
}
