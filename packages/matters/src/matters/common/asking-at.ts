import { z } from 'zod';
import { formInput, type FormDefinition, type FormValues } from '../../engine/form.ts';

/** To be spread into a command whose input is one form under a name. */
export const askingAt = <Name extends string>(at: Name, form: FormDefinition) => ({
  asks: { form, at },
  input: z.strictObject({ [at]: formInput(form) }) as unknown as z.ZodType<{ readonly [Key in Name]: FormValues }>,
});
