import {
  checkNote,
  commitmentOf,
  DIGEST_LENGTH,
  EvidenceFault,
  fromHex,
  leafEntryHash,
  parseCheckpoint,
  parseLeaf,
  parseVerifier,
  verifyInclusion,
} from '@suanjian/evidence';
import type { LeafClaim, LeafJudgement } from '@suanjian/matters';

/**
 * Whether a log whose key is known has signed that something stands in it: one of the keys signs the checkpoint, the leaf commits to the
 * description, and the path leads from the leaf to the root that was signed.
 */
export const judgeLeaf = (
  { checkpoint, leaf, index, path, described }: LeafClaim,
  vkeys: readonly string[],
): LeafJudgement => {
  try {
    const signed = parseCheckpoint(checkpoint);
    const check = checkNote(signed.note, vkeys.map(parseVerifier));
    if (check.outcome === 'false-signature') return 'not-proved';
    if (check.signatures.length === 0) return 'unknown-key';
    const entry = parseLeaf(leaf);
    const digests = path.flatMap((each) => fromHex(each, DIGEST_LENGTH) ?? []);
    if (digests.length !== path.length) return 'not-proved';
    const { size, root } = signed.checkpoint;
    const stands = verifyInclusion({
      leaf: leafEntryHash(entry),
      index,
      size,
      root,
      path: digests,
    });
    return stands && 'commitment' in entry && entry.commitment === commitmentOf(described) ? 'proved' : 'not-proved';
  } catch (error) {
    if (error instanceof EvidenceFault) return 'not-proved';
    throw error;
  }
};
