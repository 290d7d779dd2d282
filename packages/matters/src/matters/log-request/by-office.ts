import { z } from 'zod';
import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import { officeLevels, officeParty, type Actor } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { askingAt } from '../common/asking-at.ts';
import { notInFuture } from '../common/days.ts';
import { ownDateRefusals } from '../common/own-date.ts';
import { partOf, wordsIn } from '../common/part.ts';
import { destructionForm, receiptForm, undertakingForm } from './form.ts';
import type { LogRequestEvent, LogRequestState } from './state.ts';
import { refusalFor } from '../common/refusal-for.ts';

const m = matterOf<LogRequestState, LogRequestEvent>();

const officers = officeParty(officeLevels, 'reviewer', 'supervisor');
/** Whoever may look on may be given the extract to look at, once they have undertaken to keep it confidential. */
const readers = officeParty(officeLevels, 'reviewer', 'supervisor', 'viewer');

const accountOf = (actor: Actor) => (actor.kind === 'person' ? actor.account : undefined);

const refusal = refusalFor('log-request');

const noPerson = refusal('no-person', '须由个人办理。', 'A person has to do this.');
const ownRequest = refusal('own-request', '自己提出的调取不能自己批准。', 'Nobody approves a request of their own.');
const approvedAlready = refusal(
  'approved-already',
  '您已经批准过，第二次须由另一名负责人批准。',
  'You have approved it already; another supervisor has to approve it too.',
);
const otherFile = refusal(
  'other-file',
  '摘要与移交记录不一致，收到的不是移交的文件。请退回。',
  'The hash is not that of the hand-over: this is not the file that was handed over. Return it.',
  '/receipt/fileHash',
);
const notUndertaken = refusal('not-undertaken', '请先作出保密承诺。', 'Undertake to keep it confidential first.');

const destroyByRefusals = (
  state: LogRequestState,
  receipt: FormValues,
  context: Parameters<typeof ownDateRefusals>[2] & { readonly today: Parameters<typeof ownDateRefusals>[1] },
): readonly Refusal[] => {
  const pointer = '/receipt/destroyBy';
  const destroyBy = asCivilDate(wordsIn(receipt, 'destroyBy'));
  if (destroyBy === undefined) return [];
  return [
    ...ownDateRefusals(destroyBy, context.today, context, pointer),
    ...(destroyBy > state.keepUntil
      ? [
          refusal(
            'kept-too-long',
            `依据只允许保留到 ${state.keepUntil}。`,
            `The basis allows it to be kept until ${state.keepUntil}.`,
            pointer,
          ),
        ]
      : []),
  ];
};

