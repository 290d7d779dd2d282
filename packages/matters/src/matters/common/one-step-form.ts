import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';

type Words = readonly [zh: string, en: string];

/**
 * Writes the forms of one matter that have a single step each.
 * @param prefix stands before their names
 * @param step of all of them; each has its own name for a step where none is given
 */
export const oneStepForms =
  (prefix: string, step?: string) =>
  (
    name: string,
    title: Words,
    intro: Words,
    fields: FormDefinition['fields'],
    ownStep = step ?? name,
  ): FormDefinition => ({
    name: `${prefix}${name}`,
    steps: [{ name: ownStep, title: text(...title), intro: text(...intro) }],
    fields,
  });
