import { asCivilDate, type CivilDate } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import { entriesOf, numberIn, wordsIn } from '../common/part.ts';
import type { RectificationState, Verification } from './state.ts';

/** One measure of an order, with what has become of it. */
export interface Measure {
  readonly number: number;
  /** The check that has to pass, where the order names one. */
  readonly check?: string;
  /** The day on which the provider says it was done. */
  readonly doneOn?: CivilDate;
  readonly last?: Verification;
  /** Some check of data from after the fix said no, and none has passed since. */
  readonly failed: boolean;
}

export const measuresOf = ({
  order,
  answer,
  verifications,
}: Pick<RectificationState, 'order' | 'answer' | 'verifications'>): readonly Measure[] => {
  const answered = entriesOf(answer, 'measures');
  return entriesOf(order, 'measures').map((entry, index) => {
    const number = index + 1;
    const check = wordsIn(entry, 'check');
    const said = answered.find((each) => numberIn(each, 'measure') === number);
    const doneOn = said?.['done'] === true ? asCivilDate(wordsIn(said, 'doneOn')) : undefined;
    const own = verifications.filter((each) => each.measure === number);
    const last = own.at(-1);
    const checked = own.findLast(({ how, verdict }) => how === 'check' && (verdict === 'pass' || verdict === 'fail'));
    return {
      number,
      failed: checked?.verdict === 'fail',
      ...(check === '' ? {} : { check }),
      ...(doneOn === undefined ? {} : { doneOn }),
      ...(last === undefined ? {} : { last }),
    };
  });
};

/** Verifications as the form shows them. */
export const verificationValues = (verifications: readonly Verification[]): FormValues => ({
  entries: verifications.map(({ measure, how, check, verdict, from, until, passed }) => ({
    measure,
    how,
    passed,
    ...(check === undefined ? {} : { check, verdict, from, until }),
  })),
});
