import type { RecordDifference } from '@suanjian/contracts';
import type { RegisterVersion } from '@suanjian/records';
import type { PrintedDifferences } from '@suanjian/register';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const productLine = (product: Readonly<Record<string, unknown>>): string => {
  const { name, forms, address } = product;
  const kinds = Array.isArray(forms) && forms.length > 0 ? `（${forms.join('、')}）` : '';
  return `${String(name)}${kinds}${typeof address === 'string' ? ` ${address}` : ''}`;
};

/** A value as a reader compares it. */
const written = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (Array.isArray(value))
    return value.length === 0
      ? undefined
      : value.map((each: unknown) => (isObject(each) ? productLine(each) : String(each))).join('\n');
  return JSON.stringify(value);
};

const difference = (field: string, before: unknown, after: unknown): readonly RecordDifference[] => {
  const [was, is] = [written(before), written(after)];
  if (was === is) return [];
  return [{ field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
};

/** What a version changed; the parts of a disclosure one by one. */
export const versionDifferences = (differences: RegisterVersion['differences']): readonly RecordDifference[] =>
  differences.flatMap(({ field, before, after }) => {
    if (!isObject(before) && !isObject(after)) return difference(field, before, after);
    const [was, is] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
    const parts = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return parts.flatMap((part) => difference(`${field}.${part}`, was[part], is[part]));
  });

/** What an earlier announcement printed, against what is in force. */
export const printedDifferences = (
  differences: PrintedDifferences | undefined,
  present: Readonly<Record<string, string | undefined>>,
): readonly RecordDifference[] =>
  Object.entries(differences ?? {}).flatMap(([field, printed]) => difference(field, printed, present[field]));
