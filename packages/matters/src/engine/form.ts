import { z } from 'zod';
import type { Text } from '@suanjian/rulebook';
import type { Side } from './party.ts';
import type { Refusal } from './refusal.ts';

/**
 * Public fields may be published. Confidential ones (trade secrets) are sealed under the organisation's key, personal ones
 * under the person's or the organisation's; every reading of either is recorded (draft/25, final/29, opinions/14).
 */
export type Secrecy = 'public' | 'confidential' | 'personal';

export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly group?: Text;
}

/**
 * What a `pick` chooses from, always of the provider whose the matter is. The value is the id of a matter, the id of a verified result
 * bundle, or `<id of the bundle>/<check>`.
 */
export type PickSource =
  | { readonly of: 'matter'; readonly kind: string; readonly states?: readonly string[] }
  | { readonly of: 'bundle' | 'check-result' };

const pickedId = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pickedMatter = new RegExp(`^${pickedId}$`);
const pickedResult = new RegExp(`^(${pickedId})/(\\S{1,120})$`);

/** Whether a value can be something picked from such a source. */
export const isPicked = ({ of }: PickSource, value: string): boolean =>
  (of === 'check-result' ? pickedResult : pickedMatter).test(value);

/** The bundle and the check that a picked result names. */
export const pickedCheck = (value: string): { readonly bundle: string; readonly check: string } | undefined => {
  const [, bundle, check] = pickedResult.exec(value) ?? [];
  return bundle === undefined || check === undefined ? undefined : { bundle, check };
};

/** How a field is asked for; the shape of its value follows from it. */
export type Control =
  | {
      readonly kind: 'text';
      readonly longest: number;
      readonly lines?: number;
      /** `colleague`: the account of somebody of one's own organisation, chosen by name; `official`: of anybody at any office. */
      readonly pattern?: 'url' | 'email' | 'telephone' | 'colleague' | 'official';
    }
  | { readonly kind: 'number'; readonly atLeast: number; readonly atMost: number; readonly unit?: Text }
  | { readonly kind: 'date' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'choices'; readonly options: readonly Option[]; readonly atLeast: number }
  /** One of the things that are there already, chosen by number or title: the server tells what whoever fills the form in may see of them. */
  | { readonly kind: 'pick'; readonly from: PickSource }
  | { readonly kind: 'attachment'; readonly accepts: readonly string[]; readonly atMost: number }
  | {
      readonly kind: 'list';
      readonly of: Readonly<Record<string, FieldDefinition>>;
      readonly atLeast: number;
      readonly atMost: number;
    };

export type FormValues = Readonly<Record<string, unknown>>;

export interface FieldDefinition {
  readonly label: Text;
  /** What to write here, in plain words. */
  readonly help: Text;
  readonly control: Control;
  readonly secrecy: Secrecy;
  /** Whose the value of a personal field is, for example `responsiblePerson`: it is sealed under that person's own key, so that erasing one person leaves the others. */
  readonly person?: string;
  /** Sides that must never see the value nor learn that there is one, given the rest of the form: a worker's name from the employer. */
  readonly hiddenFrom?: (form: FormValues) => readonly Side[];
  /** The clause that asks for it. */
  readonly clause?: string;
  /** The step of the form it stands in. */
  readonly step: string;
  /** A hidden field is neither asked for nor counted, and its value does not leave the draft. */
  readonly shown?: (form: FormValues) => boolean;
  /** Required unless it says otherwise. */
  readonly required?: boolean | ((form: FormValues) => boolean);
  /** Further test of one value; undefined means fine. */
  readonly check?: (value: string) => Text | undefined;
}

export interface FormDefinition {
  readonly name: string;
  readonly steps: readonly { readonly name: string; readonly title: Text; readonly intro: Text }[];
  readonly fields: Readonly<Record<string, FieldDefinition>>;
}

/** A stored file by its content; the server has checked size and type before one of these exists. */
export const attachmentReference = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200),
  size: z.number().int().positive(),
  type: z.string().min(1).max(120),
});
export type AttachmentReference = z.infer<typeof attachmentReference>;

/** The widest shape a field's value may have while it is a draft: right in kind, perhaps wrong in content. */
const draftSchemaOf = (control: Control): z.ZodType => {
  switch (control.kind) {
    case 'text':
      return z.string().max(Math.max(4 * control.longest, 1000));
    case 'number':
      return z.union([z.number(), z.string().max(40)]);
    case 'date':
      return z.string().max(40);
    case 'yes-no':
      return z.boolean();
    case 'choice':
    case 'pick':
      return z.string().max(200);
    case 'choices':
      return z.array(z.string().max(200)).max(200);
    case 'attachment':
      return z.array(attachmentReference).max(50);
    case 'list':
      return z
        .array(
          z.strictObject(
            Object.fromEntries(
              Object.entries(control.of).map(([name, field]) => [name, draftSchemaOf(field.control).optional()]),
            ),
          ),
        )
        .max(500);
  }
};

/** Input of a draft's autosave: any subset of the fields; `null` takes a field back. Unknown names are refused, not dropped. */
export const draftSchemaFor = (form: FormDefinition): z.ZodType<Record<string, unknown>> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(form.fields).map(([name, field]) => [name, draftSchemaOf(field.control).nullable().optional()]),
    ),
  );

/** Input of a command that asks for a form: its fields as they are, none of them taken back. */
export const formInput = (form: FormDefinition): z.ZodType<FormValues> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(form.fields).map(([name, field]) => [name, draftSchemaOf(field.control).optional()]),
    ),
  );

/** To be spread into a command that asks for a form: its values are the command's input. */
export const asking = (form: FormDefinition) => ({ asks: { form }, input: formInput(form) });

/** Merges a saved part into the values; `null` takes a field back. */
export const merged = (values: FormValues, patch: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries({ ...values, ...patch }).filter(([, value]) => value !== null && value !== undefined),
  );

export const isShown = (field: FieldDefinition, values: FormValues): boolean => field.shown?.(values) ?? true;

export const isRequired = (field: FieldDefinition, values: FormValues): boolean =>
  typeof field.required === 'function' ? field.required(values) : (field.required ?? true);

const isRecord = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shownOf = (fields: Readonly<Record<string, FieldDefinition>>, values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      const field = fields[name];
      if (field === undefined || !isShown(field, values)) return [];
      const { control } = field;
      if (control.kind !== 'list' || !Array.isArray(value)) return [[name, value]];
      return [[name, value.map((item: unknown) => (isRecord(item) ? shownOf(control.of, item) : item))]];
    }),
  );

/** The values that count: those of shown fields, in lists too. What a condition hides stays in the draft and goes nowhere else. */
export const shownValues = (form: FormDefinition, values: FormValues): FormValues => shownOf(form.fields, values);

/** Names of the fields that are sealed before anything is stored. */
export const sealedFields = (form: FormDefinition): ReadonlyMap<string, Exclude<Secrecy, 'public'>> => {
  const sealed = new Map<string, Exclude<Secrecy, 'public'>>();
  for (const [name, { secrecy }] of Object.entries(form.fields)) if (secrecy !== 'public') sealed.set(name, secrecy);
  return sealed;
};

const emptyValue = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

export type { Refusal };
export { emptyValue };
