import { text, type Text } from '@suanjian/rulebook';
import { DIGEST_LENGTH, fromHex, hex, sameBytes } from '../bytes.ts';
import { isCanonicalJson } from '../canonical.ts';
import { EvidenceFault } from '../fault.ts';
import type { HashTree } from '../merkle/hash-tree.ts';
import { verifyInclusion } from '../merkle/verify.ts';
import { checkCheckpoint, type CheckpointRefusal, type Trust, type TrustedCheckpoint } from '../note/trust.ts';
import { Members } from '../shape.ts';
import { leafEntryHash, parseBatchLeaf, type BatchLeaf } from './leaf.ts';
import { rowHash } from './rows.ts';

export const ROW_PROOF_FORMAT = 'suanjian-row-proof/1';

/** That one row stands in the log: row → batch → tree → signed checkpoint, all that is needed in one object. */
export interface RowProof {
  readonly format: typeof ROW_PROOF_FORMAT;
  /** The row in canonical JSON, without its newline. */
  readonly row: string;
  /** Its place in the batch, from 0 (`row_no`). */
  readonly rowNumber: number;
  /** From the row to the batch's root, lower-case hexadecimal, from the bottom upwards. */
  readonly rowPath: readonly string[];
  readonly leaf: BatchLeaf;
  /** The leaf's place in the log's tree, from 0. */
  readonly leafIndex: number;
  /** From the leaf to the checkpoint's root. */
  readonly leafPath: readonly string[];
  /** The checkpoint as a signed note. */
  readonly checkpoint: string;
}

export interface RowProofParts {
  readonly row: string;
  readonly rowNumber: number;
  /** The tree over the batch's rows. */
  readonly rows: HashTree;
  readonly leaf: BatchLeaf;
  readonly leafIndex: number;
  /** The log's tree, of the checkpoint's size or larger. */
  readonly tree: HashTree;
  readonly checkpoint: string;
  /** The size in the checkpoint. */
  readonly size: number;
}

/** Makes a proof; throws an `EvidenceFault` where the parts are not of one piece, so that no proof goes out that cannot hold. */
export function makeRowProof(parts: RowProofParts): RowProof {
  const { row, rowNumber, rows, leaf, leafIndex, tree, checkpoint, size } = parts;
  if (!sameBytes(rowHash(row), rows.leaf(rowNumber)) || hex(rows.root()) !== leaf.root) {
    throw new EvidenceFault(text('该行不属于该批次', 'The row is not of the batch'));
  }
  if (!sameBytes(leafEntryHash(leaf), tree.leaf(leafIndex))) {
    throw new EvidenceFault(text('该批次不在该叶位', 'The batch is not at that leaf'));
  }
  return {
    format: ROW_PROOF_FORMAT,
    row,
    rowNumber,
    rowPath: rows.inclusionProof(rowNumber).map(hex),
    leaf,
    leafIndex,
    leafPath: tree.inclusionProof(leafIndex, size).map(hex),
    checkpoint,
  };
}

/** Reads a proof strictly; throws an `EvidenceFault` that names the place. */
export function parseRowProof(value: unknown): RowProof {
  const members = new Members(value, 'proof');
  const proof: RowProof = {
    format: members.literal('format', ROW_PROOF_FORMAT),
    row: rowOf(members),
    rowNumber: members.count('rowNumber'),
    rowPath: members.digests('rowPath'),
    leaf: members.member('leaf', parseBatchLeaf),
    leafIndex: members.count('leafIndex'),
    leafPath: members.digests('leafPath'),
    checkpoint: members.text('checkpoint'),
  };
  members.end();
  return proof;
}

function rowOf(members: Members): string {
  const row = members.raw('row');
  if (typeof row === 'string' && row.isWellFormed()) return row;
  throw members.refusal('row', '规范 JSON 文本', 'a text in canonical JSON');
}

/** What in a proof does not hold. */
export type RowProofFailure =
  | 'shape'
  | 'row-not-canonical'
  | 'row-not-in-batch'
  | 'batch-not-in-tree'
  | CheckpointRefusal;

export type RowVerdict =
  | {
      readonly outcome: 'proved';
      readonly row: unknown;
      readonly leaf: BatchLeaf;
      readonly rowNumber: number;
      readonly checkpoint: TrustedCheckpoint;
    }
  | { readonly outcome: 'failed'; readonly failure: RowProofFailure; readonly text: Text };

/** Checks a proof from outside against whom one trusts; never throws for what the proof says. */
export function verifyRowProof(value: unknown, trust: Trust): RowVerdict {
  let proof: RowProof;
  try {
    proof = parseRowProof(value);
  } catch (error) {
    if (error instanceof EvidenceFault) return { outcome: 'failed', failure: 'shape', text: error.text };
    throw error;
  }
  const { row, rowNumber, rowPath, leaf, leafIndex, leafPath } = proof;
  if (!isCanonicalJson(row)) return failed('row-not-canonical', '该行不是规范 JSON', 'The row is not canonical JSON');
  const inBatch = verifyInclusion({
    leaf: rowHash(row),
    index: rowNumber,
    size: leaf.rows,
    root: digestOf(leaf.root),
    path: rowPath.map(digestOf),
  });
  if (!inBatch) {
    return failed(
      'row-not-in-batch',
      `批次 ${leaf.batch} 的第 ${rowNumber} 行不是这一行`,
      `Row ${rowNumber} of batch ${leaf.batch} is not this row`,
    );
  }
  const checkpoint = checkCheckpoint(proof.checkpoint, trust);
  if (checkpoint.outcome === 'refused') {
    return { outcome: 'failed', failure: checkpoint.reason, text: checkpoint.text };
  }
  const { size, root } = checkpoint.checkpoint;
  if (!verifyInclusion({ leaf: leafEntryHash(leaf), index: leafIndex, size, root, path: leafPath.map(digestOf) })) {
    return failed(
      'batch-not-in-tree',
      `检查点之下的第 ${leafIndex} 叶不是该批次`,
      `Leaf ${leafIndex} under the checkpoint is not this batch`,
    );
  }
  return { outcome: 'proved', row: JSON.parse(row), leaf, rowNumber, checkpoint };
}

const failed = (failure: RowProofFailure, zh: string, en: string): RowVerdict => ({
  outcome: 'failed',
  failure,
  text: text(zh, en),
});

/** `parseRowProof` let digests through only. */
const digestOf = (value: string): Uint8Array => fromHex(value, DIGEST_LENGTH) ?? new Uint8Array(0);
