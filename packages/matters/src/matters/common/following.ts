import { text } from '@suanjian/rulebook';
import type { Option } from '../../engine/form.ts';

const option = <Value extends string>(value: Value, zh: string, en: string) => ({ value, label: text(zh, en) });

/** What an inspection or an assessment by an office may come to. */
export const outcomes = [
  option('none', '没有需要办理的问题', 'Nothing that needs more'),
  option('rectification', '责令整改', 'An order to put it right'),
  option('case', '立案调查', 'A violation case'),
  option('both', '责令整改并立案调查', 'An order to put it right, and a case'),
] as const satisfies readonly Option[];

export type Outcome = (typeof outcomes)[number]['value'];

export const isOutcome = (value: unknown): value is Outcome => outcomes.some((each) => each.value === value);

const following: Readonly<Record<Outcome, readonly ('rectification' | 'violation-case')[]>> = {
  none: [],
  rectification: ['rectification'],
  case: ['violation-case'],
  both: ['rectification', 'violation-case'],
};

/** Kinds of matter that an outcome proposes to open. */
export const followingFrom = (outcome: Outcome) => following[outcome];
