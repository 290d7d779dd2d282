import { createHash } from 'node:crypto';
import { text } from '@suanjian/rulebook';
import { LogFault } from '../journal/log-fault.ts';

/** What leaves are drawn from. */
export interface Lot {
  /** 64 hexadecimal digits that the one who challenges kept secret and had committed to (`commitmentOfSeed`). */
  readonly seed: string;
  /** The checkpoint under which is drawn: its size, and its root in hexadecimal. */
  readonly size: number;
  readonly root: string;
  readonly count: number;
}

const MOST = 1000;

/** What is published before the seed: whoever answers cannot know the leaves, whoever asks cannot choose them afterwards. */
export const commitmentOfSeed = (seed: string): string =>
  createHash('sha256').update(`suanjian-challenge-seed/1\n${seed}`).digest('hex');

/** Throws `LogFault` (`invalid`) where a lot cannot be drawn from. */
export function checkLot({ seed, count }: Pick<Lot, 'seed' | 'count'>): void {
  if (!/^[0-9a-f]{64}$/u.test(seed))
    throw new LogFault('invalid', text('种子须为 64 位小写十六进制。', 'A seed is 64 lower-case hexadecimal digits.'));
  if (!Number.isSafeInteger(count) || count < 1 || count > MOST)
    throw new LogFault('invalid', text(`一次抽取 1 至 ${MOST} 叶。`, `From 1 to ${MOST} leaves are drawn at a time.`));
}

/**
 * The leaves that were drawn, in order of their places: SHA-256 over seed, root and a counter, its first 48 bits by rejection to the tree's size, until as many different ones
 * are found. All of them where there are no more.
 */
export function drawLeaves(lot: Lot): readonly number[] {
  checkLot(lot);
  const { seed, root, size, count } = lot;
  if (count >= size) return Array.from({ length: size }, (_, index) => index);
  const fair = 2 ** 48 - (2 ** 48 % size);
  const drawn = new Set<number>();
  for (let turn = 0; drawn.size < count; turn += 1) {
    const digest = createHash('sha256').update(`suanjian-challenge/1\n${seed}\n${root}\n${turn}`).digest();
    const value = digest.readUIntBE(0, 6);
    if (value < fair) drawn.add(value % size);
  }
  return [...drawn].sort((left, right) => left - right);
}
