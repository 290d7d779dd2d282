export { EvidenceFault } from './fault.ts';
export { canonicalJson, isCanonicalJson } from './canonical.ts';
export { commitmentOf } from './receipt.ts';
export { DIGEST_LENGTH, base64, fromBase64, fromHex, hex } from './bytes.ts';

export { emptyRoot, leafHash, nodeHash } from './merkle/hashing.ts';
export { Tree, type Frontier } from './merkle/tree.ts';
export { HashTree, digestsOf } from './merkle/hash-tree.ts';
export { LeafHashes, hashLines, hashRows, rootOf } from './merkle/wide.ts';
export { verifyConsistency, verifyInclusion, type ConsistencyClaim, type InclusionClaim } from './merkle/verify.ts';

export { keyId, parseSigner, parseVerifier, signatureTypes, signerFrom } from './note/keys.ts';
export type { KeyKind, Signer, Verifier } from './note/keys.ts';
export { checkNote, cosignedMessage, formatNote, parseNote, signNote } from './note/note.ts';
export type { CheckedSignature, Note, NoteCheck, SignatureLine } from './note/note.ts';
export {
  checkpointText,
  cosignCheckpoint,
  parseCheckpoint,
  parseCheckpointText,
  signCheckpoint,
} from './note/checkpoint.ts';
export type { Checkpoint, SignedCheckpoint } from './note/checkpoint.ts';
export { checkCheckpoint } from './note/trust.ts';
export type { CheckpointCheck, CheckpointRefusal, Trust, TrustedCheckpoint } from './note/trust.ts';

export { LOG_FORMAT, leafBytes, leafEntryHash, parseBatchLeaf, parseLeaf } from './batch/leaf.ts';
export type {
  BatchLeaf,
  ExtractLeaf,
  ExtractScope,
  HoldLeaf,
  HoldReleaseLeaf,
  KeyEpochLeaf,
  LeafEntry,
  RetentionLeaf,
} from './batch/leaf.ts';
export { batchLeaf, batchRoot, batchRootOfLines, rowHash, type BatchName } from './batch/rows.ts';
export { ROW_PROOF_FORMAT, makeRowProof, parseRowProof, verifyRowProof } from './batch/row-proof.ts';
export type { RowProof, RowProofFailure, RowProofParts, RowVerdict } from './batch/row-proof.ts';

export { MANIFEST_FORMAT, parseManifest } from './bundle/manifest.ts';
export type {
  Manifest,
  ManifestBatch,
  ManifestConsistency,
  ManifestScope,
  ManifestSegment,
} from './bundle/manifest.ts';
export { verifySegments } from './bundle/verify-segments.ts';
export type { SegmentsReport, VerifySegments } from './bundle/verify-segments.ts';
export { faultText } from './bundle/faults.ts';
export type { LineForm, SegmentFault } from './bundle/faults.ts';
export type { OpenFile } from './bundle/bytes-of-file.ts';
export { statements, statementsFor } from './statements.ts';
