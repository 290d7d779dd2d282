import fc from 'fast-check';
import type { Family, Field, FieldKind } from '../../families/field.ts';
import { EARLIEST_TIME } from '../rules.ts';

const tokens = fc.stringMatching(/^[A-Za-z0-9._/:-]{1,64}$/);
const visible = fc.stringMatching(/^[!-~]{1,30}$/);
const chinese = fc.stringMatching(/^[\u4e00-\u9fff，。！（）]{1,30}$/);

/** Numbers of every length of digits, small and large, as programs compute them. */
const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
  fc.double({ noNaN: true, min: 0, max: 1 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 1000),
  fc.constantFrom(0, 1e-6, 1e-7, 1.5e-9, 123_456_789.012_345_67, 0.1, 5e-324),
);

const valueOf = (kind: FieldKind, latest: number): fc.Arbitrary<unknown> => {
  switch (kind.kind) {
    case 'instant':
      return fc.integer({ min: EARLIEST_TIME, max: latest });
    case 'identifier':
      return fc.oneof(visible, visible, chinese);
    case 'pseudonym':
      return fc.stringMatching(/^p[1-9][0-9]{0,5}_[A-Za-z0-9_-]{22}$/);
    case 'token':
      return tokens;
    case 'choice':
      return fc.constantFrom(...kind.values);
    case 'sentence':
      return fc.oneof(fc.stringMatching(/^[!-~][ -~]{0,60}$/), chinese, fc.constant('颜文字 ٩(◕‿◕)۶ and "quotes" \\'));
    case 'integer':
      return fc.integer({ min: kind.least, max: Math.min(kind.most, Number.MAX_SAFE_INTEGER) });
    case 'number':
      return numbers;
    case 'flag':
      return fc.boolean();
    case 'tokens':
      return fc.array(tokens, { minLength: 1, maxLength: 5 });
    case 'integers':
      return fc.array(fc.integer({ min: kind.least, max: kind.most }), { minLength: 1, maxLength: 5 });
    case 'numbers':
      return fc.array(numbers, { minLength: 1, maxLength: 5 });
  }
};

/** A list that runs beside another is made as long as it. */
const inParallel = (fields: readonly Field[], record: Record<string, unknown>): Record<string, unknown> => {
  for (const { name, parallelTo } of fields) {
    const list = record[name];
    const other = parallelTo === undefined ? undefined : record[parallelTo];
    if (!Array.isArray(list) || parallelTo === undefined) continue;
    if (!Array.isArray(other)) delete record[name];
    else record[name] = other.map((_, index) => list[index % list.length] as unknown);
  }
  return record;
};

/** Acceptable records of a family, with any of the optional fields. */
export const arbitraryRecord = (family: Family, latest: number): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record(Object.fromEntries(family.fields.map(({ name, type }) => [name, valueOf(type, latest)])), {
      requiredKeys: family.fields.filter(({ required }) => required).map(({ name }) => name),
    })
    .map((record) => inParallel(family.fields, record));
