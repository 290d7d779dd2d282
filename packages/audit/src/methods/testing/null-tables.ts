import { type Random, seededRandom } from '../../statistics/random.ts';
import type { Asking } from './ask-method.ts';

/** Tables in which nothing is wrong, many at once: each is one unit of `by: [unit]`. */
export interface NullDesign {
  readonly title: string;
  readonly method: string;
  readonly asking: Asking;
  /** What somebody would ask who did not know that strata differ or rows hang together: on the same tables this errs too often. */
  readonly naive?: Asking;
  /** Rows of one table. */
  readonly rows: (random: Random) => readonly Readonly<Record<string, string | number | boolean>>[];
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const either = (random: Random, share = 0.5): boolean => random.uniform() < share;

/** A share near `base`, another for each cluster. */
const shareOfCluster = (random: Random, base: number): number =>
  1 / (1 + Math.exp(-(Math.log(base / (1 - base)) + 0.8 * random.normal())));

const anyEffect = { materiality: 1e-9 };

export const nullDesigns: readonly NullDesign[] = [
  {
    title: 'rates of independent rows',
    method: 'rate-gap',
    asking: { parts: { group: 'g', outcome: 'hit' }, parameters: anyEffect },
    rows: (random) => range(300).map(() => ({ g: either(random, 0.4) ? 'a' : 'b', hit: either(random, 0.15) })),
  },
  {
    title: 'ratio of rates, small',
    method: 'rate-gap',
    asking: { parts: { group: 'g', outcome: 'hit' }, parameters: { ...anyEffect, measure: 'ratio' } },
    rows: (random) => range(60).map(() => ({ g: either(random) ? 'a' : 'b', hit: either(random, 0.1) })),
  },
  {
    title: 'rates within strata that differ, group and stratum hang together',
    method: 'rate-gap',
    asking: { parts: { group: 'g', outcome: 'hit' }, strata: ['s'], parameters: anyEffect },
    naive: { parts: { group: 'g', outcome: 'hit' }, parameters: anyEffect },
    rows: (random) =>
      range(400).map(() => {
        const stratum = random.below(5);
        return {
          s: `s${stratum}`,
          g: either(random, 0.1 + 0.2 * stratum) ? 'a' : 'b',
          hit: either(random, 0.1 + 0.15 * stratum),
        };
      }),
  },
  {
    title: 'the better of three groups',
    method: 'rate-gap',
    asking: { parts: { group: 'g', outcome: 'hit' }, parameters: { measure: 'four-fifths', materiality: 1e-9 } },
    rows: (random) => range(600).map(() => ({ g: 'abc'.charAt(random.below(3)), hit: either(random, 0.4) })),
  },
  {
    title: 'rates of users who differ, both groups within a user',
    method: 'rate-gap',
    asking: { parts: { group: 'g', outcome: 'hit', cluster: 'user' }, strata: ['s'], parameters: anyEffect },
    rows: (random) =>
      range(60).flatMap((user) => {
        const share = shareOfCluster(random, 0.2);
        const stratum = random.below(2);
        const lean = random.uniform();
        return range(2 + random.below(12)).map(() => ({
          user: `u${user}`,
          s: `s${stratum}`,
          g: either(random, lean) ? 'a' : 'b',
          hit: either(random, share),
        }));
      }),
  },
  {
    title: 'ten users, each in one group',
    method: 'rate-gap',
    asking: { parts: { group: 'g', outcome: 'hit', cluster: 'user' }, parameters: anyEffect },
    naive: { parts: { group: 'g', outcome: 'hit' }, parameters: anyEffect },
    rows: (random) =>
      range(10).flatMap((user) => {
        const share = shareOfCluster(random, 0.3);
        return range(10 + random.below(60)).map(() => ({
          user: `u${user}`,
          g: user < 4 ? 'a' : 'b',
          hit: either(random, share),
        }));
      }),
  },
  {
    title: 'rates within matches, ratio',
    method: 'rate-gap',
    asking: { parts: { group: 'g', outcome: 'hit', match: 'm' }, parameters: { ...anyEffect, measure: 'ratio' } },
    rows: (random) =>
      range(120).flatMap((match) => {
        const share = shareOfCluster(random, 0.3);
        return range(2 + random.below(4)).map(() => ({
          m: `m${match}`,
          g: either(random) ? 'a' : 'b',
          hit: either(random, share),
        }));
      }),
  },
  {
    title: 'heavy-tailed values of independent rows',
    method: 'value-gap',
    asking: { parts: { group: 'g', value: 'x' }, parameters: anyEffect },
    rows: (random) => range(240).map(() => ({ g: either(random) ? 'a' : 'b', x: Math.exp(4 + random.normal()) })),
  },
  {
    title: 'values within strata of unequal spread',
    method: 'value-gap',
    asking: { parts: { group: 'g', value: 'x' }, strata: ['s'], parameters: { ...anyEffect, measure: 'difference' } },
    rows: (random) =>
      range(240).map(() => {
        const stratum = random.below(6);
        return {
          s: `s${stratum}`,
          g: either(random, 0.15 * (1 + stratum)) ? 'a' : 'b',
          x: 100 * stratum + (1 + stratum) * random.normal(),
        };
      }),
  },
  {
    title: 'prices of users within matches that cross them',
    method: 'value-gap',
    asking: { parts: { group: 'g', value: 'x', match: 'm', cluster: 'user' }, parameters: anyEffect },
    naive: { parts: { group: 'g', value: 'x', match: 'm' }, parameters: anyEffect },
    rows: (random) => {
      const users = range(60).map((user) => ({ own: 0.05 * random.normal(), g: user % 2 === 0 ? 'a' : 'b' }));
      const matches = range(80).map(() => 1000 * Math.exp(random.normal()));
      return matches.flatMap((level, match) =>
        range(2 + random.below(4)).map(() => {
          const user = random.below(users.length);
          const { own = 0, g = 'a' } = users[user] ?? {};
          return { m: `m${match}`, user: `u${user}`, g, x: level * Math.exp(own + 0.02 * random.normal()) };
        }),
      );
    },
  },
  {
    title: 'slope over a number, rows of a user alike',
    method: 'value-gap',
    asking: { parts: { group: 'days', value: 'x', cluster: 'user' }, parameters: anyEffect },
    naive: { parts: { group: 'days', value: 'x' }, parameters: anyEffect },
    rows: (random) =>
      range(50).flatMap((user) => {
        const [days, own] = [400 * random.uniform(), 20 * random.normal()];
        return range(1 + random.below(9)).map(() => ({ user: `u${user}`, days, x: 300 + own + 10 * random.normal() }));
      }),
  },
  {
    title: 'slope inside matches',
    method: 'value-gap',
    asking: { parts: { group: 'days', value: 'x', match: 'm' }, parameters: { ...anyEffect, measure: 'difference' } },
    naive: { parts: { group: 'days', value: 'x' }, parameters: { ...anyEffect, measure: 'difference' } },
    rows: (random) =>
      range(80).flatMap((match) => {
        const level = 100 * random.normal();
        return range(2 + random.below(4)).map(() => ({
          m: `m${match}`,
          days: level + 400 * random.uniform(),
          x: 3 * level + random.normal(),
        }));
      }),
  },
  {
    title: 'slope inside matches, rows of a user alike',
    method: 'value-gap',
    asking: {
      parts: { group: 'days', value: 'x', match: 'm', cluster: 'user' },
      parameters: { ...anyEffect, measure: 'difference' },
    },
    rows: (random) => {
      const users = range(50).map(() => ({ own: 10 * random.normal(), days: 400 * random.uniform() }));
      return range(80).flatMap((match) => {
        const level = 100 * random.normal();
        return range(2 + random.below(4)).map(() => {
          const user = random.below(users.length);
          const { own = 0, days = 0 } = users[user] ?? {};
          return { m: `m${match}`, user: `u${user}`, days, x: level + own + random.normal() };
        });
      });
    },
  },
  {
    title: 'ratio of medians of skewed values',
    method: 'value-gap',
    asking: { parts: { group: 'g', value: 'x' }, parameters: { ...anyEffect, measure: 'ratio of medians' } },
    rows: (random) => range(300).map(() => ({ g: either(random, 0.3) ? 'a' : 'b', x: Math.exp(2 * random.normal()) })),
  },
  {
    title: 'difference of medians of users who differ',
    method: 'value-gap',
    asking: {
      parts: { group: 'g', value: 'x', cluster: 'user' },
      parameters: { ...anyEffect, measure: 'difference of medians' },
    },
    naive: { parts: { group: 'g', value: 'x' }, parameters: { ...anyEffect, measure: 'difference of medians' } },
    rows: (random) =>
      range(60).flatMap((user) => {
        const own = 5 * random.normal();
        return range(1 + random.below(12)).map(() => ({
          user: `u${user}`,
          g: user % 2 === 0 ? 'a' : 'b',
          x: own + random.normal(),
        }));
      }),
  },
  {
    title: 'a model with a control that the group leans on, errors of unequal spread',
    method: 'regression',
    asking: { parts: { group: 'g', value: 'y' }, controls: ['x', 'kind'], parameters: anyEffect },
    naive: { parts: { group: 'g', value: 'y' }, parameters: anyEffect },
    rows: (random) =>
      range(200).map(() => {
        const x = random.uniform();
        const g = either(random, 0.2 + 0.6 * x);
        return { g: g ? 'a' : 'b', x, kind: 'pqr'.charAt(random.below(3)), y: 5 * x + (g ? 3 : 1) * random.normal() };
      }),
  },
  {
    title: 'a model of users who differ',
    method: 'regression',
    asking: { parts: { group: 'old', value: 'y', cluster: 'user' }, controls: ['x'], parameters: anyEffect },
    naive: { parts: { group: 'old', value: 'y' }, controls: ['x'], parameters: anyEffect },
    rows: (random) =>
      range(30).flatMap((user) => {
        const own = random.normal();
        return range(1 + random.below(15)).map(() => {
          const x = random.normal();
          return { user: `u${user}`, old: user % 3 === 0, x, y: 2 * x + own + random.normal() };
        });
      }),
  },
  {
    title: 'lists at random inside a minute, whoever asks',
    method: 'independence',
    asking: {
      parts: { asker: 'kind', result: 'list', match: 'm' },
      parameters: { materiality: 1e-9, permutations: 199 },
    },
    rows: (random) =>
      range(60).flatMap((match) => {
        const lists = 2 + random.below(4);
        return range(2 + random.below(8)).map(() => ({
          m: `m${match}`,
          kind: either(random) ? 'a' : 'b',
          list: `l${random.below(lists)}`,
        }));
      }),
  },
  {
    title: 'counts that follow their shares',
    method: 'goodness-of-fit',
    asking: { parts: { level: 'item' }, parameters: { materiality: 1e-9 } },
    rows: (random) => range(300).map(() => ({ item: `i${random.below(12)}` })),
  },
  {
    title: 'counts by users who like different things',
    method: 'goodness-of-fit',
    asking: { parts: { level: 'item', cluster: 'user' }, parameters: { materiality: 1e-9 } },
    naive: { parts: { level: 'item' }, parameters: { materiality: 1e-9 } },
    rows: (random) =>
      range(80).flatMap((user) => {
        const favourite = random.below(6);
        return range(3 + random.below(6)).map(() => ({
          user: `u${user}`,
          item: `i${either(random, 0.5) ? favourite : random.below(6)}`,
        }));
      }),
  },
];

/** Columns of many tables of a design beside each other, parted by the column `unit`. */
export const nullTables = (
  design: NullDesign,
  count: number,
  seed: number,
): Record<string, readonly (string | number | boolean)[]> => {
  const random = seededRandom(seed);
  const rows = range(count).flatMap((unit) => design.rows(random).map((row) => ({ unit: `t${unit}`, ...row })));
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [
      name,
      rows.map((row) => (row as Readonly<Record<string, string | number | boolean>>)[name] ?? ''),
    ]),
  );
};
