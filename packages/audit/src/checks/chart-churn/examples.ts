import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

const start = Date.parse('2026-03-02T00:00:00+08:00');

/** Snapshots of six places, so many minutes apart; `entryAt` says who stands where. */
const chart = (
  snapshots: number,
  minutes: number,
  entryAt: (snapshot: number, rank: number) => string,
  more: (snapshot: number, rank: number) => Readonly<Record<string, unknown>> = () => ({}),
) =>
  many(snapshots * 6, (index) => {
    const [snapshot, rank] = [Math.floor(index / 6), (index % 6) + 1];
    return {
      list: 'hot-search',
      time: start + snapshot * minutes * 60_000,
      rank,
      entry: entryAt(snapshot, rank),
      heat: 1000 / rank,
      ...more(snapshot, rank),
    };
  });

/** Every entry climbs or falls one place every two hours and leaves from the bottom. */
const flowing = (snapshot: number, rank: number): string => `e${Math.floor(snapshot / 4) + 6 - rank}`;

export const examples: readonly CheckExample[] = [
  { title: text('有上有下', 'entries come and go'), records: { chart: chart(80, 30, flowing) }, verdict: 'pass' },
  {
    title: text('一个条目停在第二名三十小时', 'one entry stands at rank 2 for thirty hours'),
    records: {
      chart: chart(80, 30, (snapshot, rank) => (rank === 2 && snapshot < 61 ? 'stuck' : flowing(snapshot, rank))),
    },
    verdict: 'fail',
    units: [
      { by: { what: 'frozen' }, verdict: 'fail', estimate: 1 },
      { by: { what: 'vanishing' }, verdict: 'fail' },
    ],
  },
  {
    title: text('第一名忽然不见', 'the first one is suddenly gone'),
    records: {
      chart: chart(80, 30, (snapshot, rank) => (rank === 1 && snapshot === 40 ? 'gone' : flowing(snapshot, rank))),
    },
    verdict: 'fail',
    units: [
      { by: { what: 'frozen' }, verdict: 'pass' },
      { by: { what: 'vanishing' }, verdict: 'fail', estimate: 1 },
    ],
  },
  {
    title: text('写明了干预的条目不计', 'an entry whose record names an intervention does not count'),
    records: {
      chart: chart(
        80,
        30,
        (snapshot, rank) => (rank === 1 && snapshot < 61 ? 'notice' : flowing(snapshot, rank)),
        (snapshot, rank) => (rank === 1 && snapshot < 61 ? { intervention: 'x-1' } : {}),
      ),
    },
    verdict: 'pass',
  },
  {
    title: text('快照隔得太久，中间发生了什么无从知道', 'snapshots too far apart to know what happened between them'),
    records: { chart: chart(20, 240, (snapshot, rank) => `e${snapshot * 6 + rank}`) },
    verdict: 'pass',
  },
  {
    title: text('热度相近，一下子掉出榜外也平常', 'with heats so close, falling off the chart is nothing unusual'),
    records: {
      chart: chart(
        80,
        30,
        (snapshot, rank) => (rank === 1 && snapshot === 40 ? 'gone' : flowing(snapshot, rank)),
        (_, rank) => ({ heat: 1000 - 10 * rank }),
      ),
    },
    verdict: 'pass',
  },
  {
    title: text('没有记录热度', 'heat is not on record'),
    records: { chart: chart(3, 30, flowing, () => ({ heat: undefined })) },
    verdict: 'not-applicable',
  },
];
