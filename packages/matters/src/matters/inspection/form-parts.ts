import { text } from '@suanjian/rulebook';
import type { FieldDefinition, FormDefinition } from '../../engine/form.ts';
import { fieldsOf, list } from '../common/fields.ts';
import { oneStepForms } from '../common/one-step-form.ts';

/** The one step of every form here. */
export const step = 'inspection';

export const formOf = oneStepForms('inspection-', step);

/** The same form as it is kept: called what it is, not what somebody is to do. */
export const asKept = (form: FormDefinition, title: readonly [string, string]): FormDefinition => ({
  ...form,
  steps: form.steps.map((each) => ({ ...each, title: text(...title) })),
});

export const open = fieldsOf(step, 'public', 'final/28.1');
export const sealed = fieldsOf(step, 'confidential', 'final/28.1');
export const person = fieldsOf(step, 'personal', 'final/28.1');

/** A list that is kept with the matter, in the order in which it came. */
export const kept = (
  name: string,
  label: readonly [string, string],
  of: Readonly<Record<string, FieldDefinition>>,
  atMost: number,
) =>
  formOf(`kept-${name}`, label, ['按先后。', 'In their order.'], {
    [name]: sealed(label, ['按先后。', 'In their order.'], list(of, 0, atMost), { required: false }),
  });
