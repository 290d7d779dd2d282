import { placeOf } from '@suanjian/register';
import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { formFaults } from '../../engine/form-faults.ts';
import { draftSchemaFor, merged } from '../../engine/form.ts';
import { networkParty, type PlaceCode } from '../../engine/party.ts';
import { accept, acceptUnless, type Refusal } from '../../engine/refusal.ts';
import { deskCommands, deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { recordParts, reportForm } from './form.ts';
import type { CorrectionEvent, CorrectionState } from './state.ts';

export type { CorrectionState } from './state.ts';

const m = matterOf<CorrectionState, CorrectionEvent>();

const levels = ['nation', 'province'] as const;
const from = ['received'] as const;
const desk = deskCommands({ desks: from, open: from, levels });

const input = z.strictObject({ report: draftSchemaFor(reportForm) });
type Input = z.infer<typeof input>;

/** The province that keeps the record, so that its office sees the report; the nation where the digits name none. */
const placeOfRecord = (number: string): PlaceCode => {
  const province = `${number.slice(0, 2)}0000`;
  return placeOf(province) === undefined ? '000000' : province;
};

const unknownRecord: Refusal = {
  code: 'correction/unknown-number',
  pointer: '/report/number',
  text: text(
    '公示库里没有这个备案编号，请对照公示页核对。',
    'The register holds no such number. Check it against the public record.',
  ),
};

const opening = m.opening<Input, boolean>({
  title: text('报告公示信息有误', 'Report an error in this record'),
  help: text(
    '任何人都可以报告，不需要登录，可以不留联系方式。',
    'Anybody may report one, without an account and without leaving a way to be reached.',
  ),
  by: [{ side: 'public' }],
  to: 'received',
  asks: 'own-screen',
  input,
  gather: async ({ report }, lookups) => {
    const { number } = report;
    return typeof number === 'string' && (await lookups.holderOfNumber(number)) !== undefined;
  },
  decide: ({ report }, { gathered: known }) => {
    const values = merged({}, report);
    const faults = formFaults(reportForm, values, '/report');
    const number = typeof values['number'] === 'string' ? values['number'] : '';
    const refusals =
      known || faults.some(({ pointer }) => pointer === '/report/number') ? faults : [...faults, unknownRecord];
    return acceptUnless(refusals, {
      type: 'opened',
      owner: null,
      place: placeOfRecord(number),
      number,
      report: values,
    });
  },
});

/** No statutory clock runs here: no clause of either edition sets a time for looking at such a report. */
export const correction = m.define({
  kind: 'correction',
  title: text('公示信息报错', 'Report of an error in a public record'),
  purpose: text(
    '让看到公示页的人指出其中的错误，由网信部门核实。',
    'Lets a reader of a public record point out what is wrong in it, for the office to look into.',
  ),
  clauses: [],
  states: {
    received: {
      title: text('已收到', 'Received'),
      meaning: text('等待网信部门核实。', 'Waits for the office to look into it.'),
      visible: ['office'],
      desk: { side: 'office', level: 'province' },
      tone: 'waiting',
    },
    accepted: {
      title: text('属实', 'Confirmed'),
      meaning: text('所报有误属实，将予更正。', 'The record is indeed wrong and will be put right.'),
      visible: ['office'],
      final: true,
      tone: 'good',
    },
    dismissed: {
      title: text('不予采纳', 'Dismissed'),
      meaning: text('经核实，公示信息无需更正。', 'Looked into; the record stays as it is.'),
      visible: ['office'],
      final: true,
      tone: 'neutral',
    },
  },
  opening,
  commands: {
    accept: m.command({
      title: text('认定属实', 'Confirm'),
      help: text(
        '认定公示信息有误。更正由备案变更或登记管理另行办理。',
        'Find that the record is wrong. Putting it right is a change of the filing or a matter of the register’s administration.',
      ),
      by: [networkParty(levels, 'reviewer', 'supervisor')],
      from,
      to: ['accepted'],
      reason: 'optional',
      input: z.strictObject({}),
      decide: () => accept({ type: 'accepted' }),
    }),
    dismiss: m.command({
      title: text('不予采纳', 'Dismiss'),
      help: text('说明为什么不需要更正。', 'Say why nothing is to be corrected.'),
      by: [networkParty(levels, 'reviewer', 'supervisor')],
      from,
      to: ['dismissed'],
      reason: 'required',
      input: z.strictObject({}),
      decide: () => accept({ type: 'dismissed' }),
    }),
    // Nobody can be written to: the reporter has no account. Either level may say who works on it.
    assign: { ...desk.assign, ownDesk: false },
    note: desk.note,
  },
  events: {
    opened: { title: text('收到报告', 'Received') },
    accepted: { title: text('认定属实', 'Confirmed') },
    dismissed: { title: text('不予采纳', 'Dismissed') },
    ...deskEventTitles,
  },
  forms: { report: reportForm },
  inner: deskInner,
  begin: ({ number, report }) => ({ status: 'received', number, report, ...emptyDesk }),
  evolve: {
    accepted: (state, _event, { on, reason }) => ({
      ...state,
      status: 'accepted',
      decided: { on, reason: reason ?? '' },
    }),
    dismissed: (state, _event, { on, reason }) => ({
      ...state,
      status: 'dismissed',
      decided: { on, reason: reason ?? '' },
    }),
    ...deskEvolution<CorrectionState>(),
  },
  clocks: {},
  links: [],
  summary: ({ number, report, assignee }) => ({
    title: recordParts.find(({ value }) => value === report['part'])?.label.zh ?? number,
    number,
    ...(assignee === undefined ? {} : { assignee }),
  }),
  consequences: ({ type }, { number }) => ({
    notices:
      type === 'opened'
        ? [
            {
              to: { officeLevel: 'province' },
              subject: text('收到公示信息报错', 'An error in a public record was reported'),
              body: text(
                `有人报告备案 ${number} 的公示信息有误，请核实。`,
                `Somebody reports an error in the public record of ${number}. Please look into it.`,
              ),
            },
          ]
        : [],
  }),
});
