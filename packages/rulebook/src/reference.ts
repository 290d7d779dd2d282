import { type EditionId, editionIds } from './clause.ts';

/** A clause reference as people write it, taken apart; `number` may name a whole article. */
export interface ClauseReference {
  readonly edition: EditionId;
  readonly number: string;
}

const digits = '零一二三四五六七八九';

/** Chinese numerals up to ninety-nine, which is as far as articles go. */
const numeral = (written: string): number | undefined => {
  if (/^\d{1,2}$/.test(written)) return Number(written);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(written);
  if (match === null || written === '') return undefined;
  const [, first, ten, last] = match;
  if (ten === undefined) return first !== undefined && last === undefined ? digits.indexOf(first) : undefined;
  return (first === undefined ? 1 : digits.indexOf(first)) * 10 + (last === undefined ? 0 : digits.indexOf(last));
};

const inChinese = (written: string): string | undefined => {
  const match = /^第([\d一二三四五六七八九十]+)条(?:第([\d一二三四五六七八九十]+)款)?$/.exec(written);
  if (match === null) return undefined;
  const [, article = '', paragraph] = match;
  const parts = [article, ...(paragraph === undefined ? [] : [paragraph])].map(numeral);
  return parts.includes(undefined) ? undefined : parts.join('.');
};

/**
 * Reads `final/24.2`, `FINAL/24(2)`, `24（2）`, `第二十四条第二款`, `draft/第21条`. Without an edition the regulation in force is
 * meant. Whether the clause exists is another question.
 */
export const parseClauseReference = (written: string): ClauseReference | undefined => {
  const compact = written.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
  const slash = compact.indexOf('/');
  const name = slash === -1 ? 'final' : compact.slice(0, slash);
  const edition = editionIds.find((id) => id === name);
  if (edition === undefined) return undefined;
  const rest = compact.slice(slash + 1);
  const number = inChinese(rest) ?? rest.replace(/\(([\da-z]+)\)$/, '.$1');
  return /^[\da-z]+(?:[.-][\da-z]+)*$/.test(number) ? { edition, number } : undefined;
};
