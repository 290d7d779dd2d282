import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const parts = { user: 'user', time: 'time', key: 'topic' };
const week = 7 * 86_400_000;
/** Monday, 5 January 2026, noon in Shanghai. */
const start = 1_767_585_600_000;

/** Views of each person and week: as many of each topic as the list says. */
const views = (users: number, weeks: number, counts: (user: number, week: number) => readonly number[]) => {
  const rows = Array.from({ length: users }, (_, user) =>
    Array.from({ length: weeks }, (__, number) =>
      counts(user, number).flatMap((times, topic) =>
        Array.from({ length: times }, (___, view) => ({
          user: `u-${user}`,
          time: start + number * week + (topic * 100 + view) * 60_000,
          topic: `t-${topic}`,
        })),
      ),
    ).flat(),
  ).flat();
  return {
    user: rows.map(({ user }) => user),
    time: rows.map(({ time }) => time),
    topic: rows.map(({ topic }) => topic),
  };
};

/** Slightly different from person to person and week to week, going nowhere. */
const steady = (user: number, number: number): readonly number[] =>
  (user + number) % 2 === 0 ? [5, 4, 3, 2] : [4, 4, 3, 3];

export const examples: readonly MethodExample[] = [
  {
    title: text('话题多样性没有变化', 'The variety of topics stays as it is'),
    table: views(40, 4, steady),
    parts,
    expect: [{ verdict: 'pass', values: { users: 40, userPeriods: 160 } }],
  },
  {
    title: text('话题一周比一周单一', 'Topics become fewer week by week'),
    table: views(20, 4, (user, number) => [5 + 3 * number, 5 - number, 4 - number, (user % 2) + 1]),
    parts,
    expect: [{ verdict: 'fail', values: { falling: 20, rising: 0 } }],
  },
  {
    title: text(
      '看得越来越少，但同样多样：少不等于窄',
      'Fewer views every week, as varied as ever: less is not narrower',
    ),
    table: views(40, 4, (user, number) => {
      const times = 24 - 5 * number + (user % 3);
      return [times, times, times, times];
    }),
    parts,
    expect: [{ verdict: 'pass' }],
  },
  {
    title: text('只有两个人', 'Only two people'),
    table: views(2, 4, steady),
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('每期的展示都太少', 'Too few views in every period'),
    table: views(30, 4, () => [1, 1]),
    parts,
    expect: [{ verdict: 'not-enough-data', values: { users: 0 } }],
  },
  {
    title: text('每周使用时长增加约 3 分钟', 'Use grows by about 3 minutes a week'),
    table: {
      user: Array.from({ length: 80 }, (_, index) => `u-${Math.floor(index / 4)}`),
      time: Array.from({ length: 80 }, (_, index) => start + (index % 4) * week),
      minutes: Array.from({ length: 80 }, (_, index) => 30 + (index % 4) * (2.5 + (Math.floor(index / 4) % 3) / 2)),
    },
    parts: { user: 'user', time: 'time', value: 'minutes' },
    parameters: { measure: 'slope', materiality: 2, fit: 'theil-sen' },
    // Slopes of 2.5 (7 people), 3 (7) and 3.5 (6).
    expect: [{ verdict: 'fail', estimate: 2.975, values: { rising: 20 } }],
  },
];
