import { endOfPeriod, text, type CivilDate, type HolidayCalendar } from '@suanjian/rulebook';
import { judgedBy, type RecordCheck, type RecordFinding } from './record-check.ts';

/** The day until which an assessment holds by the cadence that it was signed with. */
const holdsUntil = (signedOn: CivilDate, months: number, calendar: HolidayCalendar): CivilDate =>
  endOfPeriod({ length: months, unit: 'calendar-month', direction: 'after' }, signedOn, calendar).due;

/** No older than the release that serves, and within the cadence of its grade. */
export const assessmentCurrent: RecordCheck = {
  id: 'assessment-current',
  question: text(
    '每个已备案的算法都有签署的安全评估，而且不早于现在的版本、没有到期吗？',
    'Does every filed algorithm have a signed safety assessment that is no older than what serves now, and not past its date?',
  ),
  advice: text('对现在的版本重新评估并签署。', 'Assess what serves now, and sign it.'),
  judge: ({ filings, assessments, registers, today, calendar }) =>
    judgedBy(
      filings.length,
      filings.flatMap(({ id, name }): readonly RecordFinding[] => {
        const newest = assessments
          .filter(({ filing }) => filing === id)
          .toSorted((one, other) => (one.signedOn < other.signedOn ? 1 : -1))[0];
        const finding = (zh: string, en: string): readonly RecordFinding[] => [{ filing: id, text: text(zh, en) }];
        if (newest === undefined)
          return finding(`「${name}」没有签署的安全评估。`, `“${name}” has no signed safety assessment.`);
        const { signedOn, months } = newest;
        const released = (registers?.releases ?? [])
          .flatMap(({ algorithm, from }) => (algorithm === name && from !== undefined && from <= today ? [from] : []))
          .toSorted()
          .at(-1);
        if (released !== undefined && signedOn < released)
          return finding(
            `「${name}」的评估签署于 ${signedOn}，现在的版本 ${released} 才上线。`,
            `“${name}” was assessed on ${signedOn}; what serves now began on ${released}.`,
          );
        const until = holdsUntil(signedOn, months, calendar);
        return until < today
          ? finding(
              `「${name}」的评估签署于 ${signedOn}，应在 ${until} 前重新评估。`,
              `“${name}” was assessed on ${signedOn} and was to be assessed again by ${until}.`,
            )
          : [];
      }),
    ),
};
