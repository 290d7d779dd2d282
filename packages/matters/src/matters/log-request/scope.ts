import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { wordsIn } from '../common/part.ts';

/** Civil days, both included. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The period of a form; undefined where a day of it is missing or none. */
export const periodIn = (values: FormValues): Period | undefined => {
  const from = asCivilDate(wordsIn(values, 'from'));
  const to = asCivilDate(wordsIn(values, 'to'));
  return from === undefined || to === undefined ? undefined : { from, to };
};

export const familiesIn = ({ families }: FormValues): readonly string[] =>
  Array.isArray(families) ? families.filter((family): family is string => typeof family === 'string') : [];

/** Ids one to a line. */
export const idsIn = (values: FormValues): readonly string[] =>
  wordsIn(values, 'ids')
    .split(/\s+/u)
    .filter((id) => id !== '');

/** Logs that are still to be written are not asked for: that would be watching, not looking into what happened. */
export const periodRefusals = ({ from, to }: Period, today: CivilDate, base: string): readonly Refusal[] => [
  ...(from > to
    ? [
        {
          code: 'log-request/period-backwards',
          pointer: `${base}/to`,
          text: text(
            `时段从 ${from} 开始，不能在 ${to} 结束。`,
            `A period that begins on ${from} cannot end on ${to}.`,
          ),
        },
      ]
    : []),
  ...(to > today
    ? [
        {
          code: 'log-request/period-ahead',
          pointer: `${base}/to`,
          text: text(
            '只能调取已经产生的日志，截止日期不能在今天之后。',
            'Only logs that exist can be asked for: the period ends today at the latest.',
          ),
        },
      ]
    : []),
];

export const within = (inner: Period, outer: Period): boolean => inner.from >= outer.from && inner.to <= outer.to;
