import { z } from 'zod';
import { asCivilDate, text, type Text } from '@suanjian/rulebook';
import { matterOf, type Command } from '../../engine/definition.ts';
import { draftSchemaFor, shownValues, type FormValues } from '../../engine/form.ts';
import { providerParty } from '../../engine/party.ts';
import type { MatterId } from '../../engine/identity.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { notInFuture } from '../common/days.ts';
import { entriesOf, missingInPart, partOf, partRefusals, wordsIn } from '../common/part.ts';
import {
  assessedForm,
  closingForm,
  entryForm,
  incidentForm,
  lessonsForm,
  reclassifyForm,
  reportForm,
  updateForm,
} from './form.ts';
import { closingRefusals, entryRefusals, gatherReport, incidentRefusals, type ReportFacts } from './guards.ts';
import { assessmentDue, severityIn } from './reporting.ts';
import type { IncidentEvent, IncidentState } from './state.ts';

const m = matterOf<IncidentState, IncidentEvent>();

const open = ['handled', 'reported', 'final-owed'] as const;
const told = ['reported', 'final-owed'] as const;

type Part<Name extends string> = { readonly [Property in Name]?: FormValues | undefined };

/** Earlier things first; of one day those without a time first. */
const inOrder = (entries: readonly FormValues[]): readonly FormValues[] =>
  entries.toSorted((one, other) => {
    const [first, second] = [one, other].map((entry) => `${wordsIn(entry, 'day')} ${wordsIn(entry, 'time')}`);
    return (first ?? '').localeCompare(second ?? '');
  });

/** Adds an entry to one of the two lists that are kept in order of time. */
const adding = (
  list: 'timeline' | 'measures',
  type: 'entered' | 'measured',
  title: Text,
  help: Text,
): Command<IncidentState, IncidentEvent> =>
  m.command<Part<'entry'>>({
    title,
    help,
    by: [providerParty('officer', 'editor')],
    from: open,
    asks: { form: entryForm, at: 'entry' },
    input: z.strictObject({ entry: draftSchemaFor(entryForm).optional() }),
    decide: ({ form, account }, { entry }, { now }) => {
      const values = partOf(entry);
      return acceptUnless(entryRefusals(form, values, now, 'entry'), {
        type,
        account: { [list]: inOrder([...entriesOf(account, list), values]) },
      });
    },
  });

/** Where an assessment has gone to an office. */
const sentStates: ReadonlySet<string> = new Set(['sent', 'read']);

const notSent: Refusal = {
  code: 'incident/assessment-not-sent',
  pointer: '/assessed/assessment',
  text: text(
    '没有这件评估，或者它还没有报送主管部门。',
    'There is no such assessment, or it has not been sent to the office yet.',
  ),
};

const reporting = { clauses: ['final/7', 'draft/7', 'opinions/4'] };

