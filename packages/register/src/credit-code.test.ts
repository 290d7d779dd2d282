import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeCreditCode,
  creditCheckCharacter,
  creditCode,
  describeCreditCode,
  parseCreditCode,
} from './credit-code.ts';
import { placesUnder, provinces } from './place.ts';

const organisation = fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{8}$/);
const place = fc.constantFrom(
  ...provinces().flatMap(({ code }) => [code, ...placesUnder(code).map((child) => child.code)]),
);
const faultCodes = (typed: string): readonly string[] => {
  const reading = parseCreditCode(typed);
  return reading.ok ? [] : reading.faults.map(({ code }) => code);
};

const fictional = composeCreditCode({ place: '440305', organisation: 'MA5XXXX0' });

describe('a unified social credit code', () => {
  // Published on the companies' own pages; they were given by the authorities, not by this code.
  it.each(['91440300708461136T', '914403001922038216', '91110000802100433B', '91330100799655058B'])(
    'is accepted as the authorities gave it: %s',
    (published) => {
      const reading = parseCreditCode(published);
      expect(reading.ok && reading.notes).toEqual([]);
    },
  );

  it('is sound whenever it is composed', () => {
    fc.assert(
      fc.property(place, organisation, (place, organisation) => {
        const reading = parseCreditCode(composeCreditCode({ place, organisation }));
        expect(reading.ok && reading.parts.place).toBe(place);
        expect(reading.ok && reading.notes).toEqual([]);
      }),
    );
  });

  it('notices any single wrong character and any exchange of neighbours', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(
        organisation,
        fc.nat(17),
        fc.constantFrom(...Array.from(alphabet)),
        (organisation, position, character) => {
          const code = composeCreditCode({ place: '110000', organisation });
          const changed = `${code.slice(0, position)}${character}${code.slice(position + 1)}`;
          expect(parseCreditCode(changed).ok).toBe(changed === code);
          const swapped = `${code.slice(0, position)}${code.charAt(position + 1)}${code.charAt(position)}${code.slice(position + 2)}`;
          if (position < 17) expect(parseCreditCode(swapped).ok).toBe(swapped === code);
        },
      ),
    );
  });

  it('is read through spaces, dashes, lower case and full-width forms', () => {
    const typed = ` ${fictional.slice(0, 8).toLowerCase()} - ${Array.from(fictional.slice(8), (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join('')}`;
    expect(creditCode(typed)).toBe(fictional);
  });

  it('says what is wrong', () => {
    expect(faultCodes('')).toEqual(['length']);
    expect(faultCodes(fictional.slice(1))).toEqual(['length']);
    expect(faultCodes(`${fictional.slice(0, 8)}O${fictional.slice(9)}`)).toEqual(['letter']);
    expect(faultCodes(`Q${fictional.slice(1)}`)).toContain('department');
    expect(faultCodes(`${fictional.slice(0, 2)}990000${fictional.slice(8)}`)).toContain('place');
    const last = fictional.slice(17) === '0' ? '1' : '0';
    expect(faultCodes(`${fictional.slice(0, 17)}${last}`)).toEqual(['check']);
  });

  it('guesses which digit a forbidden letter stands for', () => {
    const reading = parseCreditCode(`${fictional.slice(0, 8)}O${fictional.slice(9)}`);
    expect(reading.ok ? '' : reading.faults[0]?.message.en).toContain('“0”');
  });

  it('accepts what the national administration registers and notes a failing organisation part', () => {
    const body = '91100000123456780';
    const reading = parseCreditCode(`${body}${creditCheckCharacter(body)}`);
    expect(reading.ok && reading.notes.map(({ code }) => code)).toEqual(['organisation-check']);
  });

  it('says who registered what', () => {
    expect(describeCreditCode(fictional)).toMatchObject({
      department: { zh: '市场监督管理' },
      category: { en: 'enterprise' },
    });
  });
});
