import { asCivilDate, text, type EditionId } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { Instant } from '../../engine/identity.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { happenedRefusals, momentIn, momentOf } from '../common/moments.ts';
import { entriesOf, wordsIn } from '../common/part.ts';
import type { DisposalState } from './state.ts';

/** An act comes after the finding and is not still to come. */
export const actRefusals = (
  form: FormValues,
  values: FormValues,
  now: Instant,
  property: string,
): readonly Refusal[] => {
  const found = momentIn(form, 'foundOn', 'foundAt');
  return happenedRefusals(
    momentIn(values, 'on', 'at'),
    now,
    `/${property}/on`,
    found === undefined ? undefined : { moment: found, what: text('发现的时间', 'when it was found') },
  );
};

const lastBundle = (record: FormValues): FormValues | undefined =>
  entriesOf(record, 'confirmations').findLast((each) => each['way'] === 'bundle');

/**
 * A check of the log says something about this disposal only if it reaches over the day of the stop. What was shown after the stop stays in the
 * log: once a bundle has said so, a later one may begin after the stop, to show that the leak was mended.
 */
export const periodRefusals = (
  { stoppedAt, record }: Pick<DisposalState, 'stoppedAt' | 'record'>,
  values: FormValues,
  now: Instant,
): readonly Refusal[] => {
  if (values['way'] !== 'bundle') return [];
  const [from, to] = [asCivilDate(wordsIn(values, 'from')), asCivilDate(wordsIn(values, 'to'))];
  if (from === undefined || to === undefined) return [];
  if (to > momentOf(now).day)
    return [
      {
        code: 'disposal/period-in-future',
        pointer: '/confirmation/to',
        text: text('检查的截止日还没有到。', 'The period ends on a day that is still to come.'),
      },
    ];
  const day = stoppedAt === undefined ? undefined : momentOf(stoppedAt).day;
  const mended = lastBundle(record)?.['verdict'] === 'fail';
  return day !== undefined && from <= to && day <= to && (from <= day || mended)
    ? []
    : [
        {
          code: 'disposal/other-period',
          pointer: '/confirmation/from',
          text: text('检查的期间不包括停止传输的那天。', 'The period does not include the day of the stop.'),
        },
      ];
};

const actionsIn = (record: FormValues): readonly string[] =>
  entriesOf(record, 'measures').map((measure) => wordsIn(measure, 'action'));

/** Nothing has to stay away any more where all that was done was undone. */
const isRestored = (record: FormValues): boolean => actionsIn(record).at(-1) === 'restore';

/** Nothing was shown after the stop: the last bundle says so, or there is none and the officer says so. */
const confirmationRefusals = (record: FormValues, clause: string): readonly Refusal[] => {
  const bundle = lastBundle(record);
  // Words do not outweigh what the log shows.
  if (bundle?.['verdict'] === 'fail')
    return [
      {
        code: 'disposal/shown-after',
        clause,
        text: text(
          '日志显示停止传输之后还有展示。查明并处理后，再用之后期间的结果包确认。',
          'The log shows that it was shown after the stop. Find out why, mend it, and confirm by a bundle of a later period.',
        ),
      },
    ];
  return bundle?.['verdict'] === 'pass' ||
    entriesOf(record, 'confirmations').some((each) => each['way'] === 'statement')
    ? []
    : [
        {
          code: 'disposal/not-confirmed',
          clause,
          text: text(
            '还没有确认停止之后没有再展示。',
            'It has not been confirmed yet that nothing was shown after the stop.',
          ),
        },
      ];
};

/** What is still owed before a disposal is closed. */
export const closingRefusals = (
  { form, stoppedAt, record, reported }: DisposalState,
  edition: EditionId,
): readonly Refusal[] => {
  const clause = edition === 'draft' ? 'draft/9.2' : 'final/9.2';
  const illegal = form['nature'] === 'illegal';
  const refusals: Refusal[] = [];
  if (illegal && stoppedAt === undefined)
    refusals.push({
      code: 'disposal/not-stopped',
      clause,
      text: text('违法信息要先停止传输，并写明时间。', 'Illegal information is stopped first, with the time of it.'),
    });
  if (illegal && reported === undefined)
    refusals.push({
      code: 'disposal/not-reported',
      clause,
      text: text('违法信息要向主管部门报告。', 'Illegal information is reported to the office.'),
    });
  if (illegal && wordsIn(record, 'kept') === '')
    refusals.push({
      code: 'disposal/no-records',
      clause,
      text: text('请写明记录保存在哪里。', 'Say where the records are kept.'),
    });
  if (!illegal && stoppedAt === undefined && actionsIn(record).length === 0)
    refusals.push({
      code: 'disposal/nothing-done',
      clause,
      text: text('还没有采取任何措施。', 'Nothing has been done yet.'),
    });
  return stoppedAt === undefined || isRestored(record)
    ? refusals
    : [...refusals, ...confirmationRefusals(record, clause)];
};
