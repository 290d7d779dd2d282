import { z } from 'zod';
import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { draftSchemaFor, shownValues, type FormValues } from '../../engine/form.ts';
import { providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { deskCommands } from '../common/desk.ts';
import { instantOf } from '../common/moments.ts';
import { entriesOf, missingInPart, partOf, partRefusals, wordsIn } from '../common/part.ts';
import { confirmationForm, keptForm, measureForm, moreItemsForm, reportForm, stopForm } from './form.ts';
import { actRefusals, closingRefusals, periodRefusals } from './guards.ts';
import type { DisposalEvent, DisposalState } from './state.ts';

const m = matterOf<DisposalState, DisposalEvent>();

const open = ['handled', 'reported'] as const;
const desk = deskCommands({ desks: open, open, levels: ['nation', 'province', 'city'] });
const clauses = ['final/9.2', 'draft/9.2'];
const hands = [providerParty('officer', 'editor')];

type Part<Name extends string> = { readonly [Property in Name]?: FormValues | undefined };

const stoppedAlready: Refusal = {
  code: 'disposal/already-stopped',
  text: text(
    '这些内容已经停止传输。新发现的内容请另行登记。',
    'These items were stopped already. Record what was found since as a disposal of its own.',
  ),
};

const mostItems = 500;

export const commands = {
  'add-items': m.command<Part<'more'>>({
    title: text('补充内容编号', 'Add items'),
    help: text(
      '停止传输之前可以补充同一件事的其他内容。',
      'More items of the same kind, as long as nothing was stopped.',
    ),
    by: hands,
    from: open,
    clauses,
    asks: { form: moreItemsForm, at: 'more' },
    input: z.strictObject({ more: draftSchemaFor(moreItemsForm).optional() }),
    decide: ({ form, stoppedAt }, { more }) => {
      if (stoppedAt !== undefined) return refuse(stoppedAlready);
      const known = entriesOf(form, 'items');
      const names = new Set(known.map((entry) => wordsIn(entry, 'item')));
      const added = entriesOf(partOf(more), 'items').filter((entry) => !names.has(wordsIn(entry, 'item')));
      const items = [...known, ...added];
      if (added.length === 0 || items.length > mostItems)
        return refuse({
          code: 'disposal/items',
          pointer: '/more/items',
          text: text(
            `没有新的内容，或者超过了 ${mostItems} 项；超过的请另行登记。`,
            `None of these is new, or there are more than ${mostItems}; record the rest as another disposal.`,
          ),
        });
      return accept({ type: 'items-added', form: { items } });
    },
  }),
  stop: m.command<Part<'stop'>>({
    title: text('已停止传输', 'Record the stop'),
    help: text(
      '写明停止传输的时间，不早于发现的时间。',
      'Says when transmission was stopped; not before it was found.',
    ),
    by: hands,
    from: open,
    clauses,
    asks: { form: stopForm, at: 'stop' },
    input: z.strictObject({ stop: draftSchemaFor(stopForm).optional() }),
    decide: ({ form, stoppedAt }, { stop }, { now }) => {
      if (stoppedAt !== undefined) return refuse(stoppedAlready);
      const values = partOf(stop);
      const day = asCivilDate(wordsIn(values, 'on'));
      const refusals = [...partRefusals(stopForm, stop, 'stop'), ...actRefusals(form, values, now, 'stop')];
      return day === undefined
        ? acceptUnless(refusals)
        : acceptUnless(refusals, { type: 'stopped', at: instantOf(day, wordsIn(values, 'at')) });
    },
  }),
  measure: m.command<Part<'measure'>>({
    title: text('记录措施', 'Record a measure'),
    help: text(
      '删除、加标识、限制、处理账号；处置有误的记录恢复。',
      'Deletion, label, limit, account; or a restoration where it was a mistake.',
    ),
    by: hands,
    from: open,
    clauses,
    asks: { form: measureForm, at: 'measure' },
    input: z.strictObject({ measure: draftSchemaFor(measureForm).optional() }),
    decide: ({ form, record }, { measure }, { now }) => {
      const values = partOf(measure);
      return acceptUnless(actRefusals(form, values, now, 'measure'), {
        type: 'measured',
        record: { measures: [...entriesOf(record, 'measures'), values] },
      });
    },
  }),
  'keep-records': m.command<Part<'records'>>({
    title: text('写明记录在哪里', 'Say where the records are'),
    help: text(
      '处置的有关记录保存在哪里，供以后查核。',
      'Where the records of it are kept, for whoever looks into it later.',
    ),
    by: hands,
    from: open,
    clauses,
    asks: { form: keptForm, at: 'records' },
    input: z.strictObject({ records: draftSchemaFor(keptForm).optional() }),
    decide: (_state, { records }) => accept({ type: 'kept', record: partOf(records) }),
  }),
  report: m.command<Part<'report'>, readonly string[]>({
    title: text('向主管部门报告', 'Report to the office'),
    help: text(
      '违法信息必须报告，不良信息也可以报告。',
      'Illegal information has to be reported; undesirable information may be.',
    ),
    by: [providerParty('officer')],
    from: ['handled'],
    to: ['reported'],
    clauses,
    asks: { form: reportForm, at: 'report' },
    input: z.strictObject({ report: draftSchemaFor(reportForm).optional() }),
    gather: (_state, { report }, lookups) => missingInPart(reportForm, report, lookups),
    decide: (_state, { report }, { gathered: missing }) =>
      acceptUnless(partRefusals(reportForm, report, 'report', missing), { type: 'reported', report: partOf(report) }),
  }),
  confirm: m.command<Part<'confirmation'>>({
    title: text('确认没有再展示', 'Confirm that nothing was shown'),
    help: text(
      '用审计结果包中的检查结论，或者由负责人书面说明。结论不利的也要如实登记。',
      'By the verdict of the check in a result bundle, or in the officer’s own words. An unfavourable verdict is recorded as well.',
    ),
    by: [providerParty('officer')],
    from: open,
    clauses,
    asks: { form: confirmationForm, at: 'confirmation' },
    input: z.strictObject({ confirmation: draftSchemaFor(confirmationForm).optional() }),
    decide: (state, { confirmation }, { now }) => {
      const values = shownValues(confirmationForm, partOf(confirmation));
      if (state.stoppedAt === undefined)
        return refuse({
          code: 'disposal/not-stopped-yet',
          text: text('还没有停止传输，先登记停止的时间。', 'Nothing was stopped yet. Record the stop first.'),
        });
      return acceptUnless(periodRefusals(state, values, now), {
        type: 'confirmed',
        record: { confirmations: [...entriesOf(state.record, 'confirmations'), values] },
      });
    },
  }),
  close: m.command({
    title: text('结束', 'Close'),
    help: text(
      '违法信息没有停止、没有报告、没有保存记录，或者没有确认的，不能结束。',
      'Not while illegal information is not stopped, reported and recorded, or the stop has not been confirmed.',
    ),
    by: [providerParty('officer')],
    from: open,
    to: ['closed'],
    clauses,
    input: z.strictObject({}),
    decide: (state, _input, { edition }) => acceptUnless(closingRefusals(state, edition), { type: 'closed' }),
  }),
  withdraw: m.command({
    title: text('撤回', 'Withdraw'),
    help: text(
      '登记有误、没有做任何处置的，写明理由后撤回；主管部门要求的不能撤回。',
      'For one recorded by mistake, with nothing done yet. Not what an office demands.',
    ),
    by: [providerParty('officer')],
    from: ['handled'],
    to: ['withdrawn'],
    reason: 'required',
    input: z.strictObject({}),
    decide: ({ demanded, stoppedAt, record }) =>
      demanded || stoppedAt !== undefined || entriesOf(record, 'measures').length > 0
        ? refuse({
            code: 'disposal/not-to-be-withdrawn',
            text: text(
              '主管部门要求的，或者已经处置的，不能撤回。',
              'What an office demands, or what has been disposed of, is not withdrawn.',
            ),
          })
        : accept({ type: 'withdrawn' }),
  }),
  // It lies on the provider's desk all the while; any office that sees it may say who follows it there.
  assign: { ...desk.assign, ownDesk: false },
  note: desk.note,
  write: desk.write,
};
