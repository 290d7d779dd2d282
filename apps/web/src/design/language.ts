import type { Language, Text } from '@suanjian/rulebook';

export const say = (text: Text, language: Language): string => text[language];

/** Value of `lang` in HTML and of Content-Language. */
export const languageTag = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');

const numbers = { zh: new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en-GB') } as const;
export const formatNumber = (value: number, language: Language): string => numbers[language].format(value);

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Writes a civil date or a month (`2026-02-10`, `2026-02`) as people say it; what is neither stays as it is. */
export const formatDate = (date: string, language: Language): string => {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (match === null) return date;
  const [, year = '', month = '', day] = match;
  if (language === 'zh') return `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
  return `${day === undefined ? '' : `${Number(day)} `}${months[Number(month) - 1] ?? month} ${year}`;
};

/** Puts values into the `{name}` places of a sentence. */
export const fill = (text: Text, values: Readonly<Record<string, string | number>>, language: Language): string =>
  text[language].replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? formatNumber(value, language) : value;
  });

const joiners = { zh: '、', en: ', ' } as const;
export const joinList = (items: readonly string[], language: Language): string => items.join(joiners[language]);
