import { text, type Text } from '@suanjian/rulebook';
import type { FieldKind } from '../families/field.ts';
import { pointerTo, shown, type FieldFault } from './refusal.ts';
import {
  EARLIEST_TIME,
  MOST_ELEMENTS,
  MOST_IDENTIFIER,
  MOST_SENTENCE,
  MOST_TOKEN,
  isIdentifier,
  isPseudonym,
  isSafeNumber,
  isSentence,
  isToken,
} from './rules.ts';

/** What the check of a value depends on beside the value. */
export interface CheckContext {
  /** The latest instant allowed, in milliseconds. */
  readonly latest: number;
  /** Turns raw ids of people into pseudonyms; without it only pseudonyms are accepted. */
  readonly identify?: Identify;
}

/** The pseudonym of a raw id; `traits` asks for the one under the key of traits. */
export type Identify = (raw: string, key: 'people' | 'traits') => string;

export type RecordValue = string | number | boolean | readonly string[] | readonly number[];

/** The value in its canonical form, `undefined` where it says nothing (an empty list), or what is wrong with it. */
export type CheckedValue = { readonly value: RecordValue | undefined } | { readonly faults: readonly FieldFault[] };

/** Checks a value that is there and not null. */
export function checkValue(name: string, kind: FieldKind, value: unknown, context: CheckContext): CheckedValue {
  switch (kind.kind) {
    case 'instant':
      return single(name, isInstant(value, context.latest), value, () => instantWords(context.latest));
    case 'identifier':
      return single(name, typeof value === 'string' && isIdentifier(value), value, () => words.identifier);
    case 'pseudonym':
      return checkPseudonym(name, kind.key ?? 'people', value, context);
    case 'token':
      return single(name, typeof value === 'string' && isToken(value), value, () => words.token);
    case 'choice': {
      const holds = typeof value === 'string' && kind.values.includes(value);
      return single(name, holds, value, () => choiceWords(kind.values));
    }
    case 'sentence':
      return single(name, typeof value === 'string' && isSentence(value), value, () => words.sentence);
    case 'integer':
      return single(name, isInteger(value, kind), value, () => integerWords(kind));
    case 'number':
      return single(name, typeof value === 'number' && isSafeNumber(value), value, () => words.number);
    case 'flag':
      return single(name, typeof value === 'boolean', value, () => words.flag);
    case 'tokens':
      return list(
        name,
        value,
        (element) => typeof element === 'string' && isToken(element),
        () => words.token,
      );
    case 'integers':
      return list(
        name,
        value,
        (element) => isInteger(element, kind),
        () => integerWords(kind),
      );
    case 'numbers':
      return list(
        name,
        value,
        (element) => typeof element === 'number' && isSafeNumber(element),
        () => words.number,
      );
  }
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const isInteger = (value: unknown, { least, most }: Bounds): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;

const isInstant = (value: unknown, latest: number): boolean => isInteger(value, { least: EARLIEST_TIME, most: latest });

function single(name: string, holds: boolean, value: unknown, expected: () => Text): CheckedValue {
  return holds ? { value: plain(value as RecordValue) } : { faults: [fault(name, undefined, value, expected())] };
}

/** JSON knows no negative zero. */
const plain = (value: RecordValue): RecordValue => (value === 0 ? 0 : value);

function list(name: string, value: unknown, holds: (element: unknown) => boolean, expected: () => Text): CheckedValue {
  if (!Array.isArray(value)) {
    const each = expected();
    const wanted = text(`列表，其元素为${each.zh}`, `a list of which each is ${each.en}`);
    return { faults: [fault(name, undefined, value, wanted)] };
  }
  if (value.length > MOST_ELEMENTS) {
    const wanted = text(`至多 ${MOST_ELEMENTS} 个元素的列表`, `a list of at most ${MOST_ELEMENTS}`);
    const present = text(`${value.length} 个元素`, `${value.length} elements`);
    return { faults: [{ field: pointerTo(name), reason: sentence(wanted, present) }] };
  }
  const faults: FieldFault[] = [];
  // By index, so that holes are met too.
  for (let index = 0; index < value.length; index += 1) {
    const element: unknown = value[index];
    if (!holds(element)) faults.push(fault(name, index, element, expected()));
  }
  if (faults.length > 0) return { faults };
  const elements = (value as readonly (string | number)[]).map(zeroFree) as readonly string[] | readonly number[];
  return { value: elements.length === 0 ? undefined : elements };
}

const zeroFree = (element: string | number): string | number => (element === 0 ? 0 : element);

function checkPseudonym(
  name: string,
  key: 'people' | 'traits',
  value: unknown,
  { identify }: CheckContext,
): CheckedValue {
  const isText = typeof value === 'string';
  if (identify === undefined) {
    if (isText && isPseudonym(value)) return { value };
    const found = isText
      ? text(
          `一个 ${value.length} 个字符的字符串，像是原始编号`,
          `a string of ${value.length} characters, a raw id it seems`,
        )
      : kindOf(value);
    return { faults: [{ field: pointerTo(name), reason: sentence(words.pseudonym, found) }] };
  }
  const raw = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof raw === 'string' && isPseudonym(raw)) {
    const found = text(
      '已经是假名，请改用 --identifiers pseudonyms',
      'a pseudonym already: use --identifiers pseudonyms',
    );
    return { faults: [{ field: pointerTo(name), reason: sentence(words.raw, found) }] };
  }
  if (typeof raw === 'string' && isIdentifier(raw)) return { value: identify(raw, key) };
  const found =
    typeof raw === 'string'
      ? text(`一个 ${raw.length} 个字符的字符串`, `a string of ${raw.length} characters`)
      : kindOf(raw);
  return { faults: [{ field: pointerTo(name), reason: sentence(words.raw, found) }] };
}

