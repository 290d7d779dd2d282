import { describe, expect, test } from 'vitest';
import { families, familyNames } from '../families/families.ts';
import { RecordChecker } from './record-checker.ts';

const latest = Date.UTC(2026, 10, 23);
const exposure = new RecordChecker(families.exposure);
const user = `p1_${'a'.repeat(22)}`;
const good = {
  item: 'i-1',
  personalised: true,
  position: 1,
  provider: 'demo',
  request: 'r-1',
  surface: 'feed',
  technique: 'personalised',
  time: 1_767_225_600_000,
  user,
};

const faultsOf = (record: unknown): readonly { readonly field: string; readonly zh: string; readonly en: string }[] => {
  const checked = exposure.check(record, { latest });
  return checked.outcome === 'accepted'
    ? []
    : checked.faults.map(({ field, reason }) => ({ field, zh: reason.zh, en: reason.en }));
};

test.each(familyNames)('the examples of %s are an acceptable record', (name) => {
  const record = Object.fromEntries(families[name].fields.map((field) => [field.name, field.example]));
  expect(new RecordChecker(families[name]).check(record, { latest })).toMatchObject({ outcome: 'accepted' });
});

describe('a record', () => {
  test('is written with sorted members, without null and without empty lists', () => {
    const checked = exposure.check({ ...good, tags: [], author: null, score: -0, own: false }, { latest });
    expect(checked).toEqual({
      outcome: 'accepted',
      time: good.time,
      line: `{"item":"i-1","own":false,"personalised":true,"position":1,"provider":"demo","request":"r-1","score":0,"surface":"feed","technique":"personalised","time":1767225600000,"user":"${user}"}`,
    });
  });

  test('names all its faults at once, in both languages', () => {
    const { user: _user, ...rest } = good;
    const faults = faultsOf({ ...rest, position: 0, technique: 'magic', tags: ['ok', 'not ok'], 'a/b~c': 1 });
    expect(faults.map(({ field }) => field)).toEqual(['/position', '/tags/1', '/technique', '/user', '/a~1b~0c']);
    for (const { zh, en } of faults) {
      expect(zh).toMatch(/[一-鿿]/);
      expect(en).toMatch(/[a-z]{3}/);
    }
    expect(faults[0]?.en).toBe('expected a whole number from 1 to 100000; found 0');
    expect(faults[2]?.en).toContain('one of generation, personalised');
  });

  test.each([
    ['a fraction', { position: 1.5 }, '/position'],
    ['a text for a number', { position: '1' }, '/position'],
    ['NaN', { score: Number.NaN }, '/score'],
    ['an infinity', { score: Number.POSITIVE_INFINITY }, '/score'],
    ['a number beyond 2^53', { score: 2 ** 53 }, '/score'],
    ['a time in seconds', { time: 1_767_225_600 }, '/time'],
    ['a time too far ahead', { time: latest + 1 }, '/time'],
    ['an identifier with a blank', { item: 'a b' }, '/item'],
    ['an identifier with a zero-width space', { item: 'a\u200bb' }, '/item'],
    ['a lone surrogate', { item: '\ud83d' }, '/item'],
    ['an empty token', { provider: '' }, '/provider'],
    ['too long a token', { provider: 'a'.repeat(65) }, '/provider'],
    ['an object', { item: {} }, '/item'],
    ['a list for a value', { item: ['i'] }, '/item'],
    ['too many tags', { tags: Array.from({ length: 501 }, () => 'a') }, '/tags'],
    ['a hole in a list', { tags: Array.from({ length: 2 }) }, '/tags/0'],
  ])('with %s is refused at its place', (_what, change, field) => {
    expect(faultsOf({ ...good, ...change })[0]?.field).toBe(field);
  });

  test.each([[null], [[]], ['x'], [1]])('is an object, not %j', (value) => {
    expect(faultsOf(value)).toMatchObject([{ field: '' }]);
  });
});

describe('ids of people', () => {
  test('that are raw are refused without being repeated', () => {
    const [fault] = faultsOf({ ...good, user: '13800138000' });
    expect(fault?.field).toBe('/user');
    expect(fault?.en).toContain('raw id');
    expect(`${fault?.zh}${fault?.en}`).not.toContain('138');
  });

  test('are hashed where raw ones are expected, and pseudonyms are then refused', () => {
    const identify = (raw: string, key: string): string => `p1_${`${key}-${raw}`.padEnd(22, '_').slice(0, 22)}`;
    expect(exposure.check({ ...good, user: 'u1' }, { latest, identify })).toMatchObject({
      outcome: 'accepted',
      line: expect.stringContaining('"user":"p1_people-u1_____________"') as string,
    });
    expect(exposure.check({ ...good, user: 1234 }, { latest, identify })).toMatchObject({ outcome: 'accepted' });
    const refused = exposure.check(good, { latest, identify });
    expect(refused).toMatchObject({ outcome: 'refused', faults: [{ field: '/user' }] });
    const trait = new RecordChecker(families.trait);
    expect(
      trait.check({ band: 'f', provider: 'd', subject: 'u1', time: good.time, trait: 'gender' }, { latest, identify }),
    ).toMatchObject({ line: expect.stringContaining('p1_traits-u1') as string });
  });
});

describe('a line', () => {
  const checkLine = (line: string) => exposure.checkLine(line, { latest });

  test('in which a field stands twice is refused', () => {
    expect(checkLine(JSON.stringify(good))).toMatchObject({ outcome: 'accepted' });
    expect(checkLine(JSON.stringify(good).replace('{', '{"item":"i-0",'))).toMatchObject({ outcome: 'refused' });
    expect(checkLine(JSON.stringify(good).replace('{', '{"item" :"i-0",'))).toMatchObject({ outcome: 'refused' });
    expect(checkLine(JSON.stringify(good).replace('{', '{"\\u0069tem":"i-0",'))).toMatchObject({ outcome: 'refused' });
    expect(checkLine(JSON.stringify({ ...good, surface: ':x' }))).toMatchObject({ outcome: 'accepted' });
    // A value that looks like a member is none.
    expect(checkLine(JSON.stringify({ ...good, item: 'a":"b' }))).toMatchObject({ outcome: 'accepted' });
  });

  test('that is not JSON is refused without being repeated', () => {
    const checked = checkLine('{"user":"13800138000"');
    expect(checked).toMatchObject({ outcome: 'refused', faults: [{ field: '' }] });
    expect(JSON.stringify(checked)).not.toContain('138');
    expect(JSON.stringify(checkLine('13800138000x'))).not.toContain('138');
  });

  test('that is nested beyond measure is refused like any other', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const line of [`{"tags":${deep}}`, `{"tags":[${deep}]}`, `{"item":${deep}}`, `{"x":${deep}}`, deep])
      expect(checkLine(line)).toMatchObject({ outcome: 'refused' });
    expect(checkLine(`{"item":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`)).toMatchObject({
      outcome: 'refused',
    });
  });

  test('may name fields that every object has', () => {
    expect(checkLine(JSON.stringify(good).replace('{', '{"__proto__":{},'))).toMatchObject({
      outcome: 'refused',
      faults: [{ field: '/__proto__' }],
    });
  });
});
