import {
  HashTree,
  digestsOf,
  hashRows,
  hex,
  leafBytes,
  leafEntryHash,
  makeRowProof,
  verifyRowProof,
  type RowProof,
} from '../src/index.ts';
import { fileOf, sampleExport } from '../src/testing/sample-export.ts';

export function logVectors(): object {
  const { leaves, tree, files, manifest, log } = sampleExport({ rowHashes: false, leaves: false, paths: false });
  const file = fileOf('exposure', '2026-09-21');
  const [batch] = manifest.segments.find((segment) => segment.file === file)?.batches ?? [];
  if (batch === undefined) throw new Error('The sample has a batch');
  const rows = (files.get(file) ?? []).slice(0, batch.leaf.rows);
  const hashes = hashRows(rows);
  const proof = makeRowProof({
    row: rows[3] ?? '',
    rowNumber: 3,
    rows: HashTree.of(hashes),
    leaf: batch.leaf,
    leafIndex: batch.index,
    tree,
    checkpoint: manifest.checkpoint,
    size: tree.size,
  });
  const spoiled: readonly (readonly [string, RowProof])[] = [
    ['nothing was changed', proof],
    ['another row', { ...proof, row: rows[2] ?? '' }],
    ['the row in another writing', { ...proof, row: ` ${proof.row}` }],
    ['another place in the batch', { ...proof, rowNumber: 2 }],
    ['another batch root', { ...proof, leaf: { ...proof.leaf, root: '00'.repeat(32) } }],
    ['another family', { ...proof, leaf: { ...proof.leaf, family: 'quote' } }],
    ['another leaf', { ...proof, leafIndex: proof.leafIndex + 1 }],
    ['another size in the checkpoint', { ...proof, checkpoint: proof.checkpoint.replace('\n11\n', '\n12\n') }],
  ];
  const trust = { logs: [log.verifier] };
  return {
    leaves: leaves.map((entry) => ({
      entry,
      bytes: Buffer.from(leafBytes(entry)).toString('utf8'),
      hash: hex(leafEntryHash(entry)),
    })),
    root: hex(tree.root()),
    batch: { index: batch.index, rows, rowHashes: [...digestsOf(hashes)].map(hex), root: batch.leaf.root },
    trusted: { logs: [log.verifier.encoded] },
    proofs: spoiled.map(([what, value]) => {
      const verdict = verifyRowProof(value, trust);
      return {
        what,
        proof: value,
        outcome: verdict.outcome,
        ...(verdict.outcome === 'failed' && { failure: verdict.failure }),
      };
    }),
  };
}
