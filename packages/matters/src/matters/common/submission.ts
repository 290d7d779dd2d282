import { text } from '@suanjian/rulebook';
import { formFaults } from '../../engine/form-faults.ts';
import {
  attachmentReference,
  shownValues,
  type AttachmentReference,
  type FieldDefinition,
  type FormDefinition,
  type FormValues,
} from '../../engine/form.ts';
import type { Refusal } from '../../engine/refusal.ts';

export interface PlacedAttachment {
  readonly pointer: string;
  readonly attachment: AttachmentReference;
}

const isRecord = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const within = (
  fields: Readonly<Record<string, FieldDefinition>>,
  values: FormValues,
  base: string,
): readonly PlacedAttachment[] =>
  Object.entries(fields).flatMap(([name, { control }]) => {
    const value = values[name];
    if (!Array.isArray(value)) return [];
    const pointer = `${base}/${name}`;
    return value.flatMap((entry: unknown, index): readonly PlacedAttachment[] => {
      if (control.kind === 'list') return isRecord(entry) ? within(control.of, entry, `${pointer}/${index}`) : [];
      if (control.kind !== 'attachment') return [];
      const parsed = attachmentReference.safeParse(entry);
      return parsed.success ? [{ pointer: `${pointer}/${index}`, attachment: parsed.data }] : [];
    });
  });

/** The attachments of the fields that are shown, lists included. */
export const attachmentsIn = (form: FormDefinition, values: FormValues): readonly PlacedAttachment[] =>
  within(form.fields, shownValues(form, values), '/form');

/** What keeps a form from being submitted, whatever the matter: faults of the form, and files that are not in the store. */
export const submissionRefusals = (
  form: FormDefinition,
  values: FormValues,
  missing: readonly string[],
): readonly Refusal[] => [
  ...formFaults(form, values),
  ...attachmentsIn(form, values)
    .filter(({ attachment }) => missing.includes(attachment.hash))
    .map(({ pointer, attachment }): Refusal => ({
      code: 'form/attachment-missing',
      pointer,
      text: text(
        `附件「${attachment.name}」没有上传成功，请重新上传。`,
        `The file “${attachment.name}” did not arrive. Upload it again.`,
      ),
    })),
];
