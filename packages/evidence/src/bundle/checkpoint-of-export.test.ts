import { describe, expect, it } from 'vitest';
import { hex } from '../bytes.ts';
import { leafEntryHash } from '../batch/leaf.ts';
import { HashTree } from '../merkle/hash-tree.ts';
import { cosignCheckpoint } from '../note/checkpoint.ts';
import { signerFrom } from '../note/keys.ts';
import { full, bare, trust, check, faultsOf } from '../testing/check-export.ts';
import { checkpointOf } from '../testing/sample-export.ts';

describe('the checkpoint', () => {
  const stranger = signerFrom('suanjian.example/log', new Uint8Array(32).fill(99));

  it('must be signed by a trusted key, whatever else holds', async () => {
    const report = await check(full.files, { trust: { logs: [stranger.verifier] } });
    expect(faultsOf(report)).toMatchObject([{ kind: 'checkpoint', reason: 'not-signed-by-trusted-log' }]);
    expect(report).toMatchObject({ outcome: 'faulty', complete: false, intact: { batches: 8 } });
    expect(report).not.toHaveProperty('checkpoint');
  });

  it('must not be another log’s', async () => {
    expect(faultsOf(await check(full.files, { manifest: { ...full.manifest, origin: 'another' } }))).toMatchObject([
      { kind: 'origin-mismatch', manifest: 'another' },
    ]);
  });

  it('must have witnesses where they are asked for', async () => {
    const witness = signerFrom('witness.example', new Uint8Array(32).fill(5), 'cosignature');
    const asked = { ...trust, witnesses: [witness.verifier], quorum: 1 };
    expect(faultsOf(await check(full.files, { trust: asked }))).toMatchObject([{ reason: 'too-few-witnesses' }]);
    const checkpoint = cosignCheckpoint(full.manifest.checkpoint, witness, 1_790_000_000);
    expect(await check(full.files, { trust: asked, manifest: { ...full.manifest, checkpoint } })).toMatchObject({
      outcome: 'sound',
      checkpoint: { witnesses: [{ name: 'witness.example' }] },
    });
  });

  it('goes on from every earlier one', async () => {
    for (let size = 0; size <= full.tree.size; size += 1) {
      const held = checkpointOf(full.tree, full.log, size);
      expect(await check(full.files, { held })).toMatchObject({ outcome: 'sound' });
    }
  });

  it('goes on from an earlier one by proof, where the leaves are not there', async () => {
    const held = checkpointOf(bare.tree, bare.log, 6);
    const proof = { size: 6, path: bare.tree.consistencyProof(6).map(hex) };
    const proved = { ...bare.manifest, consistency: [proof] };
    expect(await check(bare.files, { manifest: proved, held })).toMatchObject({ outcome: 'sound' });
    expect(faultsOf(await check(bare.files, { manifest: bare.manifest, held }))).toEqual([
      { kind: 'consistency-unproved', held: 6, size: 11 },
    ]);
    const spoiled = { ...bare.manifest, consistency: [{ ...proof, path: proof.path.toReversed() }] };
    expect(faultsOf(await check(bare.files, { manifest: spoiled, held }))).toEqual([
      { kind: 'log-rewritten', held: 6, size: 11 },
    ]);
  });

  it('shows that the log was rewritten or rolled back', async () => {
    const other = HashTree.of(full.leaves.toReversed().map(leafEntryHash));
    for (const size of [1, 6, 11]) {
      expect(faultsOf(await check(full.files, { held: checkpointOf(other, full.log, size) }))).toEqual([
        { kind: 'log-rewritten', held: size, size: 11 },
      ]);
    }
    other.append(new Uint8Array(1));
    expect(faultsOf(await check(full.files, { held: checkpointOf(other, full.log) }))).toEqual([
      { kind: 'log-rolled-back', held: 12, size: 11 },
    ]);
  });

  it('is not held against what nobody signed', async () => {
    const held = checkpointOf(full.tree, stranger);
    expect(faultsOf(await check(full.files, { held }))).toMatchObject([{ kind: 'held-checkpoint' }]);
  });
});
