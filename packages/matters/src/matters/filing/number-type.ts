import { registerTypes, type RegisterType } from '@suanjian/register';
import type { FormValues } from '../../engine/form.ts';

/** The type that stands in the number: search and filtering are one technique and have a code each. */
export const numberTypeOf = ({ technique, searchKind }: FormValues): RegisterType | undefined =>
  registerTypes.find(({ id, technique: of }) => of === technique && (of !== 'search-filter' || id === searchKind));
