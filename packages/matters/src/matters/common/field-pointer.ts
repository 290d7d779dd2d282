import { text, type Text } from '@suanjian/rulebook';
import { isShown, type FieldDefinition, type FormDefinition, type FormValues } from '../../engine/form.ts';
import type { Refusal } from '../../engine/refusal.ts';

/** What a pointer such as `/form/models/0/name` leads to. */
export interface PointedField {
  readonly field: FieldDefinition;
  /** From the outermost field down, with the number of the entry: `模型（第1项） › 名称`. */
  readonly label: Text;
}

const isRecord = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const descend = (
  fields: Readonly<Record<string, FieldDefinition>>,
  values: FormValues,
  path: readonly string[],
): PointedField | undefined => {
  const [name, index, ...rest] = path;
  const field = name === undefined ? undefined : fields[name];
  if (name === undefined || field === undefined || !isShown(field, values)) return undefined;
  if (index === undefined) return { field, label: field.label };
  const { control } = field;
  const value = values[name];
  const item: unknown = Array.isArray(value) && /^\d{1,3}$/.test(index) ? value[Number(index)] : undefined;
  if (control.kind !== 'list' || !isRecord(item)) return undefined;
  const label = text(
    `${field.label.zh}（第 ${Number(index) + 1} 项）`,
    `${field.label.en} (entry ${Number(index) + 1})`,
  );
  if (rest.length === 0) return { field, label };
  const inner = descend(control.of, item, rest);
  return inner === undefined
    ? undefined
    : { field: inner.field, label: text(`${label.zh} › ${inner.label.zh}`, `${label.en} › ${inner.label.en}`) };
};

/** The field a JSON pointer names, if the form has it and shows it. */
export const fieldAt = (
  form: FormDefinition,
  values: FormValues,
  pointer: string,
  base = '/form',
): PointedField | undefined =>
  pointer.startsWith(`${base}/`) ? descend(form.fields, values, pointer.slice(base.length + 1).split('/')) : undefined;

export const fieldRefusals = (
  form: FormDefinition,
  values: FormValues,
  findings: readonly { readonly pointer: string }[],
): readonly Refusal[] =>
  findings.flatMap(({ pointer }, index): Refusal[] =>
    fieldAt(form, values, pointer) === undefined
      ? [
          {
            code: 'review/unknown-field',
            pointer: `/fields/${index}/pointer`,
            text: text(`表单中没有「${pointer}」这一项。`, `The form shows no field at “${pointer}”.`),
          },
        ]
      : [],
  );
