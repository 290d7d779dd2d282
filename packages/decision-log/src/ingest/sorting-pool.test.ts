import { expect, onTestFinished, test } from 'vitest';
import type { SortedBatch } from '../record/batch-sorter.ts';
import { SharedMemory } from './shared-memory.ts';
import { sortHere } from './sort-here.ts';
import { SortingPool } from './sorting-pool.ts';
import { body, day, noon, row } from './testing/rows.ts';
import { testNow } from './testing/with-folder.ts';

const request = { now: testNow };
/** Enough for a thread. */
const canonical = body('a', 1500);
const written = JSON.stringify({ time: noon, provider: 'demo', kind: 'pin', intervention: 'of another form' });

const content = ({ days, ...counts }: SortedBatch): unknown => ({
  ...counts,
  days: days.map(({ lines, ...rest }) => ({ ...rest, lines: Buffer.from(lines).toString() })),
});
const here = (bytes: Uint8Array): unknown => content(sortHere('intervention', Uint8Array.from(bytes), request));

test('a thread gives what is given here, from memory of any kind', async () => {
  const pool = new SortingPool(1);
  onTestFinished(() => pool.close());
  const memory = new SharedMemory(2 ** 22);
  const shared = (text: string): Uint8Array => {
    const bytes = memory.take(Buffer.byteLength(text));
    Buffer.from(text).copy(bytes);
    return bytes.subarray(0, Buffer.byteLength(text));
  };
  const twoDays = `${canonical}${body('b', 10, noon + day)}${body('c', 10)}`;
  const bodies: readonly (() => Uint8Array)[] = [
    () => shared(canonical),
    // The same memory with other content.
    () => shared(twoDays),
    () => shared(`${canonical}${written}\nnonsense\n${canonical}`),
    () => shared(`${canonical}${row('last')}`),
    () => Buffer.from(canonical),
    () => Buffer.concat([Buffer.from('before'), Buffer.from(`${twoDays}${row('last')}`)]).subarray(6),
    () => Buffer.concat([Buffer.from('before'), Buffer.from(twoDays), Buffer.from('behind')]).subarray(6, -6),
  ];
  for (const make of bodies) {
    const bytes = make();
    const before = Buffer.from(bytes).toString();
    expect(content(await pool.sort('intervention', bytes, request))).toEqual(here(bytes));
    expect(Buffer.from(bytes).toString()).toBe(before);
    memory.giveBack(bytes);
  }
});

test('rows that are canonical come back as a view of the body', async () => {
  const pool = new SortingPool(1);
  onTestFinished(() => pool.close());
  const bytes = new Uint8Array(new SharedArrayBuffer(canonical.length));
  Buffer.from(canonical).copy(bytes);
  const [rows] = (await pool.sort('intervention', bytes, request)).days;
  expect(rows?.lines).toHaveLength(canonical.length);
  // The same memory, whatever object stands for it on this side.
  bytes[0] = 0x21;
  expect(rows?.lines[0]).toBe(0x21);
});
