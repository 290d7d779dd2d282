import { describe, expect, it } from 'vitest';
import { matterDefinitions } from '@suanjian/matters';
import { faultsAt, faultsWithin, fieldPointer, idOf, stepOfPointer } from './pointers.ts';

const fault = (pointer?: string) => ({
  code: 'x',
  text: { zh: '', en: '' },
  ...(pointer === undefined ? {} : { pointer }),
});

describe('faults and the fields they belong to', () => {
  const faults = [fault('/form/models'), fault('/form/models/0/name'), fault('/form/modelsOther'), fault()];
  it('tells a list from its entries', () => {
    expect(faultsAt(faults, '/form/models')).toEqual([faults[0]]);
    expect(faultsWithin(faults, '/form/models')).toEqual([faults[0], faults[1]]);
  });
  it('gives every pointer an id of its own that needs no escaping', () => {
    expect(idOf('/form/models/0/name')).toBe('field-form-models-0-name');
    expect(idOf('/form/models/10/name')).not.toBe(idOf('/form/models/1/name'));
  });
  it('knows the step of every field of every form', () => {
    for (const { forms } of matterDefinitions)
      for (const form of Object.values(forms))
        for (const [name, field] of Object.entries(form.fields)) {
          expect(stepOfPointer(form, `/form/${name}/3/deep`)).toBe(field.step);
          expect(form.steps.map((step) => step.name)).toContain(field.step);
        }
  });
  it('answers nothing for what is no field', () => {
    const form = matterDefinitions[0]?.forms['form'];
    expect(form === undefined ? 'missing' : stepOfPointer(form, '/reason')).toBeUndefined();
    expect(fieldPointer('/form/models/0/name')).toBe('/form/models');
  });
});
