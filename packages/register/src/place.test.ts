import { describe, expect, it } from 'vitest';
import { isWithin, nationCode, placeOf, placesUnder, provinceOf, provinces } from './place.ts';
import { realRegister } from './testing/real-register.ts';

describe('places', () => {
  it('knows all 34 divisions at province level in both languages', () => {
    expect(provinces()).toHaveLength(34);
    for (const { name } of provinces()) {
      expect(name.zh).toMatch(/^\p{Script=Han}+$/u);
      expect(name.en).toMatch(/^[A-Z][A-Za-z ]+$/);
    }
  });

  it('finds province, prefecture and county, and districts of the four municipalities', () => {
    expect(placeOf('440000')).toMatchObject({
      level: 'province',
      name: { zh: '广东省', en: 'Guangdong' },
      exact: true,
    });
    expect(placeOf('440300')).toMatchObject({ level: 'prefecture', fullName: { zh: '广东省深圳市' } });
    expect(placeOf('440305')).toMatchObject({ level: 'county', parent: '440300' });
    expect(placeOf('110108')).toMatchObject({
      level: 'county',
      fullName: { zh: '北京市海淀区', en: '海淀区, Beijing' },
    });
    expect(placeOf(nationCode)).toMatchObject({ level: 'nation' });
  });

  it('answers for codes out of use with the place above them and says so', () => {
    expect(placeOf('441901')).toMatchObject({ code: '441900', asked: '441901', exact: false, name: { zh: '东莞市' } });
    expect(placeOf('110103')).toMatchObject({ code: '110000', exact: false });
    expect(placeOf('110103')?.note?.zh).toContain('110103');
  });

  it('has no answer where there is no province or no code', () => {
    expect(placeOf('406301')).toBeUndefined();
    expect(placeOf('100001')).toBeUndefined();
    expect(placeOf('4403')).toBeUndefined();
    expect(provinceOf('nonsense')).toBeUndefined();
    expect(provinceOf(nationCode)).toBeUndefined();
  });

  it('tells what lies within what', () => {
    expect(isWithin('440305', '440000')).toBe(true);
    expect(isWithin('440305', '440300')).toBe(true);
    expect(isWithin('440305', '440305')).toBe(true);
    expect(isWithin('440305', nationCode)).toBe(true);
    expect(isWithin('440305', '440100')).toBe(false);
    expect(isWithin('440300', '440305')).toBe(false);
    expect(isWithin(nationCode, '440000')).toBe(false);
  });

  it('puts every place within its parent', () => {
    for (const province of provinces()) {
      for (const child of placesUnder(province.code)) {
        expect(isWithin(child.code, province.code)).toBe(true);
        for (const county of placesUnder(child.code)) expect(isWithin(county.code, child.code)).toBe(true);
      }
    }
  });

  it('resolves every place of the real register to a province, save one code that was never one', (context) => {
    const table = realRegister(context);
    const codes = new Set(table.rows.flatMap(({ number }) => number.parts?.place ?? []));
    expect(codes.size).toBe(397);
    expect([...codes].filter((code) => provinceOf(code) === undefined)).toEqual(['406301']);
    expect([...codes].filter((code) => placeOf(code)?.exact === false)).toEqual(['441901', '442001']);
  });
});
