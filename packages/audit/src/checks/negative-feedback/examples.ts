import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const said = Date.UTC(2026, 2, 9, 4);
const hour = 3_600_000;
const notInterested = (user: string, time = said) => ({ user, time, action: 'not-interested', topic: 'sports' });

/** `shown` personalised exposures of a person before or after, `ofTopic` of them sports. */
const exposures = (user: string, side: -1 | 1, shown: number, ofTopic: number) =>
  Array.from({ length: shown }, (_, place) => ({
    user,
    request: `r-${user}-${side}-${place}`,
    time: said + side * (place + 1) * hour,
    topic: place < ofTopic ? 'sports' : 'music',
    personalised: true,
  }));
const people = (count: number) => Array.from({ length: count }, (_, person) => `u${person}`);

export const examples: readonly CheckExample[] = [
  {
    title: text('之后几乎不再推荐', 'hardly any of it afterwards'),
    records: {
      engagement: people(40).map((user) => notInterested(user)),
      exposure: people(40).flatMap((user, index) => [
        ...exposures(user, -1, 40, 10 + (index % 3)),
        ...exposures(user, 1, 40, index % 2),
      ]),
    },
    verdict: 'pass',
  },
  {
    title: text('之后一切照旧', 'all goes on as before'),
    records: {
      engagement: people(40).map((user) => notInterested(user)),
      exposure: people(40).flatMap((user, index) => [
        ...exposures(user, -1, 40, 10 + (index % 3)),
        ...exposures(user, 1, 40, 10 + ((index + 1) % 3)),
      ]),
    },
    verdict: 'fail',
  },
  {
    title: text(
      '用得比以前多两倍，这一话题的次数没有减少，占比却降了',
      'people use it three times as much: as many of the topic as before, and yet a smaller share',
    ),
    records: {
      engagement: people(40).map((user) => notInterested(user)),
      exposure: people(40).flatMap((user, index) => [
        ...exposures(user, -1, 30, 10 + (index % 3)),
        ...exposures(user, 1, 120, 10 + ((index + 1) % 3)),
      ]),
    },
    verdict: 'pass',
  },
  {
    title: text(
      '七天以外的、非个性化的展示不在其中',
      'what lies more than seven days off or is impersonal does not count',
    ),
    records: {
      engagement: people(40).map((user) => notInterested(user)),
      exposure: people(40).flatMap((user, index) => [
        ...exposures(user, -1, 40, 10 + (index % 3)),
        ...exposures(user, 1, 40, index % 2),
        ...exposures(user, 1, 40, 40).map((row) => ({ ...row, request: `${row.request}-hot`, personalised: false })),
        ...exposures(user, 1, 20, 20).map((row) => ({
          ...row,
          request: `${row.request}-late`,
          time: row.time + 169 * hour,
        })),
      ]),
    },
    verdict: 'pass',
  },
  {
    title: text('只有两个人表示过', 'only two people said so'),
    records: {
      engagement: people(2).map((user) => notInterested(user)),
      exposure: people(2).flatMap((user) => [...exposures(user, -1, 10, 3), ...exposures(user, 1, 10, 1)]),
    },
    verdict: 'not-enough-data',
  },
  {
    title: text('日志不记录话题', 'the log holds no topics'),
    records: {
      engagement: [notInterested('ann')],
      exposure: [{ user: 'ann', time: said + hour, personalised: true }],
    },
    verdict: 'not-applicable',
  },
];
