import type { Text } from '@suanjian/rulebook';
import type { AttachmentReference, Control, FieldDefinition, Option, Secrecy } from '../../engine/form.ts';

/** A field that still knows the kind of its control, so that the type of the form's values follows from it. */
export type TypedField<C extends Control = Control> = FieldDefinition & { readonly control: C };

type Fields = Readonly<Record<string, FieldDefinition>>;

type ValueOf<C> = C extends { readonly kind: 'text' | 'date' | 'choice' | 'pick' }
  ? string
  : C extends { readonly kind: 'number' }
    ? number | string
    : C extends { readonly kind: 'yes-no' }
      ? boolean
      : C extends { readonly kind: 'choices' }
        ? readonly string[]
        : C extends { readonly kind: 'attachment' }
          ? readonly AttachmentReference[]
          : C extends { readonly kind: 'list'; readonly of: infer Of extends Fields }
            ? readonly ValuesOf<Of>[]
            : never;

/** Values of a form while it is written: any field may still be missing, a number may still be text. */
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]?: ValueOf<F[Name]['control']> };

export const short = (longest = 100) => ({ kind: 'text', longest }) as const;
export const long = (longest: number, lines = 4) => ({ kind: 'text', longest, lines }) as const;
export const address = { kind: 'text', longest: 500, pattern: 'url' } as const;
export const email = { kind: 'text', longest: 200, pattern: 'email' } as const;
export const telephone = { kind: 'text', longest: 30, pattern: 'telephone' } as const;
export const colleague = { kind: 'text', longest: 80, pattern: 'colleague' } as const;
export const official = { kind: 'text', longest: 80, pattern: 'official' } as const;
/** Another matter of the same provider. */
export const pickMatter = (kind: string, ...states: readonly string[]) =>
  ({ kind: 'pick', from: { of: 'matter', kind, ...(states.length === 0 ? {} : { states }) } }) as const;
/** What a check found, in a verified result bundle of the same provider. */
export const pickResult = { kind: 'pick', from: { of: 'check-result' } } as const;
/** A verified result bundle of the same provider. */
export const pickBundle = { kind: 'pick', from: { of: 'bundle' } } as const;
export const date = { kind: 'date' } as const;
export const yesNo = { kind: 'yes-no' } as const;
export const count = (unit?: Text) => ({ kind: 'number', atLeast: 0, atMost: 2_000_000_000, unit }) as const;
export const choice = (options: readonly Option[]) => ({ kind: 'choice', options }) as const;
export const choices = (options: readonly Option[], atLeast = 1) => ({ kind: 'choices', options, atLeast }) as const;
export const list = <Of extends Fields>(of: Of, atLeast: number, atMost: number) =>
  ({ kind: 'list', of, atLeast, atMost }) as const;

export const papers = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/png',
  'image/jpeg',
] as const;
export const pictures = ['image/png', 'image/jpeg', 'application/pdf'] as const;
export const files = (atMost = 3, accepts: readonly string[] = papers) =>
  ({ kind: 'attachment', accepts, atMost }) as const;

type Words = readonly [zh: string, en: string];
type More = Partial<Pick<FieldDefinition, 'clause' | 'shown' | 'required' | 'check' | 'person' | 'hiddenFrom'>>;

/** Writes the fields of one step: label, help, control, then whatever departs from "required and always shown". */
export const fieldsOf =
  (step: string, secrecy: Secrecy, clause?: string) =>
  <const C extends Control>(
    label: Words,
    help: Words,
    control: C,
    more: More & { readonly secrecy?: Secrecy } = {},
  ): TypedField<C> => ({
    label: { zh: label[0], en: label[1] },
    help: { zh: help[0], en: help[1] },
    control,
    secrecy,
    step,
    ...(clause === undefined ? {} : { clause }),
    ...more,
  });

/** Label of a chosen value; the value itself where an older form knew other options. */
export const optionLabel = (options: readonly Option[], value: string): Text =>
  options.find((option) => option.value === value)?.label ?? { zh: value, en: value };

export const optionsFrom = (entries: readonly { readonly id: string; readonly label: Text }[]): readonly Option[] =>
  entries.map(({ id, label }) => ({ value: id, label }));
