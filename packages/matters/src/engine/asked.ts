import type { CommandCommon } from './definition.ts';
import { formFaults } from './form-faults.ts';
import type { FormValues } from './form.ts';
import type { Refusal } from './refusal.ts';

const isRecord = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is missing or wrong in the form that a command asks for, with pointers into its input. */
export const askedFaults = ({ asks }: Pick<CommandCommon, 'asks'>, input: unknown): readonly Refusal[] => {
  if (asks === undefined || asks === 'own-screen') return [];
  const { form, at } = asks;
  const values = at === undefined || !isRecord(input) ? input : input[at];
  return formFaults(form, isRecord(values) ? values : {}, at === undefined ? '' : `/${at}`);
};
