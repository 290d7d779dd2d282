import { anyEffect, day, type Design, either, hour, monday, poisson, range } from './design.ts';

const minute = 60_000;

/** Acts over time and how they are distributed. */
export const seriesDesigns: readonly Design[] = [
  {
    title: 'people whose topics stay as varied as they are',
    method: 'trend',
    asking: { parts: { user: 'user', time: 'at', key: 'topic' }, parameters: { ...anyEffect, direction: 'both' } },
    rows: (random) =>
      range(25).flatMap((user) => {
        const own = 0.9 * random.uniform();
        return range(3).flatMap((week) =>
          range(10 + random.below(5)).map(() => ({
            user: `u${user}`,
            at: monday + week * 7 * day + random.below(7 * day),
            topic: `t${either(random, own) ? 0 : random.below(6)}`,
          })),
        );
      }),
  },
  {
    title: 'people whose minutes rise for some and fall for others',
    method: 'trend',
    asking: {
      parts: { user: 'user', time: 'at', value: 'minutes' },
      parameters: { ...anyEffect, measure: 'slope' },
    },
    naive: { parts: { group: 'at', value: 'minutes' }, parameters: { ...anyEffect, measure: 'difference' } },
    naiveMethod: 'value-gap',
    rows: (random) =>
      range(25).flatMap((user) => {
        const [level, slope] = [60 + 5 * random.normal(), 10 * random.normal()];
        return range(4).flatMap((week) =>
          range(1 + random.below(4)).map(() => ({
            user: `u${user}`,
            at: monday + week * 7 * day + random.below(7 * day),
            minutes: Math.max(0, level + slope * week + 3 * random.normal()),
          })),
        );
      }),
  },
  {
    title: 'acts that fall evenly on sixty items (Gini)',
    method: 'concentration',
    asking: { parts: { entity: 'item' }, parameters: { ...anyEffect, entities: 60 } },
    rows: (random) => range(300).map(() => ({ item: `i${random.below(60)}` })),
  },
  {
    title: 'acts that fall evenly on twelve items (Herfindahl)',
    method: 'concentration',
    asking: { parts: { entity: 'item' }, parameters: { ...anyEffect, entities: 12, measure: 'hhi' } },
    rows: (random) => range(200).map(() => ({ item: `i${random.below(12)}` })),
  },
  {
    title: 'people who return to what they like, which is spread evenly over forty items',
    method: 'concentration',
    asking: { parts: { entity: 'item', cluster: 'user' }, parameters: { ...anyEffect, entities: 40 } },
    naive: { parts: { entity: 'item' }, parameters: { ...anyEffect, entities: 40 } },
    rows: (random) =>
      range(150).flatMap((user) => {
        const item = `i${random.below(40)}`;
        return range(1 + random.below(5)).map(() => ({ user: `u${user}`, item }));
      }),
  },
  {
    title: 'accounts that act by themselves, most of them soon after an item appears',
    method: 'lockstep',
    asking: { parts: { account: 'account', object: 'item', time: 'at' }, parameters: { materiality: 0 } },
    rows: (random) =>
      range(25).flatMap((item) => {
        const begins = monday + random.below(day);
        return range(60).flatMap((account) =>
          either(random, 0.35)
            ? [
                {
                  item: `i${item}`,
                  account: `a${account}`,
                  at: begins + Math.floor(-Math.log(1 - random.uniform()) * 20 * minute),
                },
              ]
            : [],
        );
      }),
  },
  {
    title: 'likes that come and go with the hour for all items alike',
    method: 'burst',
    asking: { parts: { object: 'item', time: 'at' }, parameters: { materiality: 0, atLeast: 5 } },
    rows: (random) => {
      const liked = range(8).map(() => Math.exp(0.5 * random.normal()));
      return range(72).flatMap((at) => {
        const busy = 2.5 * (1 + 0.9 * Math.sin((2 * Math.PI * at) / 24));
        return liked.flatMap((own, item) =>
          range(poisson(random, busy * own)).map(() => ({
            item: `i${item}`,
            at: monday + at * hour + random.below(hour),
          })),
        );
      });
    },
  },
  {
    title: 'sign-ups with the rhythm of the day and days that vary',
    method: 'burst',
    asking: {
      parts: { object: "'all'", time: 'at' },
      parameters: { materiality: 0, atLeast: 5, baseline: 'seasonal' },
    },
    rows: (random) =>
      range(10).flatMap((date) =>
        range(24).flatMap((at) => {
          const busy = 5 * (1 + 0.9 * Math.sin((2 * Math.PI * at) / 24)) * Math.exp(0.3 * random.normal());
          return range(poisson(random, busy)).map(() => ({ at: monday + date * day + at * hour + random.below(hour) }));
        }),
      ),
  },
];
