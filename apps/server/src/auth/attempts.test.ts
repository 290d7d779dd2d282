import { expect, it } from 'vitest';
import { createAttempts } from './attempts.ts';

const rule = { most: 3, withinSeconds: 60 };

it('lets pass as many as the rule says within any window, and says how long to wait', () => {
  let now = 0;
  const attempts = createAttempts(() => now);
  const take = () => attempts.take([['key', rule]]);
  expect([take(), take(), take()]).toEqual([0, 0, 0]);
  now = 20_000;
  expect(take()).toBe(40);
  now = 60_000;
  expect([take(), take(), take()]).toEqual([0, 0, 0]);
  expect(take()).toBe(60);
});

it('counts nothing when one of several keys is used up', () => {
  const attempts = createAttempts(() => 0);
  for (let attempt = 0; attempt < 3; attempt += 1) attempts.take([['one', rule]]);
  expect(
    attempts.take([
      ['one', rule],
      ['other', rule],
    ]),
  ).toBeGreaterThan(0);
  for (let attempt = 0; attempt < 3; attempt += 1) expect(attempts.take([['other', rule]])).toBe(0);
});

it('forgets a key after a success', () => {
  const attempts = createAttempts(() => 0);
  for (let attempt = 0; attempt < 3; attempt += 1) attempts.take([['key', rule]]);
  attempts.forget('key');
  expect(attempts.take([['key', rule]])).toBe(0);
});
