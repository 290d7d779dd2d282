import { asCivilDate, text, type Text } from '@suanjian/rulebook';
import {
  attachmentReference,
  emptyValue,
  isPicked,
  isRequired,
  isShown,
  type Control,
  type FieldDefinition,
  type FormDefinition,
  type FormValues,
} from './form.ts';
import type { Refusal } from './refusal.ts';

const patterns = {
  url: {
    test: (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    wanted: text('网址（以 http:// 或 https:// 开头）', 'an address that starts with http:// or https://'),
  },
  email: {
    test: (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
    wanted: text('电子邮箱地址', 'an e-mail address'),
  },
  telephone: {
    test: (value: string) => /^\+?[\d\s-]{5,20}$/.test(value),
    wanted: text('电话号码', 'a telephone number'),
  },
  colleague: {
    test: (value: string) => /^[\w-]{1,80}$/.test(value),
    wanted: text('本单位的同事', 'somebody of your organisation'),
  },
  official: {
    test: (value: string) => /^[\w-]{1,80}$/.test(value),
    wanted: text('一名工作人员', 'an official'),
  },
} as const;

const fault = (code: string, pointer: string, message: Text, field: FieldDefinition): Refusal => ({
  code,
  pointer,
  text: message,
  ...(field.clause === undefined ? {} : { clause: field.clause }),
});

const named = (field: FieldDefinition, zh: string, en: string): Text =>
  text(`「${field.label.zh}」${zh}`, `“${field.label.en}” ${en}`);

const wrongKind = (field: FieldDefinition, pointer: string): Refusal[] => [
  fault(
    'form/kind',
    pointer,
    named(field, '的内容类型不对，请重新填写。', 'does not hold the right kind of value. Enter it again.'),
    field,
  ),
];

const optionFaults = (
  control: Extract<Control, { options: unknown }>,
  values: readonly string[],
  field: FieldDefinition,
  pointer: string,
): Refusal[] =>
  values
    .filter((value) => control.options.every((option) => option.value !== value))
    .map((value) =>
      fault(
        'form/option',
        pointer,
        named(field, `没有「${value}」这个选项，请从列表中选择。`, `has no option “${value}”. Choose from the list.`),
        field,
      ),
    );

/** Exhaustive over the controls: what is wrong with one value that is there. */
const valueFaults = (field: FieldDefinition, value: unknown, pointer: string): readonly Refusal[] => {
  const { control } = field;
  switch (control.kind) {
    case 'text': {
      if (typeof value !== 'string') return wrongKind(field, pointer);
      const faults: Refusal[] = [];
      if (value.length > control.longest)
        faults.push(
          fault(
            'form/too-long',
            pointer,
            named(
              field,
              `最多 ${control.longest} 个字，现在有 ${value.length} 个，请缩短。`,
              `may hold ${control.longest} characters and holds ${value.length}. Shorten it.`,
            ),
            field,
          ),
        );
      if (control.pattern !== undefined && !patterns[control.pattern].test(value)) {
        const { wanted } = patterns[control.pattern];
        faults.push(
          fault('form/pattern', pointer, named(field, `应为${wanted.zh}。`, `should be ${wanted.en}.`), field),
        );
      }
      return faults;
    }
    case 'number': {
      const number = typeof value === 'string' ? Number(value) : value;
      if (typeof number !== 'number' || !Number.isFinite(number)) return wrongKind(field, pointer);
      return number < control.atLeast || number > control.atMost
        ? [
            fault(
              'form/range',
              pointer,
              named(
                field,
                `应在 ${control.atLeast} 到 ${control.atMost} 之间。`,
                `should lie between ${control.atLeast} and ${control.atMost}.`,
              ),
              field,
            ),
          ]
        : [];
    }
    case 'date':
      return typeof value === 'string' && asCivilDate(value) !== undefined
        ? []
        : [
            fault(
              'form/date',
              pointer,
              named(
                field,
                '应为日历上存在的日期，例如 2026-03-01。',
                'should be a day of the calendar, such as 2026-03-01.',
              ),
              field,
            ),
          ];
    case 'yes-no':
      return typeof value === 'boolean' ? [] : wrongKind(field, pointer);
    case 'choice':
      return typeof value === 'string' ? optionFaults(control, [value], field, pointer) : wrongKind(field, pointer);
    case 'pick':
      return typeof value === 'string' && isPicked(control.from, value)
        ? []
        : [fault('form/pick', pointer, named(field, '应从列表中选择。', 'should be chosen from the list.'), field)];
    case 'choices': {
      if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return wrongKind(field, pointer);
      return value.length < control.atLeast
        ? [
            fault(
              'form/too-few',
              pointer,
              named(field, `至少选择 ${control.atLeast} 项。`, `wants at least ${control.atLeast} choices.`),
              field,
            ),
          ]
        : optionFaults(control, value, field, pointer);
    }
    case 'attachment': {
      if (!Array.isArray(value) || !value.every((item) => attachmentReference.safeParse(item).success))
        return wrongKind(field, pointer);
      return value.length > control.atMost
        ? [
            fault(
              'form/too-many',
              pointer,
              named(field, `最多 ${control.atMost} 个文件。`, `takes at most ${control.atMost} files.`),
              field,
            ),
          ]
        : [];
    }
    case 'list': {
      if (!Array.isArray(value)) return wrongKind(field, pointer);
      const count =
        value.length < control.atLeast || value.length > control.atMost
          ? [
              fault(
                'form/count',
                pointer,
                named(
                  field,
                  `应有 ${control.atLeast} 到 ${control.atMost} 项。`,
                  `wants ${control.atLeast} to ${control.atMost} entries.`,
                ),
                field,
              ),
            ]
          : [];
      return [
        ...count,
        ...value.flatMap((item: unknown, index) =>
          fieldsFaults(control.of, isRecord(item) ? item : {}, `${pointer}/${index}`),
        ),
      ];
    }
  }
};

const isRecord = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsFaults = (
  fields: Readonly<Record<string, FieldDefinition>>,
  values: FormValues,
  base: string,
): readonly Refusal[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (!isShown(field, values)) return [];
    const pointer = `${base}/${name}`;
    const value = values[name];
    if (emptyValue(value))
      return isRequired(field, values)
        ? [fault('form/required', pointer, named(field, '还没有填写。', 'has not been filled in yet.'), field)]
        : [];
    const faults = valueFaults(field, value, pointer);
    const complaint = faults.length === 0 && typeof value === 'string' ? field.check?.(value) : undefined;
    return complaint === undefined
      ? faults
      : [fault('form/check', pointer, named(field, complaint.zh, complaint.en), field)];
  });

/** Everything that keeps a form from being submitted, with pointers into it. Hidden fields do not count. */
export const formFaults = (form: FormDefinition, values: FormValues, base = '/form'): readonly Refusal[] => {
  const unknown = Object.keys(values)
    .filter((name) => form.fields[name] === undefined)
    .map((name): Refusal => ({
      code: 'form/unknown',
      pointer: `${base}/${name}`,
      text: text(`表单没有名为「${name}」的字段，请删除。`, `The form has no field “${name}”. Take it out.`),
    }));
  return [...unknown, ...fieldsFaults(form.fields, values, base)];
};

/** Faults of what is already filled in: shown while a draft is written, without complaining about what is still missing. */
export const draftFaults = (form: FormDefinition, values: FormValues, base = '/form'): readonly Refusal[] =>
  formFaults(form, values, base).filter(({ code }) => code !== 'form/required');
