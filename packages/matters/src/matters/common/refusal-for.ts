import { text } from '@suanjian/rulebook';
import type { Refusal } from '../../engine/refusal.ts';

/** Writes the refusals of one matter: each has a code under the matter's name. */
export const refusalFor =
  (matter: string, more: Pick<Refusal, 'clause'> = {}) =>
  (code: string, zh: string, en: string, pointer?: string): Refusal => ({
    code: `${matter}/${code}`,
    text: text(zh, en),
    ...more,
    ...(pointer === undefined ? {} : { pointer }),
  });
