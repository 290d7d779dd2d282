import type { Branded } from '@suanjian/rulebook';
import { fault, type Fault } from './fault.ts';
import { placeOf } from './place.ts';
import { registerType, registerTypeOfCode, type RegisterType, type RegisterTypeId } from './technique.ts';

/**
 * The 21 digits of a filing number that obeys the rules, without prefix and `号`.
 *
 * The structure is empirical: no specification was found, every statement here was checked against the 7,311 published
 * rows. Place 6 (GB/T 2260), subject 7, type 2, year 2, serial 3, check digit 1; over all 21 digits the sum of
 * d(i) × 2^(21-i) is 1 modulo 10. All weights but the last are even, so the check digit cannot notice a digit that is
 * wrong by exactly five.
 *
 * The subject's seven digits are drawn evenly from all ten million, have nothing to do with the credit code, and stay with
 * the subject: through a change of name, of place (佛山 to 广州: other place digits, same seven), and mostly also when the
 * filing passes to an affiliate. 4,873 of them are in the data and no two unrelated subjects share one; three
 * subjects have two. Serials run per subject and type and do not start again with the year: 001, 002, 003 without a gap in 5,284 of
 * 5,295 series; five series give a serial to two years.
 */
export type FilingNumber = Branded<string, 'FilingNumber'>;

export interface FilingNumberParts {
  /** Six digits of GB/T 2260. */
  readonly place: string;
  /** Seven digits that stay with the subject. */
  readonly subject: string;
  readonly typeCode: string;
  readonly type?: RegisterType;
  /** Four digits: the century is understood. */
  readonly year: number;
  readonly serial: number;
  readonly checkDigit: number;
}

export type FilingNumberReading =
  | {
      readonly ok: true;
      readonly number: FilingNumber;
      readonly parts: FilingNumberParts;
      /** Oddities that break no rule, such as a place that does not exist. */
      readonly notes: readonly Fault[];
    }
  | {
      readonly ok: false;
      readonly faults: readonly Fault[];
      /** The digits as far as they could be read; empty when there are none. */
      readonly digits: string;
      /** Only when there are exactly 21 digits. */
      readonly parts?: FilingNumberParts;
    };

/** What real announcements print before the digits. A demonstration uses an evidently invalid one. */
export const publishedPrefix = '网信算备';

export interface FilingNumberOptions {
  /** Prefixes to accept; the default is the one of the published announcements. */
  readonly prefixes?: readonly string[];
}

const length = 21;

/** The digit that completes the first 20. @throws RangeError when they are not 20 digits. */
export const checkDigit = (first20: string): number => {
  if (!/^\d{20}$/.test(first20)) throw new RangeError(`not 20 digits: ${first20}`);
  let remainder = 0;
  for (const digit of first20) remainder = (remainder * 2 + Number(digit)) % 10;
  return (21 - remainder * 2) % 10;
};

export const partsOf = (digits: string): FilingNumberParts => {
  const typeCode = digits.slice(13, 15);
  const type = registerTypeOfCode(typeCode);
  return {
    place: digits.slice(0, 6),
    subject: digits.slice(6, 13),
    typeCode,
    ...(type === undefined ? {} : { type }),
    year: 2000 + Number(digits.slice(15, 17)),
    serial: Number(digits.slice(17, 20)),
    checkDigit: Number(digits.slice(20)),
  };
};

/** Full-width forms become ordinary ones; spaces, invisible characters and dashes, which people add when copying, go. */
const tidy = (printed: string): string => printed.normalize('NFKC').replaceAll(/[\s\p{Cf}\p{Pd}]/gu, '');

const split = (tidied: string): { prefix: string; body: string } => {
  const start = tidied.search(/\d/);
  if (start < 0) return { prefix: tidied, body: '' };
  return { prefix: tidied.slice(0, start), body: tidied.slice(start).replace(/号$/, '') };
};

const lengthFault = (digits: string): Fault =>
  fault(
    'length',
    `编号应为${length}位数字，这里有${digits.length}位。`,
    `The number has ${length} digits; here there ${digits.length === 1 ? 'is 1' : `are ${digits.length}`}.`,
  );

const formFaults = (prefix: string, body: string, digits: string, prefixes: readonly string[]): readonly Fault[] => {
  const faults: Fault[] = [];
  if (prefix !== '' && !prefixes.some((known) => prefix.endsWith(known))) {
    faults.push(
      fault(
        'prefix',
        `前缀“${prefix}”不是“${prefixes.join('”或“')}”。`,
        `The prefix “${prefix}” is not “${prefixes.join('” or “')}”.`,
      ),
    );
  }
  const strangers = [...new Set(body.replaceAll(/\d/g, ''))];
  if (strangers.length > 0) {
    faults.push(
      fault(
        'character',
        `数字中间出现了“${strangers.join('”“')}”，编号主体只能是数字。`,
        `“${strangers.join('”, “')}” stands among the digits; only digits belong there.`,
      ),
    );
  }
  if (digits.length !== length) faults.push(lengthFault(digits));
  return faults;
};

