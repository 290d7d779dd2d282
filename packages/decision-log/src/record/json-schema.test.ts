import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { families, familyNames } from '../families/families.ts';
import type { Family } from '../families/field.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { RecordChecker } from './record-checker.ts';
import { arbitraryRecord } from './testing/arbitrary-record.ts';

const latest = Date.UTC(2026, 10, 23);

describe.each(familyNames)('the schema of %s', (name) => {
  const family: Family = families[name];
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(jsonSchemaOf(family));
  const checker = new RecordChecker(family);
  const records = arbitraryRecord(family, latest);

  test('allows what the check accepts', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
  });

  test('refuses what the check refuses, field by field', () => {
    const names = family.fields.map((field) => field.name);
    const values = fc.constantFrom<unknown>(
      1.5,
      -1,
      '',
      'two words\n',
      true,
      [],
      ['a b'],
      [Number.MAX_VALUE],
      {},
      10 ** 14,
      'p1_x',
    );
    fc.assert(
      fc.property(records, fc.constantFrom(...names), values, (record, field, value) => {
        const changed = { ...record, [field]: value };
        const accepted = checker.check(changed, { latest }).outcome === 'accepted';
        // A schema cannot compare the lengths of two lists, nor a time with the clock.
        const isBeyondSchema = family.fields.some(
          (each) => each.parallelTo === field || (each.name === field && each.parallelTo !== undefined),
        );
        if (accepted) expect(validate(changed) || Array.isArray(value), JSON.stringify(validate.errors)).toBe(true);
        else if (!isBeyondSchema && !(field === 'time' && typeof value === 'number')) {
          expect(validate(changed), `${field}: ${JSON.stringify(value)}`).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
