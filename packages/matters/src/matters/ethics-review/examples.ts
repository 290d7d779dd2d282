import type { FormValues } from '../../engine/form.ts';

export const exampleSubject: FormValues = {
  algorithm: '首页个性化推送',
  version: '2.0',
  change: '排序模型换成新的一代，目标中加入停留时间。',
  affected: '全部用户，包括未成年人。',
};

/** @param accounts the chair first */
export const exampleCommittee = (...accounts: readonly string[]): FormValues => ({
  members: accounts.map((account, index) => ({
    account,
    name: `委员${index + 1}`,
    fields: [['technology'], ['law', 'ethics'], ['minors'], ['user-interests']][index % 4],
  })),
  chair: accounts[0],
});

export const exampleConditions = (...due: readonly string[]): FormValues => ({
  grounds: '收益大于风险，但对未成年人的影响需要先控制。',
  ...(due.length === 0
    ? {}
    : {
        conditions: due.map((day, index) => ({
          condition: `未成年人模式下不使用停留时间（第 ${index + 1} 步）。`,
          responsible: '推荐算法部',
          due: day,
        })),
      }),
});