/** A value by its kind alone, where the value itself must not be repeated. */
function kindOf(value: unknown): Text {
  if (value === null) return text('空值', 'null');
  if (Array.isArray(value)) return text('列表', 'a list');
  if (typeof value === 'number') return text('数字', 'a number');
  if (typeof value === 'boolean') return text('布尔值', 'true or false');
  return typeof value === 'object' ? text('对象', 'an object') : text('其他类型的值', 'a value of another type');
}

const fault = (name: string, index: number | undefined, value: unknown, expected: Text): FieldFault => ({
  field: pointerTo(name, index),
  reason: sentence(expected, found(value)),
});

function found(value: unknown): Text {
  if (value === undefined) return text('空缺', 'nothing');
  if (typeof value === 'string' && value.length > 60)
    return text(`${shown(value)}（${value.length} 个字符）`, `${shown(value)} (${value.length} characters)`);
  const written = shown(value);
  return text(written, written);
}

export const sentence = (expected: Text, found: Text): Text =>
  text(`应为${expected.zh}；实为${found.zh}`, `expected ${expected.en}; found ${found.en}`);

const words = {
  identifier: text(`1 至 ${MOST_IDENTIFIER} 个可见字符的编号`, `an id of 1 to ${MOST_IDENTIFIER} visible characters`),
  pseudonym: text(
    '假名（p<期>_ 加 22 个字符）；原始编号须先加密散列，本接口不收',
    'a pseudonym (p<epoch>_ and 22 characters); raw ids are hashed before they are sent, none are taken here',
  ),
  raw: text(`原始编号（1 至 ${MOST_IDENTIFIER} 个可见字符）`, `a raw id (1 to ${MOST_IDENTIFIER} visible characters)`),
  token: text(
    `词（字母、数字及 . - _ / :，1 至 ${MOST_TOKEN} 个）`,
    `a word of 1 to ${MOST_TOKEN} letters, digits, . - _ / :`,
  ),
  sentence: text(
    `一行文字（1 至 ${MOST_SENTENCE} 个字符，无控制字符）`,
    `one line of 1 to ${MOST_SENTENCE} characters without control characters`,
  ),
  number: text('绝对值不超过 2^53-1 的数', 'a number within ±(2^53 - 1)'),
  flag: text('true 或 false', 'true or false'),
};

const choiceWords = (values: readonly string[]): Text =>
  text(`下列之一：${values.join('、')}`, `one of ${values.join(', ')}`);

const integerWords = ({ least, most }: Bounds): Text =>
  text(`${least} 至 ${most} 的整数`, `a whole number from ${least} to ${most}`);

const instantWords = (latest: number): Text =>
  text(
    `自 1970 年起的毫秒数，在 2000-01-01 与 ${instantText(latest)} 之间（至多比现在晚一天）`,
    `milliseconds since 1970 between 2000-01-01 and ${instantText(latest)} (at most a day ahead of now)`,
  );

const instantText = (instant: number): string => new Date(instant).toISOString();
