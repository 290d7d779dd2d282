import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDigit,
  composeFilingNumber,
  filingNumber,
  formatFilingNumber,
  parseFilingNumber,
} from './filing-number.ts';
import { registerTypes } from './technique.ts';
import { realRegister } from './testing/real-register.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const composed = fc
  .record({
    place: digits(6),
    subject: digits(7),
    type: fc.constantFrom(...registerTypes.map(({ id }) => id)),
    year: fc.integer({ min: 2000, max: 2099 }),
    serial: fc.integer({ min: 1, max: 999 }),
  })
  .map((input) => ({ input, number: composeFilingNumber(input) }));

const codes = (printed: string, prefixes?: readonly string[]): readonly string[] => {
  const reading = parseFilingNumber(printed, prefixes === undefined ? {} : { prefixes });
  return reading.ok ? [] : reading.faults.map(({ code }) => code);
};

const sample = composeFilingNumber({ place: '440305', subject: '1234567', type: 'search', year: 2024, serial: 12 });

describe('a filing number', () => {
  it('makes the weighted sum of all 21 digits 1 modulo 10', () => {
    fc.assert(
      fc.property(composed, ({ number }) => {
        const sum = Array.from(number).reduce((total, digit, index) => total + Number(digit) * 2 ** (20 - index), 0);
        expect(sum % 10).toBe(1);
      }),
    );
  });

  it('gives back the parts it was composed of', () => {
    fc.assert(
      fc.property(composed, ({ input, number }) => {
        const reading = parseFilingNumber(formatFilingNumber(number));
        expect(reading.ok && reading.number).toBe(number);
        expect(reading.parts).toMatchObject({
          place: input.place,
          subject: input.subject,
          year: input.year,
          serial: input.serial,
        });
        expect(reading.parts?.type?.id).toBe(input.type);
      }),
    );
  });

  it('notices any single wrong digit, save in the blind spot of the rule: off by five before the last', () => {
    fc.assert(
      fc.property(composed, fc.nat(20), fc.integer({ min: 1, max: 9 }), ({ number }, position, shift) => {
        const wrong = (Number(number.charAt(position)) + shift) % 10;
        const changed = `${number.slice(0, position)}${wrong}${number.slice(position + 1)}`;
        expect(checkDigit(changed.slice(0, 20)) === Number(changed.charAt(20))).toBe(shift === 5 && position < 20);
      }),
    );
  });

  it.each([
    ['the printed form', formatFilingNumber(sample)],
    ['bare digits', sample],
    ['spaces and dashes', ` 网信算备 ${sample.slice(0, 6)} ${sample.slice(6, 13)}-${sample.slice(13)} 号 `],
    [
      'full-width digits',
      `网信算备${Array.from(sample, (digit) => String.fromCodePoint(Number(digit) + 0xff10)).join('')}号`,
    ],
    ['words before it', `备案编号：网信算备${sample}号`],
    ['invisible characters from a web page', `\u200b网信算备${sample}\u00a0号\ufeff`],
  ])('is read from %s', (_name, printed) => {
    const reading = parseFilingNumber(printed);
    expect(reading.ok && reading.number).toBe(sample);
  });

  it('names every fault with its own code', () => {
    expect(codes('')).toEqual(['empty']);
    expect(codes('网信算备号')).toEqual(['empty']);
    expect(codes(sample.slice(0, 20))).toEqual(['length']);
    expect(codes(`京网备${sample}号`)).toEqual(['prefix']);
    expect(codes(`${sample.slice(0, 5)}O${sample.slice(5)}`)).toEqual(['character']);
    const wrongCheck = `${sample.slice(0, 20)}${(Number(sample.slice(20)) + 1) % 10}`;
    expect(codes(wrongCheck)).toEqual(['check-digit']);
    const body = `${sample.slice(0, 13)}07${sample.slice(15, 20)}`;
    expect(codes(`${body}${checkDigit(body)}`)).toEqual(['type']);
  });

  it('says which check digit was expected, in both languages', () => {
    const expected = sample.slice(20);
    const reading = parseFilingNumber(`${sample.slice(0, 20)}${(Number(expected) + 1) % 10}`);
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    expect(reading.faults[0]?.message.zh).toContain(expected);
    expect(reading.faults[0]?.message.en).toContain(expected);
  });

  it('accepts the prefix of the installation and no other', () => {
    expect(codes(formatFilingNumber(sample, '演示算备'), ['演示算备'])).toEqual([]);
    expect(codes(formatFilingNumber(sample), ['演示算备'])).toEqual(['prefix']);
  });

  it('notes oddities without refusing them', () => {
    const odd = composeFilingNumber({ place: '406301', subject: '0000001', type: 'filter', year: 2021, serial: 1 });
    const reading = parseFilingNumber(odd);
    expect(reading.ok && reading.notes.map(({ code }) => code)).toEqual(['unknown-place', 'early-year']);
  });

  it('refuses to be composed of parts that do not fit', () => {
    const fit = { place: '110101', subject: '0000001', type: 'search', year: 2024, serial: 1 } as const;
    expect(() => composeFilingNumber({ ...fit, place: '11' })).toThrow(RangeError);
    expect(() => composeFilingNumber({ ...fit, subject: '1' })).toThrow(RangeError);
    expect(() => composeFilingNumber({ ...fit, year: 24 })).toThrow(RangeError);
    expect(() => composeFilingNumber({ ...fit, serial: 1000 })).toThrow(RangeError);
    expect(() => checkDigit('1')).toThrow(RangeError);
    expect(() => filingNumber('1')).toThrow(RangeError);
  });

  it('is obeyed by all printed numbers but two', (context) => {
    const table = realRegister(context);
    const faulty = table.rows.filter(({ number }) => !number.ok);
    expect(faulty.map(({ line, number }) => [line, number.ok ? [] : number.faults.map(({ code }) => code)])).toEqual([
      [68, ['check-digit']],
      [80, ['length']],
    ]);
  });

  it('keeps a subject to one seven-digit part and the part to one subject, with the exceptions we describe', (context) => {
    const table = realRegister(context);
    const partsOfSubject = new Map<string, Set<string>>();
    for (const { number, row } of table.rows) {
      if (!number.ok) continue;
      partsOfSubject.set(row.subject, (partsOfSubject.get(row.subject) ?? new Set()).add(number.parts.subject));
    }
    const several = [...partsOfSubject].filter(([, parts]) => parts.size > 1).map(([subject]) => subject);
    expect(several).toHaveLength(3);
  });
});
