import { text, type Text } from '@suanjian/rulebook';
import type { Fault } from './fault.ts';
import {
  checkDigit,
  parseFilingNumber,
  partsOf,
  type FilingNumber,
  type FilingNumberOptions,
} from './filing-number.ts';
import { placeOf } from './place.ts';
import { registerTypeOfCode } from './technique.ts';

export type FilingNumberPartName = 'place' | 'subject' | 'type' | 'year' | 'serial' | 'check-digit';

export interface ExplainedPart {
  readonly name: FilingNumberPartName;
  /** Positions counted from 1, both included. */
  readonly from: number;
  readonly to: number;
  readonly digits: string;
  readonly title: Text;
  readonly meaning: Text;
  /** False when the digits stand for nothing known, or the check digit is not the expected one. */
  readonly sound: boolean;
}

export interface FilingNumberExplanation {
  readonly ok: boolean;
  readonly number?: FilingNumber;
  readonly digits: string;
  /** Empty unless there are exactly 21 digits: with more or fewer nobody can say which is which. */
  readonly parts: readonly ExplainedPart[];
  readonly expectedCheckDigit?: number;
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
  /** What the explanation cannot vouch for. */
  readonly caution: Text;
}

const caution = text(
  '编号结构由已公开的备案信息归纳得出，并无官方说明；编号符合规则不等于确已备案，应以公开的备案记录为准。',
  'The structure was worked out from published filings; no official description exists. A number that obeys the rules has not necessarily been issued: the published record decides.',
);

const placePart = (digits: string): ExplainedPart => {
  const code = digits.slice(0, 6);
  const place = placeOf(code);
  const title = text('主体所在地', 'Place of the subject');
  const meaning =
    place === undefined
      ? text('不属于任何省级行政区的代码', 'a code that belongs to no province')
      : place.exact || place.note === undefined
        ? place.fullName
        : text(`${place.fullName.zh}。${place.note.zh}`, `${place.fullName.en}. ${place.note.en}`);
  return { name: 'place', from: 1, to: 6, digits: code, title, meaning, sound: place !== undefined };
};

const subjectPart = (digits: string): ExplainedPart => ({
  name: 'subject',
  from: 7,
  to: 13,
  digits: digits.slice(6, 13),
  title: text('备案主体', 'Subject'),
  meaning: text(
    '分配给备案主体的七位数字：同一主体的各个算法相同，更名、迁址后一般不变，与统一社会信用代码无关',
    'seven digits given to the subject: the same for all its algorithms, usually kept when it is renamed or moves, unrelated to its credit code',
  ),
  sound: true,
});

const typePart = (digits: string): ExplainedPart => {
  const code = digits.slice(13, 15);
  const type = registerTypeOfCode(code);
  return {
    name: 'type',
    from: 14,
    to: 15,
    digits: code,
    title: text('算法类型', 'Type of algorithm'),
    meaning: type?.label ?? text('不存在的类型（只有01至06）', 'no such type (they run from 01 to 06)'),
    sound: type !== undefined,
  };
};

const yearPart = (digits: string): ExplainedPart => {
  const { year } = partsOf(digits);
  return {
    name: 'year',
    from: 16,
    to: 17,
    digits: digits.slice(15, 17),
    title: text('编号年份', 'Year of the number'),
    meaning: text(`${year}年`, String(year)),
    sound: year >= 2022,
  };
};

const serialPart = (digits: string): ExplainedPart => {
  const { serial, type } = partsOf(digits);
  const kind = type?.label ?? text('该类型', 'that type');
  return {
    name: 'serial',
    from: 18,
    to: 20,
    digits: digits.slice(17, 20),
    title: text('序号', 'Serial'),
    meaning: text(`该主体${kind.zh}算法的第${serial}个编号`, `number ${serial} of this subject for ${kind.en}`),
    sound: serial > 0,
  };
};

const checkPart = (digits: string): ExplainedPart => {
  const expected = checkDigit(digits.slice(0, 20));
  const printed = digits.slice(20);
  const sound = String(expected) === printed;
  return {
    name: 'check-digit',
    from: 21,
    to: 21,
    digits: printed,
    title: text('校验位', 'Check digit'),
    meaning: sound
      ? text('与前20位相符', 'fits the 20 digits before it')
      : text(`与前20位不符，应为${expected}`, `does not fit the 20 digits before it, which ask for ${expected}`),
    sound,
  };
};

/** What every part of a number means, for a valid number and for a faulty one. */
export const explainFilingNumber = (printed: string, options: FilingNumberOptions = {}): FilingNumberExplanation => {
  const reading = parseFilingNumber(printed, options);
  const digits = reading.ok ? reading.number : reading.digits;
  const complete = digits.length === 21;
  return {
    ok: reading.ok,
    ...(reading.ok ? { number: reading.number } : {}),
    digits,
    parts: complete
      ? [placePart, subjectPart, typePart, yearPart, serialPart, checkPart].map((explain) => explain(digits))
      : [],
    ...(complete ? { expectedCheckDigit: checkDigit(digits.slice(0, 20)) } : {}),
    faults: reading.ok ? [] : reading.faults,
    notes: reading.ok ? reading.notes : [],
    caution,
  };
};
