import type { FormValues } from '../../engine/form.ts';

export const exampleLead: FormValues = {
  source: 'monitoring',
  clauses: [{ clause: 'final/17.1' }],
  from: '2026-02-02',
  goesOn: false,
  until: '2026-03-10',
  graveHarm: false,
  facts: '关闭个性化推荐之后仍然使用用户标签。',
};

export const exampleEvidence: FormValues = {
  kind: 'electronic',
  what: '关闭之后的展示记录。',
  obtained: '2026-03-23 由企业移交。',
  lawful: true,
};

/** A grave breach of a clause that the regulation itself punishes. */
export const exampleFindings: FormValues = {
  facts: '关闭之后仍有个性化展示。',
  clauses: [{ clause: 'final/17.1' }],
  from: '2026-02-02',
  goesOn: false,
  until: '2026-03-10',
  graveHarm: false,
  refusal: false,
  gravity: true,
  gravityShown: '涉及全部用户，持续一个多月。',
  corrected: false,
  complex: false,
  publicInterest: false,
  proposal: '罚款。',
};

/** The same for a clause that the regulation leaves to other laws. */
export const examplePricing: FormValues = {
  ...exampleFindings,
  facts: '同物同时对不同用户报价不同。',
  clauses: [{ clause: 'final/21' }],
};

export const exampleNotice: FormValues = {
  measures: ['warning', 'order-to-correct', 'suspend-updates', 'fine'],
  fine: 20_000,
  other: false,
  reasons: '关闭之后仍有个性化展示，情节严重。',
};

export const exampleDecision: FormValues = {
  ...exampleNotice,
  comply: '15 日内缴至指定银行。',
  remedies: '60 日内申请复议，6 个月内起诉。',
};

export const exampleHearing = (day: string, chair: string): FormValues => ({
  day,
  chair,
  time: '09:30',
  place: '三楼会议室',
  open: true,
});

export const exampleRecord = (on: string): FormValues => ({
  on,
  attended: true,
  words: '双方已经质证。',
  signed: true,
});
