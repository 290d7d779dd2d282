import { formatNumber, formatPercent } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';

export type Unit = 'count' | 'share' | 'measure';

const digits = 3;

/** A figure in words: a share as a percentage, a count or a measure as a number. */
export const useFigure = (unit: Unit): ((value: number) => string) => {
  const { language } = useLanguage();
  return (value) =>
    unit === 'share' ? formatPercent(value, language) : formatNumber(Number(value.toPrecision(digits)), language);
};
