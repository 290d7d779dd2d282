import { describe, expect, test } from 'vitest';
import { families, familyNames } from '../src/families/families.ts';
import type { Family } from '../src/families/field.ts';
import { fingerprintOf, publicationFaults, publish, readPublished, shapeOf } from './published.ts';

test.each(familyNames)('%s is as it was published', (name) => {
  expect(publicationFaults(families[name], readPublished()[name] ?? [])).toEqual([]);
});

describe('what was published', () => {
  const first: Family = families.trait;
  const published = { trait: [{ version: 1, fingerprint: fingerprintOf(first), fields: shapeOf(first) }] };
  const [time, ...others] = first.fields;
  const added = {
    name: 'note',
    required: false,
    type: { kind: 'token' },
    meaning: { zh: '注', en: 'note' },
    example: 'x',
  } as const;
  if (time === undefined) throw new Error('trait has no fields');

  test('may be described in other words', () => {
    const reworded = {
      ...first,
      fields: first.fields.map((field) => ({ ...field, meaning: { zh: '改', en: 'changed' } })),
    };
    expect(publicationFaults(reworded, published.trait)).toEqual([]);
  });

  test.each<[string, Family]>([
    ['a field added', { ...first, fields: [...first.fields, added] }],
    ['a field removed', { ...first, fields: others }],
    ['a field of another type', { ...first, fields: [{ ...time, type: { kind: 'token' } }, ...others] }],
    ['a field required no more', { ...first, fields: [{ ...time, required: false }, ...others] }],
  ])('does not pass with %s under the same version', (_what, changed) => {
    expect(publicationFaults(changed, published.trait)).toHaveLength(1);
  });

  test('a new version adds optional fields and keeps the others', () => {
    const next: Family = { ...first, version: 2, fields: [...first.fields, added] };
    const both = publish([next], published);
    expect(both['trait']?.map(({ version }) => version)).toEqual([1, 2]);
    expect(both['trait']?.[0]).toEqual(published.trait[0]);
    expect(publicationFaults(next, both['trait'] ?? [])).toEqual([]);
    expect(publish([next], both)).toEqual(both);
  });

  test.each<[string, Family]>([
    ['drops a field', { ...first, version: 2, fields: others }],
    ['changes a field', { ...first, version: 2, fields: [{ ...time, unit: 's' }, ...others] }],
    ['requires what is new', { ...first, version: 2, fields: [...first.fields, { ...added, required: true }] }],
    ['skips a number', { ...first, version: 3, fields: [...first.fields, added] }],
  ])('a new version that %s is not published', (_what, next) => {
    expect(() => publish([next], published)).toThrow('trait');
  });
});
