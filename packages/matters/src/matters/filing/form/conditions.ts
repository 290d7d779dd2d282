import type { FormValues } from '../../../engine/form.ts';

/** What other fields depend on. Each reads the values as they are, so a condition never counts on a field being filled in. */
export const isGenerative = ({ technique }: FormValues): boolean => technique === 'generative';
export const isSearch = ({ technique }: FormValues): boolean => technique === 'search-filter';
export const isDispatch = ({ technique }: FormValues): boolean => technique === 'dispatch-decision';
/** Only generative algorithms know the role of a supporter, who serves other services and has no product of its own. */
export const isSupporter = (form: FormValues): boolean => isGenerative(form) && form['role'] === 'technical-supporter';
export const hasProducts = (form: FormValues): boolean => !isSupporter(form);
export const usesPersonalTraits = ({ personalTraits }: FormValues): boolean => personalTraits === true;
export const includes = (value: unknown, wanted: string): boolean => Array.isArray(value) && value.includes(wanted);