export const providerCommands = {
  save: m.command({
    title: text('保存', 'Save'),
    help: text(
      '补充和改正登记的内容；报告以后不能再改，只能追加。',
      'Adds to the record and corrects it. Once it is reported it is only added to.',
    ),
    by: [providerParty('officer', 'editor')],
    from: ['handled'],
    asks: 'own-screen',
    input: z.strictObject({ form: draftSchemaFor(incidentForm) }),
    decide: (_state, { form }) => accept({ type: 'saved', form }),
  }),
  'add-entry': adding(
    'timeline',
    'entered',
    text('记入时间线', 'Add to the time line'),
    text('记下发生了什么。记下的不能删除。', 'Sets down what happened. What is set down stays.'),
  ),
  'add-measure': adding(
    'measures',
    'measured',
    text('记录措施', 'Record a measure'),
    text('记下采取了什么措施。', 'Sets down what was done.'),
  ),
  report: m.command<Part<'report'>, ReportFacts & { readonly papers: readonly string[] }>({
    ...reporting,
    title: text('向主管部门报告', 'Report to the office'),
    help: text(
      '较大和重大的事件要报告，一般的也可以报告。规定没有定天数：以你们自己的制度为准，没有写的按系统默认。',
      'Major and grave incidents are reported, general ones may be. No rule sets a number of days: your own rules do, or else the default of this system.',
    ),
    by: [providerParty('officer')],
    from: ['handled'],
    to: ['reported'],
    asks: { form: reportForm, at: 'report' },
    input: z.strictObject({ report: draftSchemaFor(reportForm).optional() }),
    gather: async ({ form, owner }, { report }, lookups) => ({
      ...(await gatherReport(form, owner, lookups)),
      papers: await missingInPart(reportForm, report, lookups),
    }),
    decide: ({ form }, { report }, { gathered, now, ...rules }) => {
      const assessBy = assessmentDue(form, rules);
      return acceptUnless(
        [...incidentRefusals(form, gathered, now), ...partRefusals(reportForm, report, 'report', gathered.papers)],
        { type: 'reported', report: partOf(report), ...(assessBy === undefined ? {} : { assessBy }) },
      );
    },
  }),
  update: m.command<Part<'update'>>({
    ...reporting,
    title: text('后续报告', 'Report again'),
    help: text('报告之后有新情况时告诉主管部门。', 'Tells the office what is new since the report.'),
    by: [providerParty('officer', 'editor')],
    from: told,
    asks: { form: updateForm, at: 'update' },
    input: z.strictObject({ update: draftSchemaFor(updateForm).optional() }),
    decide: ({ account }, { update }, { today }) =>
      accept({
        type: 'updated',
        account: {
          updates: [...entriesOf(account, 'updates'), { on: today, words: wordsIn(partOf(update), 'words') }],
        },
      }),
  }),
  reclassify: m.command<Part<'reclassification'>>({
    title: text('调整级别', 'Change the severity'),
    help: text('报告以后情况有变时使用，写明理由。', 'For when it turns out otherwise after the report. Say why.'),
    by: [providerParty('officer')],
    from: told,
    reason: 'required',
    asks: { form: reclassifyForm, at: 'reclassification' },
    input: z.strictObject({ reclassification: draftSchemaFor(reclassifyForm).optional() }),
    decide: ({ form }, { reclassification }) => {
      const severity = severityIn(partOf(reclassification));
      return severity === undefined || severity === severityIn(form)
        ? refuse({
            code: 'incident/same-severity',
            pointer: '/reclassification/severity',
            text: text('级别没有变化。', 'That is its severity already.'),
          })
        : accept({ type: 'reclassified', severity });
    },
  }),
  'record-assessment': m.command<Part<'assessed'>, boolean>({
    title: text('登记已提交安全评估', 'Record the safety assessment'),
    help: text(
      '有害信息扩散引起的安全评估，提交报告后在这里登记。',
      'Says that the assessment which the spread calls for has been handed in.',
    ),
    by: [providerParty('officer')],
    from: open,
    clauses: ['safety-2018/3.4', 'safety-2018/7'],
    asks: { form: assessedForm, at: 'assessed' },
    input: z.strictObject({ assessed: draftSchemaFor(assessedForm).optional() }),
    gather: async ({ owner }, { assessed }, lookups) => {
      const id = wordsIn(partOf(assessed), 'assessment');
      const found = id === '' ? undefined : await lookups.matter('assessment', id as MatterId);
      return id === '' || (found?.owner === owner && sentStates.has(found.state.status));
    },
    decide: (_state, { assessed }, { today, gathered: isSent }) => {
      const values = shownValues(assessedForm, partOf(assessed));
      const day = asCivilDate(wordsIn(values, 'assessedOn'));
      const refusals = day === undefined ? [] : notInFuture(day, today, '/assessed/assessedOn');
      return acceptUnless(isSent ? refusals : [...refusals, notSent], {
        type: 'assessed',
        account: values,
      });
    },
  }),
  learn: m.command<Part<'learned'>>({
    title: text('写下教训和改进', 'Write down the lessons'),
    help: text('可以改写；以前写的留在记录里。', 'May be written anew; what stood there stays in the record.'),
    by: [providerParty('officer', 'editor')],
    from: open,
    asks: { form: lessonsForm, at: 'learned' },
    input: z.strictObject({ learned: draftSchemaFor(lessonsForm).optional() }),
    decide: (_state, { learned }) => accept({ type: 'learned', account: partOf(learned) }),
  }),
  'report-finally': m.command<Part<'report'>, readonly string[]>({
    ...reporting,
    title: text('提交最终报告', 'Hand in the final report'),
    help: text('主管部门要求的最终报告。', 'The final report that the office asked for.'),
    by: [providerParty('officer')],
    from: ['final-owed'],
    to: ['reported'],
    asks: { form: reportForm, at: 'report' },
    input: z.strictObject({ report: draftSchemaFor(reportForm).optional() }),
    gather: (_state, { report }, lookups) => missingInPart(reportForm, report, lookups),
    decide: (_state, { report }, { gathered: missing }) =>
      acceptUnless(partRefusals(reportForm, report, 'report', missing), {
        type: 'finally-reported',
        finalReport: partOf(report),
      }),
  }),
  close: m.command<Part<'closing'>, ReportFacts>({
    title: text('结案', 'Close'),
    help: text(
      '写好总结后结案。该报告的没有报告、没有写教训，或者该做的安全评估没有提交的，不能结案。',
      'With a summary. Not while a report that is owed is missing, the lessons are unwritten, or an assessment it calls for is outstanding.',
    ),
    by: [providerParty('officer')],
    from: open,
    to: ['closed'],
    ...reporting,
    asks: { form: closingForm, at: 'closing' },
    input: z.strictObject({ closing: draftSchemaFor(closingForm).optional() }),
    gather: ({ form, owner }, _input, lookups) => gatherReport(form, owner, lookups),
    decide: (state, { closing }, { gathered, now, ...context }) =>
      acceptUnless(
        [
          ...(state.reported === undefined ? incidentRefusals(state.form, gathered, now) : []),
          ...closingRefusals(state, context),
        ],
        { type: 'closed', account: shownValues(closingForm, partOf(closing)) },
      ),
  }),
  dismiss: m.command({
    title: text('不是安全事件', 'No incident after all'),
    help: text(
      '查明不是安全事件的，写明理由后结束；报告以后不能这样结束。',
      'Ends it with a reason where it proves to be none. Not once it is reported.',
    ),
    by: [providerParty('officer')],
    from: ['handled'],
    to: ['dismissed'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'dismissed' }),
  }),
};
