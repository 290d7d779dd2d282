import { text } from '@suanjian/rulebook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  draftSchemaFor,
  merged,
  shownValues,
  type Control,
  type FieldDefinition,
  type FormDefinition,
} from './form.ts';
import { draftFaults, formFaults } from './form-faults.ts';

const field = (control: Control, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  label: text('字段', 'Field'),
  help: text('', ''),
  control,
  secrecy: 'public',
  step: 'only',
  ...more,
});
const options = ['red', 'blue'].map((value) => ({ value, label: text(value, value) }));

const form: FormDefinition = {
  name: 'example',
  steps: [{ name: 'only', title: text('', ''), intro: text('', '') }],
  fields: {
    name: field({ kind: 'text', longest: 5 }, { clause: 'final/24.1' }),
    site: field({ kind: 'text', longest: 100, pattern: 'url' }, { required: false }),
    email: field({ kind: 'text', longest: 100, pattern: 'email' }, { required: false }),
    telephone: field({ kind: 'text', longest: 30, pattern: 'telephone' }, { required: false }),
    users: field({ kind: 'number', atLeast: 0, atMost: 100 }),
    launched: field({ kind: 'date' }),
    colour: field({ kind: 'choice', options }),
    colours: field({ kind: 'choices', options, atLeast: 1 }),
    generative: field({ kind: 'yes-no' }),
    role: field({ kind: 'text', longest: 20 }, { shown: ({ generative }) => generative === true }),
    licence: field({ kind: 'text', longest: 20 }, { required: ({ colour }) => colour === 'red' }),
    papers: field({ kind: 'attachment', accepts: ['application/pdf'], atMost: 1 }, { required: false }),
    models: field({
      kind: 'list',
      atLeast: 1,
      atMost: 2,
      of: {
        title: field({ kind: 'text', longest: 5 }),
        version: field({ kind: 'text', longest: 9 }, { required: false }),
      },
    }),
    parent: field({ kind: 'pick', from: { of: 'matter', kind: 'filing' } }, { required: false }),
    finding: field({ kind: 'pick', from: { of: 'check-result' } }, { required: false }),
    even: field(
      { kind: 'text', longest: 9 },
      {
        required: false,
        check: (value) => (Number(value) % 2 === 0 ? undefined : text('应为偶数。', 'should be even.')),
      },
    ),
  },
};

const sound = {
  name: '名称',
  users: 5,
  launched: '2026-03-01',
  colour: 'blue',
  colours: ['red'],
  generative: false,
  models: [{ title: '甲' }],
};
const faultsOf = (values: Record<string, unknown>): readonly (readonly [string, string | undefined])[] =>
  formFaults(form, values).map(({ code, pointer }) => [code, pointer]);

describe('what keeps a form from being submitted', () => {
  it('is nothing when it is sound', () => expect(faultsOf(sound)).toEqual([]));

  it('is whatever was not chosen from the list where something is picked', () => {
    const id = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';
    expect(faultsOf({ ...sound, parent: id, finding: `${id}/differential-pricing` })).toEqual([]);
    for (const values of [{ parent: '网信算备 1 号' }, { parent: [id] }, { finding: id }, { finding: `${id}/` }])
      expect(faultsOf({ ...sound, ...values })).toEqual([['form/pick', `/form/${Object.keys(values)[0]}`]]);
  });

  it('is everything that is missing, at once, with the clause that asks for it', () => {
    const faults = formFaults(form, {});
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/form/name',
      '/form/users',
      '/form/launched',
      '/form/colour',
      '/form/colours',
      '/form/generative',
      '/form/models',
    ]);
    expect(faults[0]).toMatchObject({ code: 'form/required', clause: 'final/24.1' });
  });

  it.each([
    ['a text that is too long', { name: '一二三四五六' }, 'form/too-long', '/form/name'],
    ['a text of another kind', { name: 5 }, 'form/kind', '/form/name'],
    ['an address that is none', { site: 'javascript:alert(1)' }, 'form/pattern', '/form/site'],
    ['a mailbox that is none', { email: 'nobody' }, 'form/pattern', '/form/email'],
    ['a telephone number that is none', { telephone: 'call me' }, 'form/pattern', '/form/telephone'],
    ['a number outside its range', { users: 101 }, 'form/range', '/form/users'],
    ['a number that is none', { users: 'many' }, 'form/kind', '/form/users'],
    ['a day that the calendar does not have', { launched: '2026-02-30' }, 'form/date', '/form/launched'],
    ['an option that there is not', { colour: 'green' }, 'form/option', '/form/colour'],
    ['one of several options that there is not', { colours: ['red', 'green'] }, 'form/option', '/form/colours'],
    ['what a condition makes required', { colour: 'red' }, 'form/required', '/form/licence'],
    [
      'too many files',
      { papers: [1, 2].map((n) => ({ hash: String(n).repeat(64), name: 'a.pdf', size: 1, type: 'application/pdf' })) },
      'form/too-many',
      '/form/papers',
    ],
    ['a file that is none', { papers: ['a.pdf'] }, 'form/kind', '/form/papers'],
    ['too many entries', { models: [{ title: '甲' }, { title: '乙' }, { title: '丙' }] }, 'form/count', '/form/models'],
    ['a fault inside an entry', { models: [{ title: '甲' }, {}] }, 'form/required', '/form/models/1/title'],
    ['what its own test says', { even: '3' }, 'form/check', '/form/even'],
    ['a field that the form does not have', { secret: 1 }, 'form/unknown', '/form/secret'],
  ])('is %s', (_what, change, code, pointer) =>
    expect(faultsOf({ ...sound, ...change })).toContainEqual([code, pointer]),
  );

  it('is never what a condition hides', () => {
    expect(faultsOf({ ...sound, generative: true })).toEqual([['form/required', '/form/role']]);
    expect(faultsOf({ ...sound, generative: false, role: 7 })).toEqual([]);
    expect(shownValues(form, { ...sound, role: 'hidden' })).not.toHaveProperty('role');
  });
});

describe('a draft', () => {
  const schema = draftSchemaFor(form);

  it('may be incomplete and wrong in content, and is told so without complaint about what is missing', () => {
    expect(schema.safeParse({ launched: '2026-02-30', name: '一二三四五六' }).success).toBe(true);
    expect(draftFaults(form, { launched: '2026-02-30' }).map(({ code }) => code)).toEqual(['form/date']);
  });

  it('may not be of another kind or hold unknown fields, which would be lost in silence otherwise', () => {
    expect(schema.safeParse({ name: 7 }).success).toBe(false);
    expect(schema.safeParse({ nmae: '名称' }).success).toBe(false);
  });

  it('takes a field back by null', () =>
    expect(merged({ name: '名称', users: 5 }, { name: null })).toEqual({ users: 5 }));

  it('comes out the same however its parts were saved', () => {
    const part = fc.dictionary(fc.constantFrom('name', 'site', 'users'), fc.oneof(fc.string(), fc.constant(null)));
    fc.assert(
      fc.property(part, part, part, (first, second, third) => {
        expect(merged(merged(merged({}, first), second), third)).toEqual(merged({}, { ...first, ...second, ...third }));
      }),
    );
  });
});
