import { text } from '@suanjian/rulebook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Control, FieldDefinition, FormDefinition, Secrecy } from './form.ts';
import { differences } from './form-differences.ts';

const field = (
  control: Control,
  secrecy: Secrecy = 'public',
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  label: text('字段', 'Field'),
  help: text('', ''),
  control,
  secrecy,
  step: 'only',
  ...more,
});
const words: Control = { kind: 'text', longest: 100 };
const forms: Control = {
  kind: 'choices',
  atLeast: 1,
  options: ['app', 'site'].map((value) => ({ value, label: text(value, value) })),
};

const form: FormDefinition = {
  name: 'example',
  steps: [{ name: 'only', title: text('', ''), intro: text('', '') }],
  fields: {
    name: field(words, 'public', { label: text('算法名称', 'Algorithm name') }),
    users: field({ kind: 'number', atLeast: 0, atMost: 1e9 }),
    media: field(forms),
    generative: field({ kind: 'yes-no' }),
    role: field(words, 'public', { shown: ({ generative }) => generative === true }),
    data: field(words, 'confidential'),
    papers: field({ kind: 'attachment', accepts: ['application/pdf'], atMost: 3 }, 'confidential'),
    products: field(
      {
        kind: 'list',
        atLeast: 0,
        atMost: 9,
        of: {
          name: field(words, 'public', { label: text('产品名称', 'Product name') }),
          forms: field(forms),
          address: field(words, 'personal', { label: text('地址', 'Address') }),
          licensed: field({ kind: 'yes-no' }),
          licence: field(words, 'public', { shown: ({ licensed }) => licensed === true }),
        },
      },
      'public',
      { label: text('产品', 'Products') },
    ),
  },
};

const paper = (hash: string) => ({ hash: hash.repeat(64), name: 'a.pdf', size: 1, type: 'application/pdf' });
const product = (name: string, address: string, more: object = {}) => ({ name, address, forms: ['app'], ...more });

describe('what counts as a difference', () => {
  it('names the field, both values and their secrecy', () => {
    expect(differences({ name: '甲', data: 'own' }, { name: '乙', data: 'bought' }, form)).toEqual([
      {
        pointer: '/form/name',
        label: text('算法名称', 'Algorithm name'),
        before: '甲',
        after: '乙',
        secrecy: 'public',
      },
      { pointer: '/form/data', label: text('字段', 'Field'), before: 'own', after: 'bought', secrecy: 'confidential' },
    ]);
  });

  it('shows what was filled in and what was taken back', () => {
    const [added, removed] = differences({ data: 'own' }, { name: '甲', data: ' ' }, form);
    expect(added).toMatchObject({ pointer: '/form/name', before: undefined, after: '甲' });
    expect(removed).toMatchObject({ pointer: '/form/data', before: 'own', after: undefined });
  });

  it.each([
    ['the order of choices', { media: ['app', 'site'] }, { media: ['site', 'app'] }],
    ['spaces around a text', { name: '甲' }, { name: ' 甲\n' }],
    ['a number written as text', { users: 5 }, { users: '5' }],
    ['an empty text for none', { name: '' }, {}],
    [
      'the order of files and of their properties',
      { papers: [paper('a'), paper('b')] },
      { papers: [paper('b'), Object.fromEntries(Object.entries(paper('a')).reverse())] },
    ],
    [
      'the order of entries',
      { products: [product('一', 'x'), product('二', 'y')] },
      { products: [product('二', 'y'), product('一', 'x')] },
    ],
  ])('does not count %s', (_, before, after) => expect(differences(before, after, form)).toEqual([]));

  it('does not count what a condition hides, in the form or in an entry', () => {
    const before = {
      generative: false,
      role: 'provider',
      products: [product('一', 'x', { licensed: false, licence: 'A' })],
    };
    const after = {
      generative: false,
      role: 'supporter',
      products: [product('一', 'x', { licensed: false, licence: 'B' })],
    };
    expect(differences(before, after, form)).toEqual([]);
  });

  it('counts a value that became hidden as gone', () => {
    const [, gone] = differences({ generative: true, role: 'provider' }, { generative: false, role: 'provider' }, form);
    expect(gone).toMatchObject({ pointer: '/form/role', before: 'provider', after: undefined });
  });
});

describe('lists', () => {
  const two = [product('一', 'x'), product('二', 'y')];

  it('finds an entry again by its name, wherever it stands, and tells the rest', () => {
    const after = [product('三', 'z', { forms: ['site'] }), product('二', 'w'), product('一', 'x')];
    expect(differences({ products: two }, { products: after }, form)).toEqual([
      {
        pointer: '/form/products/0',
        label: text('产品第 1 项', 'Products, entry 1'),
        before: undefined,
        after: after[0],
        secrecy: 'public',
      },
      {
        pointer: '/form/products/1/address',
        label: text('产品第 2 项：地址', 'Products, entry 2: Address'),
        before: 'y',
        after: 'w',
        secrecy: 'personal',
      },
    ]);
  });

  it('finds a renamed entry by its content', () => {
    expect(differences({ products: two }, { products: [two[0], product('二改', 'y')] }, form)).toMatchObject([
      { pointer: '/form/products/1/name', before: '二', after: '二改' },
    ]);
  });

  it('points at an entry that is gone in the earlier version', () => {
    expect(differences({ products: two }, { products: [two[1]] }, form)).toEqual([
      {
        pointer: '/before/products/0',
        label: text('产品第 1 项', 'Products, entry 1'),
        before: two[0],
        after: undefined,
        secrecy: 'public',
      },
    ]);
  });

  it('counts a second entry of the same content', () => {
    expect(differences({ products: [two[0]] }, { products: [two[0], two[0]] }, form)).toHaveLength(1);
  });
});

const values = fc.record({
  name: fc.constantFrom('', '甲', '乙'),
  media: fc.subarray(['app', 'site']),
  generative: fc.boolean(),
  role: fc.constantFrom('provider', 'supporter'),
  products: fc.array(
    fc.record({
      name: fc.constantFrom('一', '二', '三'),
      address: fc.constantFrom('x', 'y', ''),
      licensed: fc.boolean(),
      licence: fc.constantFrom('A', 'B'),
    }),
    { maxLength: 4 },
  ),
});

describe('properties', () => {
  it('finds nothing between a version and itself, and as much in one direction as in the other: nothing or something', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(differences(one, one, form)).toEqual([]);
        expect(differences(one, other, form).length > 0).toBe(differences(other, one, form).length > 0);
      }),
    );
  });

  it('gives every difference a pointer of its own', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const pointers = differences(one, other, form).map(({ pointer }) => pointer);
        expect(new Set(pointers).size).toBe(pointers.length);
      }),
    );
  });
});
