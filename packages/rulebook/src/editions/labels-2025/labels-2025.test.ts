import { expect, test } from 'vitest';
import { labels2025 } from './index.ts';

const clause = (number: string) => labels2025.clauses.find((candidate) => candidate.number === number);

test('articles 2 to 13, six kinds of content, four duties of platforms', () => {
  expect(labels2025.clauses.map(({ number }) => number)).toEqual([
    '2',
    '3',
    '4',
    '4.1',
    '4.2',
    '4.3',
    '4.4',
    '4.5',
    '4.6',
    '5',
    '5.2',
    '6',
    '6.1',
    '6.2',
    '6.3',
    '6.4',
    '7',
    '8',
    '9',
    '10.1',
    '10.2',
    '11',
    '12',
    '13',
  ]);
});

test('in force since 2025-09-01', () => {
  expect(labels2025).toMatchObject({ status: 'in-force', inForceFrom: '2025-09-01' });
});

test('logs of unlabelled content are kept six months, which is the only period', () => {
  const timed = labels2025.clauses.flatMap(({ number, deadlines }) =>
    deadlines.map(({ name, length, unit, direction }) => [number, name, length, unit, direction]),
  );
  expect(timed).toEqual([['9', 'retention', 6, 'calendar-month', 'after']]);
});

test('the three degrees of certainty differ in words: is, may be, suspected', () => {
  const degrees = [
    ['6.1', '告诉公众它是', 'that it is'],
    ['6.2', '可能', 'may be'],
    ['6.3', '疑似', 'suspected'],
  ] as const;
  for (const [number, zh, en] of degrees) {
    expect(clause(number)?.text.zh).toContain(zh);
    expect(clause(number)?.text.en).toContain(en);
  }
});

test('watermarks are encouraged, and nothing encouraged is sanctioned', () => {
  expect(labels2025.clauses.filter(({ advisory }) => advisory).map(({ number }) => number)).toEqual(['5.2']);
  expect(clause('13')?.sanction?.covers).not.toContain('labels-2025/5.2');
});
