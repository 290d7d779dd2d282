import { anyEffect, day, type Design, either, hour, monday, range, shuffled } from './design.ts';

/** Lists and what stands where in them. */
export const slateDesigns: readonly Design[] = [
  {
    title: 'top places of slates whose users each lean to one side or the other',
    method: 'rank-share',
    asking: {
      parts: { request: 'request', group: 'owner', rank: 'place', cluster: 'user' },
      compare: ['own', 'other'],
      parameters: { ...anyEffect, top: 3 },
    },
    naive: {
      parts: { request: 'request', group: 'owner', rank: 'place' },
      compare: ['own', 'other'],
      parameters: { ...anyEffect, top: 3 },
    },
    rows: (random) =>
      range(60).flatMap((user) => {
        const lean = 2 * random.normal();
        return range(1 + random.below(4)).flatMap((slate) => {
          const slots = range(6).map((slot) => {
            const owner = slot % 2 === 0 ? 'own' : 'other';
            return { owner, score: random.normal() + (owner === 'own' ? lean : 0) };
          });
          return slots
            .toSorted((one, other) => other.score - one.score)
            .map(({ owner }, place) => ({ user: `u${user}`, request: `r${user}-${slate}`, owner, place: place + 1 }));
        });
      }),
  },
  {
    title: 'top places against candidates, whose share differs from request to request',
    method: 'rank-share',
    asking: {
      parts: { request: 'request', group: 'owner', rank: 'place', baseline: 'mine', candidates: 'candidates' },
      compare: ['own'],
      parameters: { ...anyEffect, top: 1, measure: 'ratio' },
    },
    rows: (random) =>
      range(150).map((request) => {
        const candidates = 5 + random.below(30);
        const mine = 1 + random.below(Math.floor(candidates / 2));
        const owner = either(random, mine / candidates) ? 'own' : 'other';
        return { request: `r${request}`, place: 1, owner, mine, candidates };
      }),
  },
  {
    title: 'area of places of three owners',
    method: 'rank-share',
    asking: {
      parts: { request: 'request', group: 'owner', rank: 'place' },
      parameters: { ...anyEffect, measure: 'area' },
    },
    rows: (random) =>
      range(60).flatMap((request) => {
        const owners = range(3 + random.below(6)).map(() => 'abc'.charAt(random.below(3)));
        return shuffled(random, owners.length).map((one, place) => ({
          request: `r${request}`,
          place: place + 1,
          owner: owners[one] ?? 'a',
        }));
      }),
  },
  {
    title: 'share of the first place at its limit, clustered by user',
    method: 'rank-share',
    asking: {
      parts: { request: 'request', group: 'owner', cluster: 'user' },
      compare: ['own'],
      parameters: { thresholds: { most: 0.4 } },
    },
    naive: {
      parts: { request: 'request', group: 'owner' },
      compare: ['own'],
      parameters: { thresholds: { most: 0.4 } },
    },
    rows: (random) =>
      range(40).flatMap((user) => {
        const share = 0.8 * random.uniform();
        return range(6).map((request) => ({
          user: `u${user}`,
          request: `r${user}-${request}`,
          owner: either(random, share) ? 'own' : 'other',
        }));
      }),
  },
  {
    title: 'share of inverted pairs, some users get many',
    method: 'inversions',
    asking: { parts: { request: 'request', rank: 'place', score: 'score', cluster: 'user' }, parameters: anyEffect },
    naive: { parts: { request: 'request', rank: 'place', score: 'score' }, parameters: anyEffect },
    truth: 0.15,
    rows: (random) =>
      range(40).flatMap((user) => {
        const share = 0.6 * random.uniform();
        return range(1 + random.below(8)).flatMap((request) => {
          // A shuffled slate inverts half of its pairs.
          const order = either(random, share) ? shuffled(random, 4) : range(4);
          return order.map((below, place) => ({
            user: `u${user}`,
            request: `r${user}-${request}`,
            place: place + 1,
            score: 1 - below / 10,
          }));
        });
      }),
  },
  {
    title: 'places gained by three owners where scores and owners have nothing to do with each other',
    method: 'inversions',
    asking: {
      parts: { request: 'request', rank: 'place', score: 'score', group: 'owner' },
      parameters: anyEffect,
    },
    rows: (random) =>
      range(80).flatMap((request) => {
        const length = 3 + random.below(5);
        const order = either(random, 0.4) ? shuffled(random, length) : range(length);
        return order.map((below, place) => ({
          request: `r${request}`,
          place: place + 1,
          score: 1 - below / 10,
          owner: 'abc'.charAt(random.below(3)),
        }));
      }),
  },
  {
    title: 'share of slates that repeat an author, some users get many',
    method: 'spread',
    asking: { parts: { user: 'user', request: 'request', rank: 'place', key: 'author' }, parameters: anyEffect },
    naive: { parts: { request: 'request', rank: 'place', key: 'author' }, parameters: anyEffect },
    truth: 0.2,
    rows: (random) =>
      range(50).flatMap((user) => {
        const share = 0.4 * random.uniform();
        return range(1 + random.below(12)).flatMap((request) => {
          const repeats = either(random, share);
          return range(3).map((place) => ({
            user: `u${user}`,
            request: `r${user}-${request}`,
            place: place + 1,
            author: `a${repeats && place === 2 ? 0 : place}`,
          }));
        });
      }),
  },
  {
    title: 'entries that vanish from the top, more on some days than on others',
    method: 'churn',
    asking: {
      parts: { list: 'list', entry: 'entry', rank: 'place', time: 'at' },
      parameters: { measure: 'vanishing', most: 0.2 },
    },
    rows: (random) => {
      let next = 3;
      const shown = [0, 1, 2];
      return range(20).flatMap((date) => {
        const share = 0.4 * random.uniform();
        return range(8).flatMap((snapshot) => {
          const rows = shown.map((entry, place) => ({
            list: 'hot',
            entry: `e${entry}`,
            place: place + 1,
            at: monday + date * day + (2 + snapshot) * hour,
          }));
          for (const [place] of shown.entries()) if (either(random, share)) shown[place] = next++;
          return rows;
        });
      });
    },
  },
];
