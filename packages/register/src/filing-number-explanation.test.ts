import { describe, expect, it } from 'vitest';
import { explainFilingNumber } from './filing-number-explanation.ts';
import { composeFilingNumber } from './filing-number.ts';

const number = composeFilingNumber({ place: '440305', subject: '1234567', type: 'search', year: 2024, serial: 12 });

describe('the explanation of a filing number', () => {
  it('covers all 21 digits, part by part, in order', () => {
    const { parts, ok } = explainFilingNumber(number);
    expect(ok).toBe(true);
    expect(parts.map(({ digits }) => digits).join('')).toBe(number);
    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      [1, 6],
      [7, 13],
      [14, 15],
      [16, 17],
      [18, 20],
      [21, 21],
    ]);
    expect(parts.every(({ sound }) => sound)).toBe(true);
  });

  it('says place, type, year and serial in both languages', () => {
    const meanings = Object.fromEntries(explainFilingNumber(number).parts.map(({ name, meaning }) => [name, meaning]));
    expect(meanings['place']).toEqual({ zh: '广东省深圳市南山区', en: '南山区, 深圳市, Guangdong' });
    expect(meanings['type']).toEqual({ zh: '信息检索', en: 'search' });
    expect(meanings['year']).toEqual({ zh: '2024年', en: '2024' });
    expect(meanings['serial']?.zh).toContain('第12个');
  });

  it('still explains a number whose check digit is wrong, and says which would be right', () => {
    const expected = Number(number.slice(20));
    const explanation = explainFilingNumber(`${number.slice(0, 20)}${(expected + 3) % 10}`);
    expect(explanation.ok).toBe(false);
    expect(explanation.expectedCheckDigit).toBe(expected);
    expect(explanation.parts.filter(({ sound }) => !sound).map(({ name }) => name)).toEqual(['check-digit']);
    expect(explanation.faults).toHaveLength(1);
  });

  it('does not pretend to know the parts of a number of another length', () => {
    const explanation = explainFilingNumber(number.slice(1));
    expect(explanation.parts).toEqual([]);
    expect(explanation.expectedCheckDigit).toBeUndefined();
    expect(explanation.faults.map(({ code }) => code)).toEqual(['length']);
  });

  it('marks a place that does not exist', () => {
    const lost = composeFilingNumber({ place: '406301', subject: '0000001', type: 'filter', year: 2025, serial: 1 });
    const explanation = explainFilingNumber(lost);
    expect(explanation.ok).toBe(true);
    expect(explanation.parts[0]?.sound).toBe(false);
    expect(explanation.notes.map(({ code }) => code)).toEqual(['unknown-place']);
  });
});
