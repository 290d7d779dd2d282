import { text } from '@suanjian/rulebook';
import type { Refusal } from '../../engine/refusal.ts';

export const caseRefusal = (
  code: string,
  zh: string,
  en: string,
  more: Pick<Refusal, 'pointer' | 'clause'> = {},
): Refusal => ({ code: `violation-case/${code}`, text: text(zh, en), ...more });
