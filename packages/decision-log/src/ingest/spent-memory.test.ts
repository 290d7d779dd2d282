import { setImmediate as turn } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { clearSpentPieces, clearSpentShared } from './spent-memory.ts';

const mebibytes = (): number => process.memoryUsage().arrayBuffers / 2 ** 20;

/** As many pieces as two batches come in; nobody keeps them. */
const receive = (): void => {
  for (let piece = 0; piece < 160; piece += 1) new Uint8Array(65_536).fill(piece);
};

test('pieces nobody keeps are gone when enough came', async () => {
  clearSpentPieces(4 * 2 ** 20);
  const before = mebibytes();
  receive();
  clearSpentPieces(1);
  expect(mebibytes() - before).toBeGreaterThan(8);
  clearSpentPieces(4 * 2 ** 20);
  // The engine gives the memory back in a thread of its own.
  await vi.waitFor(() => expect(mebibytes() - before).toBeLessThan(4));
});

test('shared memory nobody keeps is gone when enough was let go', async () => {
  const memory = (() => new WeakRef(new SharedArrayBuffer(2 ** 20)))();
  // A reference that was looked at holds until the end of the turn.
  await turn();
  clearSpentShared(2 ** 20);
  clearSpentShared(128 * 2 ** 20);
  await turn();
  expect(memory.deref()).toBeUndefined();
});

test('nobody else gets to collect garbage', () => {
  clearSpentPieces(4 * 2 ** 20);
  expect('gc' in globalThis).toBe(false);
  expect(runInNewContext('typeof gc')).toBe('undefined');
});
