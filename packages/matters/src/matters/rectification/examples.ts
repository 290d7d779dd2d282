import type { FormValues } from '../../engine/form.ts';

export const exampleOrder: FormValues = {
  clauses: [{ clause: 'final/17.1' }],
  findings: '关闭个性化推荐之后仍然按用户标签推荐。',
  measures: [
    { what: '关闭之后不再使用用户标签。', shownBy: '关闭后个性化展示为零。', check: 'opt-out-honoured' },
    { what: '补充上线前的核对清单。', shownBy: '清单和最近一次上线的记录。' },
  ],
  by: '2027-04-15',
};

export const exampleAnswer = (doneOn: string): FormValues => ({
  measures: [
    { measure: 1, done: true, doneOn, words: '已修复并上线。' },
    { measure: 2, done: true, doneOn, words: '已补充。' },
  ],
});

/** A result picked from a bundle, as `check-result` gives it. */
export const resultOf = (check: string, bundle = '00000000-0000-4000-8000-00000000b001'): string =>
  `${bundle}/${check}`;
