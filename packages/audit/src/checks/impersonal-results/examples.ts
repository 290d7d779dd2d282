import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const topics = ['sports', 'music', 'film', 'food'] as const;
const regions = ['110000', '310000'] as const;
const people = Array.from({ length: 240 }, (_, person) => person);
const topicOf = (person: number): string => topics[person % 4] ?? '';
const regionOf = (person: number): string => regions[Math.floor(person / 4) % 2] ?? '';
const first = Date.UTC(2026, 2, 2, 2);
const day = 86_400_000;

const accounts = people.map((person) => ({ user: `u${person}`, time: first - day, region: regionOf(person) }));

/** Six personalised exposures on the first day tell what interests a person. */
const interests = people.flatMap((person) =>
  Array.from({ length: 6 }, (_, place) => ({
    user: `u${person}`,
    request: `p${person}`,
    position: place + 1,
    time: first,
    topic: topicOf(person),
    personalised: true,
    technique: 'personalised',
    surface: 'feed',
  })),
);

/** Five impersonal places on each of four later days, a few seconds apart from person to person. */
const results = (topicAt: (person: number, place: number, date: number) => string) =>
  people.flatMap((person) =>
    Array.from({ length: 4 }, (_, date) =>
      Array.from({ length: 5 }, (__, place) => ({
        user: `u${person}`,
        request: `h${person}-${date}`,
        position: place + 1,
        time: first + (11 + date) * day + person * 6000,
        topic: topicAt(person, place, date),
        personalised: false,
        technique: 'ranking',
        surface: 'hot-list',
      })),
    ).flat(),
  );

/** The same for everybody but for the last place, which is dealt out without regard to interests. */
const sameForAll = (person: number, place: number, date: number): string =>
  topics[(place === 4 ? Math.floor(person / 8) + date : place + date) % 4] ?? '';

/** Who likes sports or music mostly, and not always, lives in the first region. */
const livesIn = (person: number): number => {
  const usual = person % 4 < 2 ? 0 : 1;
  return Math.floor(person / 4) % 5 === 0 ? 1 - usual : usual;
};

export const examples: readonly CheckExample[] = [
  {
    title: text('人人所得相同', 'everybody gets the same'),
    records: { account: accounts, exposure: [...interests, ...results(sameForAll)] },
    verdict: 'pass',
  },
  {
    title: text('五个位置里有一个按提问者的兴趣填充', 'one place in five follows the interest of who asks'),
    records: {
      account: accounts,
      exposure: [
        ...interests,
        ...results((person, place, date) => (place < 1 ? topicOf(person) : sameForAll(person, place, date))),
      ],
    },
    verdict: 'fail',
  },
  {
    title: text(
      '各地热点不同，各地的兴趣也不同：同一地区之内并无差别',
      'regions have hot topics and interests of their own, and within a region nobody is treated apart',
    ),
    records: {
      account: people.map((person) => ({ user: `u${person}`, time: first - day, region: regions[livesIn(person)] })),
      exposure: [
        ...interests,
        ...results((person, place, date) =>
          place < 3 ? (topics[2 * livesIn(person) + (place % 2)] ?? '') : sameForAll(person, place, date),
        ),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('搜索结果取决于查询词，不在其中', 'searches follow their query and are left out'),
    records: {
      account: accounts,
      exposure: [
        ...interests,
        ...results(sameForAll),
        ...results((person) => topicOf(person)).map((row) => ({
          ...row,
          request: `q${row.request}`,
          technique: 'search',
          surface: 'search',
        })),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('还看不出各人的兴趣', 'nobody’s interests are known'),
    records: { account: accounts, exposure: results(sameForAll) },
    verdict: 'not-enough-data',
  },
  {
    title: text('不知道地区', 'regions are not known'),
    records: {
      account: accounts.map(({ user, time }) => ({ user, time })),
      exposure: [...interests, ...results(sameForAll)],
    },
    verdict: 'not-applicable',
  },
];
