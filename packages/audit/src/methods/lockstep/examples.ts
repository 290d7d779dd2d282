import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const parts = { account: 'account', object: 'item', time: 'time' };
const second = 1000;
const start = 1_767_196_800_000;

interface Act {
  readonly account: string;
  readonly item: string;
  readonly at: number;
}

const tableOf = (acts: readonly Act[]) => ({
  account: acts.map(({ account }) => account),
  item: acts.map(({ item }) => item),
  time: acts.map(({ at }) => start + at * second),
});

/** Accounts that each like every item at a moment of their own, spread over an hour. */
const crowd = (accounts: number, items: number): readonly Act[] =>
  Array.from({ length: accounts * items }, (_, index) => {
    const [account, item] = [index % accounts, Math.floor(index / accounts)];
    return {
      account: `p-${account}`,
      item: `i-${item}`,
      at: item * 7200 + ((account * 7919 + item * item * 104_729 + account * item * 31_337) % 3600),
    };
  });

/** Accounts that like the same items within seconds of each other. */
const ring = (accounts: number, items: number): readonly Act[] =>
  Array.from({ length: accounts * items }, (_, index) => {
    const [account, item] = [index % accounts, Math.floor(index / accounts)];
    return { account: `bot-${account}`, item: `i-${item}`, at: item * 7200 + 1205 + account };
  });

export const examples: readonly MethodExample[] = [
  {
    title: text('许多人喜欢同样的内容，各有各的时间', 'Many like the same items, each in their own time'),
    table: tableOf(crowd(60, 12)),
    parts,
    expect: [{ verdict: 'pass', values: { activeAccounts: 60 } }],
  },
  {
    title: text('其中十五个账号总在几秒内一起出现', 'Fifteen accounts among them always turn up within seconds'),
    table: tableOf([...crowd(60, 12), ...ring(15, 12)]),
    parts,
    expect: [
      { verdict: 'fail', estimate: 15, values: { pairsInLockstep: 105, groups: [{ accounts: 15, pairs: 105 }] } },
    ],
  },
  {
    title: text(
      '只在两个对象上相遇，不能与巧合区分',
      'Having met on two objects only, they cannot be told from coincidence',
    ),
    table: tableOf(ring(15, 2)),
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text(
      '一件大事：所有人在一小时内涌来，仍不是步调一致',
      'Big news: all come within the hour, and that is no lockstep',
    ),
    table: tableOf(crowd(300, 3)),
    parts,
    expect: [{ verdict: 'pass', estimate: 0 }],
  },
  {
    title: text('步调一致的只有四个账号', 'Only four accounts are in lockstep'),
    table: tableOf([...crowd(60, 12), ...ring(4, 12)]),
    parts,
    expect: [{ verdict: 'pass', estimate: 4 }],
  },
];
