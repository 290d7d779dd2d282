import { text } from '@suanjian/rulebook';
import type { Refusal } from '@suanjian/matters';

const pointerToken = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** PostgreSQL's text holds neither NUL nor half of a surrogate pair; both are refused by name instead of failing in the store. */
export const characterFaults = (value: unknown, pointer = ''): readonly Refusal[] => {
  if (typeof value === 'string') {
    return value.includes('\u0000') || !value.isWellFormed()
      ? [
          {
            code: 'input/characters',
            pointer,
            text: text(
              '含有不能保存的字符（空字符或不完整的字符），请删除后重试。',
              'Holds a character that cannot be stored (NUL or half a character). Remove it and try again.',
            ),
          },
        ]
      : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => characterFaults(item, `${pointer}/${index}`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => [
      ...characterFaults(key, pointer),
      ...characterFaults(item, `${pointer}/${pointerToken(key)}`),
    ]);
  return [];
};

export { pointerToken };
