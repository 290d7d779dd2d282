import { clauseIdOf } from '../edition.ts';
import { text } from '../text.ts';
import type { GuideReason, GuideStep } from './guide.ts';

/** A reason, or a step to take, with its clause of the regulation in force. */
export const final = (number: string, zh: string, en: string): GuideReason => ({
  clause: clauseIdOf('final', number),
  text: text(zh, en),
});

export const step = (zh: string, en: string): GuideStep => ({ text: text(zh, en) });

export const whoMustFile = final(
  '24.1',
  '具有舆论属性或者社会动员能力的算法推荐服务提供者应当办理备案。',
  'Providers of such services with public-opinion attributes or the ability to mobilise must file.',
);
