import type { FormDefinition, FormValues } from '../../engine/form.ts';
import { merged } from '../../engine/form.ts';
import type { Lookups } from '../../engine/lookups.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { attachmentsIn, submissionRefusals } from './submission.ts';

/** A small form that a command brings under a property of its own, such as an entry of a time line; nothing given is an empty one. */
export const partOf = (given: FormValues | undefined): FormValues => merged({}, given ?? {});

/** Which files of a part are not in the store. */
export const missingInPart = (
  form: FormDefinition,
  given: FormValues | undefined,
  lookups: Pick<Lookups, 'missingAttachments'>,
): Promise<readonly string[]> =>
  lookups.missingAttachments(attachmentsIn(form, partOf(given)).map(({ attachment }) => attachment.hash));

/** What keeps a part from being taken, with pointers under its own property. */
export const partRefusals = (
  form: FormDefinition,
  given: FormValues | undefined,
  property: string,
  missing: readonly string[] = [],
): readonly Refusal[] =>
  submissionRefusals(form, partOf(given), missing).map((refusal) =>
    refusal.pointer === undefined
      ? refusal
      : { ...refusal, pointer: refusal.pointer.replace(/^\/form/, `/${property}`) },
  );

/** What keeps a form from being taken that is the whole input, with pointers into that. */
export const inputRefusals = (
  form: FormDefinition,
  given: FormValues,
  missing: readonly string[] = [],
): readonly Refusal[] =>
  submissionRefusals(form, partOf(given), missing).map((refusal) =>
    refusal.pointer === undefined ? refusal : { ...refusal, pointer: refusal.pointer.replace(/^\/form/u, '') },
  );

/** The entries of a list in a form's values. */
export const entriesOf = (values: FormValues, name: string): readonly FormValues[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((entry): entry is FormValues => typeof entry === 'object') : [];
};

/** A text among the values of a form; empty where there is none, or one that nobody can read any more. */
export const wordsIn = (values: FormValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** A number among the values of a form; it may have been written as text. */
export const numberIn = (values: FormValues, name: string): number | undefined => {
  const value = values[name];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

/** The filing number that somebody gave where a name would do as well. */
export const filingNumbersIn = (words: string): readonly string[] => words.match(/\d{21}/g) ?? [];
