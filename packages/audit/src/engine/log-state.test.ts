import type { LeafEntry } from '@suanjian/evidence';
import { expect, test } from 'vitest';
import { dayCommitment, logState } from './log-state.ts';

let next = 0;
const batch = (family: string, day: string): LeafEntry => {
  next += 1;
  return {
    format: 'suanjian-log/1',
    kind: 'batch',
    batch: `b${next}`,
    family,
    day,
    rows: 1,
    root: String(next).padStart(64, '0'),
  };
};
const places = [
  { family: 'exposure', history: false },
  { family: 'control', history: true },
] as const;

const leaves = [
  batch('exposure', '2026-01-01'),
  batch('control', '2026-01-01'),
  batch('exposure', '2026-01-02'),
  batch('exposure', '2026-01-03'),
];
const before = logState(leaves, 'r');
const changedBy = (more: LeafEntry): readonly string[] => {
  const after = logState([...leaves, more], 'r');
  return before.days.filter(
    (day) => dayCommitment(before, places, day, undefined) !== dayCommitment(after, places, day, undefined),
  );
};

test('a day depends on its own rows and on what is read from before, and on nothing else', () => {
  expect(changedBy(batch('exposure', '2026-01-02'))).toEqual(['2026-01-02']);
  expect(changedBy(batch('control', '2026-01-02'))).toEqual(['2026-01-02', '2026-01-03']);
  expect(changedBy(batch('quote', '2026-01-02'))).toEqual([]);
  expect(changedBy(batch('exposure', '2026-01-09'))).toEqual([]);
});

test('history that is bounded forgets what is older', () => {
  const after = logState([...leaves, batch('control', '2026-01-01')], 'r');
  const commitment = (state: typeof after, from: string): string => dayCommitment(state, places, '2026-01-03', from);
  expect(commitment(after, '2026-01-01')).not.toBe(commitment(before, '2026-01-01'));
  expect(commitment(after, '2026-01-02')).toBe(commitment(before, '2026-01-02'));
});

test('a day that retention deleted holds nothing any more', () => {
  const [first] = leaves;
  const gone: LeafEntry = {
    format: 'suanjian-log/1',
    kind: 'retention',
    day: '2026-01-01',
    families: ['exposure', 'control'],
    batches: leaves.flatMap((leaf) => (leaf.kind === 'batch' && leaf.day === '2026-01-01' ? [leaf.batch] : [])),
    rows: 2,
    reason: 'term',
    time: 0,
  };
  expect(first?.kind).toBe('batch');
  expect(before.rows(['exposure', 'control'], '2026-01-01')).toBe(2);
  expect(before.rows(['exposure'], '2026-01-01')).toBe(1);
  const after = logState([...leaves, gone], 'r');
  expect(after.days).toEqual(['2026-01-02', '2026-01-03']);
  expect(after.rows(['exposure', 'control'], '2026-01-01')).toBe(0);
});