const ruleFaults = (digits: string, parts: FilingNumberParts): readonly Fault[] => {
  const faults: Fault[] = [];
  if (parts.type === undefined) {
    faults.push(
      fault(
        'type',
        `算法类型代码“${parts.typeCode}”不存在，只有01至06。`,
        `There is no type ${parts.typeCode}; types run from 01 to 06.`,
      ),
    );
  }
  const expected = checkDigit(digits.slice(0, 20));
  if (expected !== parts.checkDigit) {
    faults.push(
      fault(
        'check-digit',
        `校验位应为${expected}，这里是${parts.checkDigit}：至少有一位数字有误。`,
        `The check digit should be ${expected} and is ${parts.checkDigit}: at least one digit is wrong.`,
      ),
    );
  }
  return faults;
};

const notesOn = (parts: FilingNumberParts): readonly Fault[] => {
  const notes: Fault[] = [];
  const place = placeOf(parts.place);
  if (place === undefined) {
    notes.push(
      fault(
        'unknown-place',
        `地区代码${parts.place}不属于任何省级行政区。`,
        `The place code ${parts.place} belongs to no province.`,
      ),
    );
  } else if (place.note !== undefined) {
    notes.push({ code: 'place-not-current', message: place.note });
  }
  if (parts.year < 2022) {
    notes.push(
      fault(
        'early-year',
        `年份${parts.year}早于备案制度施行（2022年3月）。`,
        `The year ${parts.year} lies before filing began in March 2022.`,
      ),
    );
  }
  if (parts.serial === 0)
    notes.push(
      fault('zero-serial', '序号000不常见，已知编号均从001起。', 'Serial 000 is unusual; known numbers start at 001.'),
    );
  return notes;
};

/** Reads the printed form, the bare digits, and what people make of them: spaces, dashes, full-width digits. */
export const parseFilingNumber = (printed: string, options: FilingNumberOptions = {}): FilingNumberReading => {
  const { prefix, body } = split(tidy(printed));
  const digits = body.replaceAll(/\D/g, '');
  if (digits === '') {
    return { ok: false, digits, faults: [fault('empty', '没有可识别的编号。', 'There is no number here.')] };
  }
  const faults = formFaults(prefix, body, digits, options.prefixes ?? [publishedPrefix]);
  if (digits.length !== length) return { ok: false, faults, digits };
  const parts = partsOf(digits);
  const all = [...faults, ...ruleFaults(digits, parts)];
  if (all.length > 0) return { ok: false, faults: all, digits, parts };
  return { ok: true, number: digits as FilingNumber, parts, notes: notesOn(parts) };
};

/** @throws RangeError when the text is no valid number; for constants and for values that were checked before. */
export const filingNumber = (printed: string, options: FilingNumberOptions = {}): FilingNumber => {
  const reading = parseFilingNumber(printed, options);
  if (!reading.ok)
    throw new RangeError(`not a filing number: ${printed} (${reading.faults.map(({ code }) => code).join(', ')})`);
  return reading.number;
};

/** The printed form: prefix, digits, `号`. */
export const formatFilingNumber = (number: FilingNumber, prefix: string = publishedPrefix): string =>
  `${prefix}${number}号`;

export interface FilingNumberInput {
  readonly place: string;
  readonly subject: string;
  readonly type: RegisterTypeId;
  /** Four digits, 2000 to 2099. */
  readonly year: number;
  /** 1 to 999, counted per subject and type. */
  readonly serial: number;
}

/** @throws RangeError when a part does not fit its digits. */
export const composeFilingNumber = ({ place, subject, type, year, serial }: FilingNumberInput): FilingNumber => {
  if (!/^\d{6}$/.test(place)) throw new RangeError(`a place is six digits: ${place}`);
  if (!/^\d{7}$/.test(subject)) throw new RangeError(`a subject is seven digits: ${subject}`);
  if (!Number.isInteger(year) || year < 2000 || year > 2099) throw new RangeError(`a year from 2000 to 2099: ${year}`);
  if (!Number.isInteger(serial) || serial < 1 || serial > 999)
    throw new RangeError(`a serial from 1 to 999: ${serial}`);
  const body = `${place}${subject}${registerType(type).code}${String(year - 2000).padStart(2, '0')}${String(serial).padStart(3, '0')}`;
  return `${body}${checkDigit(body)}` as FilingNumber;
};
