import { asCivilDate, text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../../engine/form.ts';
import { providerParty } from '../../../engine/party.ts';
import { accept, acceptUnless, type Refusal } from '../../../engine/refusal.ts';
import { notInFuture } from '../../common/days.ts';
import { ownDateRefusals } from '../../common/own-date.ts';
import { entriesOf, missingInPart, numberIn, partOf, partRefusals, wordsIn } from '../../common/part.ts';
import { answerForm, extensionForm } from '../form.ts';
import { measuresOf } from '../measures.ts';
import type { RectificationEvent, RectificationState } from '../state.ts';

const m = matterOf<RectificationState, RectificationEvent>();

const atTop = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.map((refusal) =>
    refusal.pointer === undefined ? refusal : { ...refusal, pointer: refusal.pointer.replace(/^\/answer/u, '') },
  );

/** Every measure of the order is spoken to, each once, and no other. */
const coverage = (state: RectificationState, answer: FormValues): readonly Refusal[] => {
  const numbers = entriesOf(answer, 'measures').map((entry) => numberIn(entry, 'measure') ?? 0);
  const asked = measuresOf(state).map(({ number }) => number);
  const missing = asked.filter((number) => numbers.filter((each) => each === number).length !== 1);
  const surplus = numbers.filter((number) => !asked.includes(number));
  return missing.length === 0 && surplus.length === 0
    ? []
    : [
        {
          code: 'rectification/measures-differ',
          pointer: '/measures',
          text: text(
            `通知共有 ${asked.length} 项措施，每项写一次。请核对第 ${[...missing, ...surplus].join('、')} 项。`,
            `The order has ${asked.length} measures; speak to each of them once. Look at number ${[...missing, ...surplus].join(', ')}.`,
          ),
        },
      ];
};

const daysDone = (answer: FormValues, today: Parameters<typeof notInFuture>[1]): readonly Refusal[] =>
  entriesOf(answer, 'measures').flatMap((entry, index) => {
    const doneOn = asCivilDate(wordsIn(entry, 'doneOn'));
    return doneOn === undefined ? [] : notInFuture(doneOn, today, `/measures/${index}/doneOn`);
  });

export const answer = m.command<FormValues, readonly string[]>({
  title: text('提交整改报告', 'Report what was done'),
  help: text(
    '对每一项措施说明并附材料。逾期也可以提交，会记为逾期。',
    'Speak to every measure and attach the papers. Late is possible too, and said so.',
  ),
  by: [providerParty('officer')],
  from: ['ordered', 'overdue'],
  to: ['answered'],
  clauses: ['final/28.2', 'draft/24.2'],
  ...asking(answerForm),
  gather: (_state, given, lookups) => missingInPart(answerForm, given, lookups),
  decide: (state, given, { gathered: missing, today }) => {
    const values = shownValues(answerForm, partOf(given));
    return acceptUnless(
      [
        ...atTop(partRefusals(answerForm, values, 'answer', missing)),
        ...coverage(state, values),
        ...daysDone(values, today),
      ],
      { type: 'answered', answer: values, late: today > state.due },
    );
  },
});

const onlyOnce: Refusal = {
  code: 'rectification/extended-already',
  text: text('已经延期过一次，不能再延。', 'It has been extended once, and no more than that is possible.'),
};
const askedAlready: Refusal = {
  code: 'rectification/asked-already',
  text: text('延期申请还在办理。', 'A request for more time is still open.'),
};

export const askExtension = m.command<FormValues>({
  title: text('申请延期', 'Ask for more time'),
  help: text('只能延期一次。主管部门同意之前，原来的日期有效。', 'Once only. Until the office agrees, the day stands.'),
  by: [providerParty('officer')],
  from: ['ordered'],
  offered: ({ asked, extended }) => asked === undefined && extended === undefined,
  ...asking(extensionForm),
  decide: (state, given, { today, calendar }) => {
    const extension = partOf(given);
    const until = asCivilDate(wordsIn(extension, 'until')) ?? state.due;
    return acceptUnless(
      [
        ...(state.extended === undefined ? [] : [onlyOnce]),
        ...(state.asked === undefined ? [] : [askedAlready]),
        ...ownDateRefusals(until, today, { calendar }, '/until'),
        ...(until > state.due
          ? []
          : [
              {
                code: 'rectification/no-later',
                pointer: '/until',
                text: text(
                  `原来的日期是 ${state.due}，请写更晚的日期。`,
                  `It is due on ${state.due}; ask for a later day.`,
                ),
              },
            ]),
      ],
      { type: 'extension-asked', until, extension },
    );
  },
});

export const refuseOrder = m.command({
  title: text('表示不改正', 'Decline to rectify'),
  help: text('写明为什么。主管部门可以据此立案。', 'Say why. The office may open a case on that.'),
  by: [providerParty('officer')],
  from: ['ordered', 'overdue'],
  to: ['refused'],
  reason: 'required',
  input: z.strictObject({}),
  decide: () => accept({ type: 'refused', how: 'said-so' }),
});
