import { text, type Text } from '../text.ts';

const english: ReadonlyMap<string, string> = new Map([
  ['元旦', "New Year's Day"],
  ['春节', 'Spring Festival'],
  ['清明', 'Tomb-Sweeping Day'],
  ['清明节', 'Tomb-Sweeping Day'],
  ['劳动节', 'Labour Day'],
  ['端午', 'Dragon Boat Festival'],
  ['端午节', 'Dragon Boat Festival'],
  ['中秋', 'Mid-Autumn Festival'],
  ['中秋节', 'Mid-Autumn Festival'],
  ['国庆节', 'National Day'],
  [
    '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
    '70th anniversary of the victory in the War of Resistance and the World Anti-Fascist War',
  ],
]);

const full: ReadonlyMap<string, string> = new Map([
  ['清明', '清明节'],
  ['端午', '端午节'],
  ['中秋', '中秋节'],
]);

/**
 * The two-language name of a holiday as announcements write it in Chinese. Holidays that meet are joined by `、`.
 * A name that is not known yet stays Chinese in both languages: a guess would be worse.
 */
export const holidayName = (chinese: string): Text => {
  const parts = chinese.split('、').map((part) => part.trim());
  return text(
    parts.map((part) => full.get(part) ?? part).join('、'),
    parts.map((part) => english.get(part) ?? part).join(' and '),
  );
};
