import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

const monday = Date.parse('2026-03-02T10:00:00+08:00');
const week = 7 * 86_400_000;

/** So many people over four weeks, twenty places a week; `topicOf` gives the topic. */
const people = (count: number, topicOf: (person: number, week: number, place: number) => string) =>
  many(count * 80, (index) => {
    const [person, number, place] = [Math.floor(index / 80), Math.floor((index % 80) / 20), index % 20];
    return {
      user: `u${person}`,
      request: `r${Math.floor(index / 10)}`,
      position: (index % 10) + 1,
      item: `i${index}`,
      personalised: true,
      time: monday + number * week + place * 60_000,
      topic: topicOf(person, number, place),
    };
  });

/** Interests differ between people and wobble from week to week. */
const wobbling = (person: number, number: number, place: number): string =>
  `t${place % (4 + ((person * 7 + number * (3 + (person % 4))) % 3))}`;

export const examples: readonly CheckExample[] = [
  {
    title: text('话题时多时少，没有趋势', 'now more topics, now fewer, and no trend'),
    records: { exposure: people(300, (person, number, place) => wobbling(person, number, place)) },
    verdict: 'pass',
  },
  {
    title: text('话题一周比一周少', 'fewer topics every week'),
    records: {
      exposure: people(60, (person, number, place) => `t${place % (8 - 2 * number + (person % 2))}`),
    },
    verdict: 'fail',
  },
  {
    title: text('一向只看一个话题的人，不是收窄', 'who always watched one topic is not being narrowed'),
    records: {
      exposure: people(300, (person, number, place) => (person % 3 === 0 ? 'chess' : wobbling(person, number, place))),
    },
    verdict: 'pass',
  },
  {
    title: text('话题越来越多', 'more topics every week'),
    records: { exposure: people(60, (person, number, place) => `t${place % (2 + 2 * number + (person % 2))}`) },
    verdict: 'pass',
  },
  {
    title: text('只有一个人', 'one person only'),
    records: { exposure: people(1, (_, __, place) => `t${place % 3}`) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录话题', 'topics are not on record'),
    records: { exposure: many(20, (index) => ({ item: `i${index}`, position: index + 1 })) },
    verdict: 'not-applicable',
  },
];
