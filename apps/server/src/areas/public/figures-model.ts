import type { RegisterFiguresModel } from '@suanjian/contracts';
import type { RegisterFigures } from '@suanjian/records';

const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

/** Every month from the first to the last: one without publications is a gap in the chart, not a month left out. */
const everyMonth = (counts: ReadonlyMap<string, number>): RegisterFiguresModel['months'] => {
  const known = [...counts.keys()].filter((month) => /^\d{4}-\d{2}$/.test(month)).sort();
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const months: { value: string; count: number }[] = [];
  for (let month = first; month <= last; month = nextMonth(month))
    months.push({ value: month, count: counts.get(month) ?? 0 });
  return months;
};

export const figuresModel = (figures: RegisterFigures): RegisterFiguresModel => {
  const months = new Map<string, number>();
  for (const { month, count } of figures.byMonth) months.set(month, (months.get(month) ?? 0) + count);
  return {
    records: figures.records,
    subjects: figures.subjects,
    cancelled: figures.cancelled,
    flagged: figures.flagged,
    months: everyMonth(months),
    techniques: figures.byTechnique,
    provinces: figures.byProvince,
  };
};
