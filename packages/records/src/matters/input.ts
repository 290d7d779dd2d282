import type { z } from 'zod';
import { text, type Text } from '@suanjian/rulebook';
import type { Refusal } from '@suanjian/matters';
import { characterFaults, pointerToken } from './plain-text.ts';

const explanation = (issue: z.core.$ZodIssue): Text => {
  switch (issue.code) {
    case 'invalid_type':
      return text('内容类型不对。', 'is not the right kind of value.');
    case 'too_big':
      return text(`超过了上限 ${issue.maximum}。`, `is above the limit of ${issue.maximum}.`);
    case 'too_small':
      return text(`低于下限 ${issue.minimum}。`, `is below the least of ${issue.minimum}.`);
    case 'unrecognized_keys':
      return text(`有不认识的名称：${issue.keys.join('、')}。`, `has unknown names: ${issue.keys.join(', ')}.`);
    case 'invalid_value':
      return text(`只能是：${issue.values.join('、')}。`, `may only be: ${issue.values.join(', ')}.`);
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return text('格式不符合要求。', 'does not have the form that is asked for.');
  }
};

const refusalOf = (issue: z.core.$ZodIssue): Refusal => {
  const pointer = issue.path.map((part) => `/${pointerToken(String(part))}`).join('');
  const what = explanation(issue);
  const where = pointer === '' ? text('输入', 'The input') : text(`「${pointer}」`, `“${pointer}”`);
  return {
    code: `input/${issue.code.replaceAll('_', '-')}`,
    pointer,
    text: text(`${where.zh}${what.zh}`, `${where.en} ${what.en}`),
  };
};

export type ParsedInput =
  | { readonly ok: true; readonly input: unknown }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Checks an input against its schema and its characters; every fault at once, with a JSON pointer. */
export const parseInput = (schema: z.ZodType, input: unknown): ParsedInput => {
  const characters = characterFaults(input);
  if (characters.length > 0) return { ok: false, refusals: characters };
  const parsed = schema.safeParse(input ?? {});
  return parsed.success
    ? { ok: true, input: parsed.data }
    : { ok: false, refusals: parsed.error.issues.map(refusalOf) };
};

const longestReason = 4000;

/** What is wrong with the reason of a request, which stands beside every input. */
export const reasonFaults = (reason: string | undefined): readonly Refusal[] => {
  if (reason === undefined) return [];
  const characters = characterFaults(reason, '/reason');
  if (characters.length > 0 || reason.length <= longestReason) return characters;
  return [
    {
      code: 'input/too-big',
      pointer: '/reason',
      text: text(
        `理由最多 ${longestReason} 个字，现在有 ${reason.length} 个。`,
        `A reason may hold ${longestReason} characters and this one holds ${reason.length}.`,
      ),
    },
  ];
};
