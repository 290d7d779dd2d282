import { checkCheckpoint, cosignCheckpoint, signerFrom } from '@suanjian/evidence';
import { describe, expect, test } from 'vitest';
import { readCheckpoint } from './checkpoints.ts';
import { logFolder } from './journal-view.ts';
import { row } from './testing/rows.ts';
import { openTestLog, temporaryFolder } from './testing/with-folder.ts';

const witness = signerFrom('witness.invalid', new Uint8Array(32).fill(7), 'cosignature');

describe('a checkpoint', () => {
  test('is signed under the name of the log, and the same while nothing comes', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder, { origin: 'demo.invalid/log' });
    await log.append('intervention', row('a'));
    const note = await log.checkpoint();
    expect(checkCheckpoint(note, { logs: [log.verifier] })).toMatchObject({
      outcome: 'trusted',
      checkpoint: { origin: 'demo.invalid/log', size: 1 },
    });
    expect(await log.checkpoint()).toBe(note);
    expect(await readCheckpoint(logFolder(folder))).toBe(note);
    await log.append('intervention', row('b'));
    expect(await log.checkpoint()).not.toBe(note);
    await log.close();
    await expect(openTestLog(folder, { origin: 'other.invalid/log' })).rejects.toMatchObject({ kind: 'key' });
    expect((await openTestLog(folder)).verifier.name).toBe('demo.invalid/log');
  });

  test('gathers cosignatures, and keeps them while nothing comes', async () => {
    const log = await openTestLog(await temporaryFolder());
    await log.append('intervention', row('a'));
    const note = await log.checkpoint();
    const cosigned = await log.addCosignature(cosignCheckpoint(note, witness, 1_795_000_000), witness.verifier);
    expect(checkCheckpoint(cosigned, { logs: [log.verifier], witnesses: [witness.verifier], quorum: 1 }).outcome).toBe(
      'trusted',
    );
    expect(await log.checkpoint()).toBe(cosigned);
  });

  test('takes no signature that does not hold, and none under another checkpoint', async () => {
    const log = await openTestLog(await temporaryFolder());
    await log.append('intervention', row('a'));
    const note = await log.checkpoint();
    await expect(log.addCosignature(note, witness.verifier)).rejects.toMatchObject({ kind: 'invalid' });
    const cosigned = cosignCheckpoint(note, witness, 1_795_000_000);
    await log.append('intervention', row('b'));
    await log.checkpoint();
    await expect(log.addCosignature(cosigned, witness.verifier)).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('is written by itself after so many leaves', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder, { checkpointEvery: 2 });
    await log.append('intervention', row('a'));
    expect(await readCheckpoint(logFolder(folder))).toBeUndefined();
    await log.append('intervention', row('b'));
    await expect.poll(() => readCheckpoint(logFolder(folder))).toContain('\n2\n');
  });
});
