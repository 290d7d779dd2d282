import type { FormValues } from '../../engine/form.ts';
import { clausesToAnswer } from '../common/campaign-presets.ts';

/** Fictional throughout, as everything here. */
export const exampleRequest: FormValues = { preset: 'campaign-2022', by: '2027-04-15', words: '重点看关闭选项。' };

export const exampleAnswer = (clause: string): FormValues => ({
  clause,
  result: 'met',
  account: '逐项核对，见核对表。',
});

export const exampleUnmet: FormValues = {
  clause: 'final/17.1',
  result: 'unmet',
  account: '旧版客户端关闭以后仍有推荐。',
  measure: '强制升级旧版客户端。',
  fixedBy: '2026-12-31',
};

/** One after the other, every clause that a preset asks about. */
export const exampleAnswers = (preset: string): readonly FormValues[] => clausesToAnswer(preset).map(exampleAnswer);
