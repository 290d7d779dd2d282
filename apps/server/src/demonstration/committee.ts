import type { DeskOf } from './cast.ts';
import { algorithms } from './algorithms.ts';
import type { FiledFilings } from './filings.ts';
import type { Stage } from './stage.ts';

type Desk = DeskOf<'yunque'>;

const chair: Desk = 'auditor';

const members: readonly (readonly [desk: Desk, name: string, fields: readonly string[]])[] = [
  [chair, '示例主任委员', ['law', 'ethics']],
  ['editor', '示例技术委员', ['technology']],
  ['viewer', '示例未成年人保护委员', ['minors']],
];

/** An ethics review that was approved on a condition, which is still to be met. */
export const playEthicsReview = async (stage: Stage, { headlines }: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const by = (desk: Desk) => stage.actor('yunque', desk);
  const review = await stage.open('ethics-review', {
    on: workday(-15),
    by: by('officer'),
    input: {
      subject: {
        algorithm: algorithms.headlines.name,
        number: await stage.numberOf(headlines),
        version: '2.0',
        change: '换用新的兴趣模型，夜间减少推送。',
        affected: '全部读者，包括未成年人。',
      },
    },
  });
  await stage.give(review, 'compose', {
    on: workday(-14),
    by: by('officer'),
    input: {
      committee: {
        members: members.map(([desk, name, fields]) => ({ account: stage.account('yunque', desk), name, fields })),
        chair: stage.account('yunque', chair),
      },
    },
  });
  for (const [desk] of members)
    await stage.give(review, 'declare', {
      on: workday(-13),
      by: by(desk),
      input: { declaration: { conflict: false } },
    });
  await stage.give(review, 'open-deliberation', { on: workday(-12), by: by(chair) });
  for (const [desk] of members)
    await stage.give(review, 'vote', {
      on: workday(-11),
      by: by(desk),
      input: { vote: { choice: 'conditions', note: '先看未成年人夜间推送的数据。' } },
    });
  await stage.give(review, 'close-vote', {
    on: workday(-10),
    by: by(chair),
    input: {
      conclusion: {
        grounds: '新模型让题材更多样；夜间推送对未成年人的影响还要看数据。',
        conditions: [
          { condition: '一个月内报告未成年人夜间推送的次数。', responsible: '推荐算法部', due: workday(12) },
        ],
      },
    },
  });
};
