import { text } from '@suanjian/rulebook';
import type { CommandContext } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { Instant, OrganisationId } from '../../engine/identity.ts';
import type { Lookups } from '../../engine/lookups.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { happenedRefusals, momentIn } from '../common/moments.ts';
import { entriesOf, missingInPart, wordsIn } from '../common/part.ts';
import { submissionRefusals } from '../common/submission.ts';
import { incidentForm } from './form.ts';
import { assessmentDue, isReportable, severityIn } from './reporting.ts';
import type { IncidentState } from './state.ts';

export interface ReportFacts {
  readonly missing: readonly string[];
  /** Numbers among the affected filings that are not the provider's. */
  readonly foreign: readonly string[];
}

export const numbersIn = (form: FormValues): readonly string[] =>
  entriesOf(form, 'filings').map((entry) => wordsIn(entry, 'number'));

export const gatherReport = async (
  form: FormValues,
  owner: OrganisationId | null,
  lookups: Lookups,
): Promise<ReportFacts> => {
  const holders = await Promise.all(
    numbersIn(form)
      .filter((number) => /^\d{21}$/.test(number))
      .map(async (number) => ({ number, holder: await lookups.ownerOfNumber(number) })),
  );
  return {
    missing: await missingInPart(incidentForm, form, lookups),
    foreign: holders.filter(({ holder }) => holder?.owner !== owner).map(({ number }) => number),
  };
};

/** What keeps the account of an incident from going to an office or from being closed. */
export const incidentRefusals = (
  form: FormValues,
  { missing, foreign }: ReportFacts,
  now: Instant,
): readonly Refusal[] => [
  ...submissionRefusals(incidentForm, form, missing),
  ...happenedRefusals(momentIn(form, 'detectedOn', 'detectedAt'), now, '/form/detectedOn'),
  ...numbersIn(form).flatMap((number, index): readonly Refusal[] =>
    foreign.includes(number)
      ? [
          {
            code: 'incident/number-not-yours',
            pointer: `/form/filings/${index}/number`,
            text: text(`${number} 不是你们的备案编号。`, `${number} is not a filing of yours.`),
          },
        ]
      : [],
  ),
];

/** An entry of the time line or a measure: neither before the detection nor still to come. */
export const entryRefusals = (
  form: FormValues,
  entry: FormValues,
  now: Instant,
  property: string,
): readonly Refusal[] => {
  const detected = momentIn(form, 'detectedOn', 'detectedAt');
  if (detected === undefined)
    return [
      {
        code: 'incident/not-detected',
        pointer: '/form/detectedOn',
        text: text('请先填写发现日期。', 'Enter the day of detection first.'),
      },
    ];
  return happenedRefusals(momentIn(entry, 'day', 'time'), now, `/${property}/day`, {
    moment: detected,
    what: text('发现事件', 'its detection'),
  });
};

/** What is still owed before an incident is closed. */
export const closingRefusals = (
  { form, account, reported, status }: IncidentState,
  context: Pick<CommandContext<unknown>, 'edition' | 'calendar' | 'chosenEdition'>,
): readonly Refusal[] => {
  const refusals: Refusal[] = [];
  const clause = context.edition === 'draft' ? 'draft/7' : 'final/7';
  if (isReportable(severityIn(form)) && reported === undefined)
    refusals.push({
      code: 'incident/not-reported',
      clause,
      text: text(
        '这一级别的事件要先向主管部门报告，才能结案。',
        'An incident of this severity is reported to the office before it is closed.',
      ),
    });
  if (status === 'final-owed')
    refusals.push({
      code: 'incident/final-report-owed',
      clause,
      text: text('主管部门要求的最终报告还没有交。', 'The office has asked for a final report; it is still owed.'),
    });
  if (wordsIn(account, 'lessons') === '')
    refusals.push({
      code: 'incident/no-lessons',
      clause,
      text: text('请先写明教训和改进。', 'Write down the lessons first.'),
    });
  const due = assessmentDue(form, context);
  if (due !== undefined && wordsIn(account, 'assessedOn') === '')
    refusals.push({
      code: 'incident/assessment-owed',
      clause: 'safety-2018/7',
      text: text(
        `有害信息已经扩散，应在 ${due} 前提交安全评估报告；提交后登记，再结案。`,
        `Harmful information has spread: a safety assessment is to be handed in by ${due}. Record that it was, then close.`,
      ),
    });
  return refusals;
};
