import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('一家人合用', 'a family shares one'),
    records: { account: ['a', 'b', 'c'].map((user) => ({ user, device: 'd1' })) },
    verdict: 'pass',
  },
  {
    title: text('六个账号', 'six accounts'),
    records: { account: ['a', 'b', 'c', 'd', 'e', 'f'].map((user) => ({ user, device: 'd1' })) },
    verdict: 'fail',
  },
  {
    title: text('一个账号登记六次', 'one account entered six times'),
    records: {
      account: [1, 2, 3, 4, 5, 6].map((hour) => ({ user: 'a', device: 'd1', time: `2026-03-02T0${hour}:00:00+08:00` })),
    },
    verdict: 'pass',
  },
  {
    title: text('没有记录设备', 'devices are not on record'),
    records: { account: [{ user: 'a' }] },
    verdict: 'not-applicable',
  },
];
