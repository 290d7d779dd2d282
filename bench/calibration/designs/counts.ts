import { anyEffect, type Design, either, range } from './design.ts';

/** Shares of what is counted, and who gets what. */
export const countDesigns: readonly Design[] = [
  {
    title: 'rows that break a rule exactly as often as is allowed',
    method: 'invariant',
    asking: { parts: { row: 'id', must: 'kept' }, parameters: { tolerance: 0.05 } },
    rows: (random) => range(400).map((id) => ({ id, kept: !either(random, 0.05) })),
  },
  {
    title: 'few counts that follow unequal shares',
    method: 'goodness-of-fit',
    asking: { parts: { level: 'kind' }, parameters: { ...anyEffect, shares: { a: 0.75, b: 0.2, c: 0.05 } } },
    rows: (random) =>
      range(30).map(() => {
        const drawn = random.uniform();
        return { kind: drawn < 0.75 ? 'a' : drawn < 0.95 ? 'b' : 'c' };
      }),
  },
  {
    title: 'lists that differ by the hour, and askers of either kind at other hours',
    method: 'independence',
    asking: {
      parts: { asker: 'kind', result: 'list', match: 'at' },
      parameters: { ...anyEffect, permutations: 199 },
    },
    naive: { parts: { asker: 'kind', result: 'list' }, parameters: { ...anyEffect, permutations: 199 } },
    rows: (random) =>
      range(40).flatMap((at) => {
        const night = at % 2 === 0;
        return range(4 + random.below(6)).map(() => ({
          at: `h${at}`,
          kind: either(random, night ? 0.8 : 0.2) ? 'a' : 'b',
          list: `l${random.below(3) + (night ? 2 : 0)}`,
        }));
      }),
  },
  {
    title: 'a dozen hours, each asker by name',
    method: 'independence',
    asking: {
      parts: { asker: 'user', result: 'list', match: 'at' },
      parameters: { ...anyEffect, permutations: 199 },
    },
    rows: (random) =>
      range(12).flatMap((at) =>
        range(20).map(() => ({ at: `h${at}`, user: `u${random.below(8)}`, list: `l${random.below(4)}` })),
      ),
  },
];
