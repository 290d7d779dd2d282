import type { RefusalAnswer } from '@suanjian/contracts';
import type { FormDefinition } from '@suanjian/matters';

/** The id of the control a pointer names: what an error summary links to. */
export const idOf = (pointer: string): string => `field${pointer.replaceAll(/[^\w-]/g, '-')}`;

/** Faults of exactly this field; those of a list's entries belong to the entries. */
export const faultsAt = (faults: readonly RefusalAnswer[], pointer: string): readonly RefusalAnswer[] =>
  faults.filter((fault) => fault.pointer === pointer);

export const faultsWithin = (faults: readonly RefusalAnswer[], pointer: string): readonly RefusalAnswer[] =>
  faults.filter((fault) => fault.pointer === pointer || fault.pointer?.startsWith(`${pointer}/`) === true);

/** The step a pointer's field stands in; undefined when the form does not have it. */
export const stepOfPointer = (
  form: FormDefinition,
  pointer: string | undefined,
  base = '/form',
): string | undefined => {
  if (pointer?.startsWith(`${base}/`) !== true) return undefined;
  const [name = ''] = pointer.slice(base.length + 1).split('/');
  return form.fields[name]?.step;
};

/** The nearest pointer that has a control on the page: the field itself when an entry of it is gone. */
export const fieldPointer = (pointer: string, base = '/form'): string => {
  const [name = ''] = pointer.slice(base.length + 1).split('/');
  return `${base}/${name}`;
};