export const officeCommands = {
  approve: m.command({
    title: text('批准调取', 'Approve'),
    help: text(
      '须由两名负责人分别批准，提出的人除外。第二次批准后送达提供者，并开始保全。',
      'Two supervisors approve, neither of them the one who asked. With the second approval it reaches the provider, and the hold begins.',
    ),
    by: [officeParty(officeLevels, 'supervisor')],
    from: ['requested', 'approved-once'],
    to: ['approved-once', 'sent'],
    clauses: ['final/28.2', 'draft/23.2'],
    input: z.strictObject({}),
    decide: ({ requester, approvals }, _input, { actor }) => {
      const by = accountOf(actor);
      if (by === undefined) return refuse(noPerson);
      if (by === requester) return refuse(ownRequest);
      if (approvals.some(({ account }) => account === by)) return refuse(approvedAlready);
      return approvals.length === 0
        ? accept<LogRequestEvent>({ type: 'approved', by })
        : accept<LogRequestEvent>({ type: 'approved', by }, { type: 'sent' });
    },
  }),
  drop: m.command({
    title: text('不予调取', 'Drop'),
    help: text(
      '依据或者必要性不足的，终止办理；提供者不会知道。',
      'Where basis or need do not suffice. The provider never learns of it.',
    ),
    by: [officers],
    from: ['requested', 'approved-once'],
    to: ['dropped'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'dropped' }),
  }),
  'return-extract': m.command({
    title: text('退回', 'Return the extract'),
    help: text(
      '文件打不开、不完整或者与记录不符的，退回重新移交。',
      'Where the file does not open, is incomplete or not the one recorded; it is handed over again.',
    ),
    by: [officers],
    from: ['handed-over'],
    to: ['held'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'returned' }),
  }),
  receive: m.command<{ readonly receipt: FormValues }>({
    title: text('接收', 'Receive'),
    help: text(
      '核对文件摘要，并定下销毁日期；到期须由两人销毁。',
      'The hash is compared, and the day set by which it is destroyed by two officers.',
    ),
    by: [officers],
    from: ['handed-over'],
    to: ['received'],
    clauses: ['final/28.2', 'final/29'],
    ...askingAt('receipt', receiptForm),
    decide: (state, { receipt }, context) => {
      const destroyBy = asCivilDate(wordsIn(receipt, 'destroyBy'));
      const same = wordsIn(receipt, 'fileHash') === state.handedOver?.hash;
      const refusals = [...(same ? [] : [otherFile]), ...destroyByRefusals(state, receipt, context)];
      return destroyBy === undefined ? refuse(otherFile) : acceptUnless(refusals, { type: 'received', destroyBy });
    },
  }),
  undertake: m.command<{ readonly undertaking: FormValues }>({
    title: text('保密承诺', 'Undertake confidentiality'),
    help: text(
      '每个要打开日志的人都须承诺；提供者看得到谁作了承诺。',
      'Everybody who opens the extract gives one; the provider sees who has.',
    ),
    by: [readers],
    from: ['handed-over', 'received'],
    clauses: ['final/29', 'draft/25'],
    ...askingAt('undertaking', undertakingForm),
    decide: ({ undertakings }, { undertaking }, { actor }) => {
      const by = accountOf(actor);
      if (by === undefined) return refuse(noPerson);
      if (undertaking['given'] !== true) return refuse({ ...notUndertaken, pointer: '/undertaking/given' });
      return undertakings.some(({ account }) => account === by)
        ? refuse(refusal('undertaken-already', '您已经作过承诺。', 'You have undertaken it already.'))
        : accept({ type: 'undertaken', by });
    },
  }),
  'open-extract': m.command({
    title: text('打开日志', 'Open the extract'),
    help: text('每次打开前登记；提供者看得到。', 'Recorded before each opening; the provider sees it.'),
    by: [readers],
    from: ['received'],
    clauses: ['final/29', 'draft/25'],
    input: z.strictObject({}),
    decide: ({ undertakings }, _input, { actor }) => {
      const by = accountOf(actor);
      if (by === undefined) return refuse(noPerson);
      return undertakings.some(({ account }) => account === by)
        ? accept({ type: 'extract-opened', by })
        : refuse(notUndertaken);
    },
  }),
  'state-destruction': m.command<{ readonly destruction: FormValues }>({
    title: text('说明已销毁', 'State the destruction'),
    help: text('写明何时、怎样销毁，由另一人核实。', 'Say when and how; another officer confirms it.'),
    by: [officers],
    from: ['received'],
    clauses: ['final/29', 'draft/25'],
    ...askingAt('destruction', destructionForm),
    decide: (state, { destruction }, { actor, today }) => {
      const by = accountOf(actor);
      const on = asCivilDate(wordsIn(destruction, 'on'));
      if (by === undefined || on === undefined) return refuse(noPerson);
      return acceptUnless(
        [
          ...notInFuture(on, today, '/destruction/on'),
          ...(state.received !== undefined && on < state.received
            ? [
                refusal(
                  'destroyed-before',
                  `接收日期是 ${state.received}，不能在那之前销毁。`,
                  `It was received on ${state.received} and not destroyed before.`,
                  '/destruction/on',
                ),
              ]
            : []),
          ...(destruction['copies'] === true
            ? []
            : [
                refusal(
                  'copies-left',
                  '还有副本，请全部销毁。',
                  'There are copies left. Destroy all of them.',
                  '/destruction/copies',
                ),
              ]),
        ],
        { type: 'destruction-stated', destruction: partOf(destruction), by },
      );
    },
  }),
  'confirm-destruction': m.command({
    title: text('核实已销毁', 'Confirm the destruction'),
    help: text('由说明人以外的人核实。', 'By an officer other than the one who stated it.'),
    by: [officers],
    from: ['received'],
    to: ['destroyed'],
    clauses: ['final/29', 'draft/25'],
    input: z.strictObject({}),
    decide: ({ statedBy, destruction }, _input, { actor }) => {
      const on = asCivilDate(wordsIn(destruction, 'on'));
      if (statedBy === undefined || on === undefined)
        return refuse(refusal('not-stated', '还没有人说明已销毁。', 'Nobody has stated it yet.'));
      return accountOf(actor) === statedBy
        ? refuse(refusal('same-officer', '说明和核实须是两个人。', 'It takes two officers to state and to confirm it.'))
        : accept({ type: 'destroyed', on });
    },
  }),
  withdraw: m.command({
    title: text('撤回调取', 'Withdraw'),
    help: text(
      '不再需要的，在移交之前撤回；保全随之结束。',
      'Where it is no longer needed, before anything is handed over; the hold ends with it.',
    ),
    by: [officeParty(officeLevels, 'supervisor')],
    from: ['sent', 'held'],
    to: ['closed'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'withdrawn' }),
  }),
  close: m.command({
    title: text('办结', 'Close'),
    help: text(
      '销毁之后办结；保全随之结束，提供者可以解除。',
      'Once it is destroyed. The hold ends with it and the provider may release it.',
    ),
    by: [officers],
    from: ['destroyed'],
    to: ['closed'],
    input: z.strictObject({}),
    decide: () => accept({ type: 'closed' }),
  }),
};
