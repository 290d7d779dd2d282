import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentOf, drawn, drawnByStratum, type Drawable } from './drawing.ts';
import { sha256 } from './sha256.ts';

const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 30 });
const targets = keys.map((all) => all.map((key): Drawable => ({ key })));
const graded = fc.uniqueArray(
  fc.record({ key: fc.string({ minLength: 1, maxLength: 12 }), stratum: fc.constantFrom('a', 'b', 'c') }),
  { maxLength: 30, selector: ({ key }) => key },
);

describe('the digest', () => {
  it('is the one that everybody else computes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
      { numRuns: 200 },
    );
    expect(commitmentOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a draw', () => {
  it('does not depend on the order of the list', () => {
    fc.assert(
      fc.property(fc.string(), targets, fc.nat({ max: 40 }), (seed, all, count) => {
        expect(drawn(seed, all.toReversed(), count)).toEqual(drawn(seed, all, count));
        expect(drawnByStratum(seed, all.toReversed(), count)).toEqual(drawnByStratum(seed, all, count));
      }),
    );
  });

  it('draws as many as asked, each once, and only from the list', () => {
    fc.assert(
      fc.property(fc.string(), graded, fc.nat({ max: 40 }), (seed, all, count) => {
        for (const sample of [drawn(seed, all, count), drawnByStratum(seed, all, count)]) {
          expect(sample.length).toBe(Math.min(count, all.length));
          expect(new Set(sample).size).toBe(sample.length);
          expect(sample.filter((key) => all.every((target) => target.key !== key))).toEqual([]);
        }
      }),
    );
  });

  it('of more holds what a draw of fewer holds', () => {
    fc.assert(
      fc.property(fc.string(), targets, fc.nat({ max: 20 }), (seed, all, count) => {
        expect(drawn(seed, all, count + 3).slice(0, count)).toEqual(drawn(seed, all, count));
      }),
    );
  });

  it('can be done again by hand with sha256sum', () => {
    const ticket = (key: string) => createHash('sha256').update(`seed\n${key}`).digest('hex');
    const all = ['one', 'two', 'three', 'four'];
    const byHand = all.toSorted((one, other) => (ticket(one) < ticket(other) ? -1 : 1)).slice(0, 2);
    expect(
      drawn(
        'seed',
        all.map((key) => ({ key })),
        2,
      ),
    ).toEqual(byHand);
  });

  it('gives every stratum its share, to the next whole number', () => {
    fc.assert(
      fc.property(fc.string(), graded, fc.nat({ max: 30 }), (seed, all, count) => {
        const wanted = Math.min(count, all.length);
        const sample = new Set(drawnByStratum(seed, all, count));
        for (const stratum of ['a', 'b', 'c']) {
          const members = all.filter((target) => target.stratum === stratum);
          const exact = all.length === 0 ? 0 : (wanted * members.length) / all.length;
          const got = members.filter(({ key }) => sample.has(key)).length;
          expect(got).toBeGreaterThanOrEqual(Math.floor(exact));
          expect(got).toBeLessThanOrEqual(Math.ceil(exact));
        }
      }),
    );
  });

  it('is another one with another seed', () => {
    const all = Array.from({ length: 40 }, (_, index) => ({ key: `target-${index}` }));
    expect(drawn('one', all, 10)).not.toEqual(drawn('two', all, 10));
  });
});
