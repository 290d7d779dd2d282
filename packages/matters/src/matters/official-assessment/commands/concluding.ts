import { z } from 'zod';
import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, merged, shownValues, type FormValues } from '../../../engine/form.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { answerField, assessmentForm, assessmentGaps, questionsFor, keptGap } from '../../assessment/definition.ts';
import { ownDateRefusals } from '../../common/own-date.ts';
import { entriesOf, partOf, wordsIn } from '../../common/part.ts';
import { headParty, teamParty } from '../../common/team/commands.ts';
import * as team from '../../common/team/refusals.ts';
import { accountOf } from '../../common/team/state.ts';
import { stateView } from '../../common/company-view.ts';
import { isOutcome } from '../../common/following.ts';
import { conclusionForm, endingForm } from '../form.ts';
import { alone, refusal } from '../refusals.ts';
import type { OfficialAssessmentEvent, OfficialAssessmentState } from '../state.ts';

const m = matterOf<OfficialAssessmentState, OfficialAssessmentEvent>();

/** Questions that nobody has answered yet. */
const openRefusals = (form: FormValues): readonly Refusal[] => {
  const open = questionsFor(form).filter((question) => wordsIn(form, answerField(question)) === '');
  return open.length === 0
    ? []
    : [
        refusal(
          'questions-open',
          `还有 ${open.length} 项没有回答：${open.map(({ title }) => title.zh).join('、')}。`,
          `${open.length} questions have no answer yet: ${open.map(({ title }) => title.en).join(', ')}.`,
        ),
      ];
};

/** What was answered, clause by clause. */
const conclusionsOf = (form: FormValues): readonly FormValues[] =>
  questionsFor(form).map((question) => ({
    question: question.id,
    answer: wordsIn(form, answerField(question)),
    ...(question.clause === undefined ? {} : { clause: question.clause }),
  }));

const notConcluded = refusal('not-concluded', '还没有作出结论。', 'Nothing has been concluded yet.');

/** Whether anything is answered that something should follow from. */
const hasDefects = ({ conclusions }: OfficialAssessmentState): boolean =>
  entriesOf(conclusions, 'conclusions').some(({ answer }) => answer === 'unmet' || answer === 'partly');

export const concluding = {
  conclude: m.command<FormValues>({
    title: text('作出结论', 'Conclude'),
    help: text(
      '有互相矛盾的地方不能作出；另一名成员会签后送给企业。',
      'Not while something contradicts itself. Another member signs it too before the company gets it.',
    ),
    by: [teamParty],
    from: ['assessing'],
    clauses: ['final/28.1', 'draft/24.1', 'opinions/8', 'final/23'],
    ...asking(conclusionForm),
    decide: ({ form }, given, { actor, today, calendar }) => {
      const by = accountOf(actor);
      const values = shownValues(conclusionForm, partOf(given));
      const stateBy = asCivilDate(wordsIn(values, 'stateBy'));
      if (by === undefined || stateBy === undefined) return refuse(team.noPerson);
      const { stateBy: _stateBy, ...concluded } = values;
      const whole = shownValues(
        assessmentForm,
        merged(form, { outcome: values['outcome'], summary: values['summary'] }),
      );
      const gaps = assessmentGaps(whole, { today });
      return acceptUnless<OfficialAssessmentEvent>(
        [
          ...openRefusals(whole),
          ...gaps
            .filter(({ grade }) => grade === 'blocking')
            .map((gap): Refusal => ({
              code: `assessment/${gap.rule}`,
              text: gap.text,
              ...(gap.clause === undefined ? {} : { clause: gap.clause }),
            })),
          ...ownDateRefusals(stateBy, today, { calendar }, '/stateBy'),
        ],
        {
          type: 'concluded',
          form: whole,
          conclusions: { ...concluded, conclusions: conclusionsOf(whole) },
          gaps: gaps.map(keptGap),
          by,
          stateBy,
        },
      );
    },
  }),
  countersign: m.command({
    title: text('会签并送给企业', 'Countersign and send it'),
    help: text(
      '由作出结论以外的成员会签；企业随即看到结论。',
      'By a member other than the one who concluded; the company then reads it.',
    ),
    by: [teamParty],
    from: ['assessing'],
    to: ['with-provider'],
    input: z.strictObject({}),
    offered: ({ concluded }) => concluded !== undefined,
    decide: ({ concluded }, _input, { actor, today }) => {
      const by = accountOf(actor);
      if (by === undefined) return refuse(team.noPerson);
      if (concluded === undefined) return refuse(notConcluded);
      if (by === concluded.account) return refuse(alone);
      return concluded.stateBy <= today
        ? refuse(
            refusal(
              'state-by-passed',
              '陈述期限已经过去，请重新作出结论。',
              'The day for being heard has passed. Conclude anew.',
            ),
          )
        : accept({ type: 'conclusions-sent', by });
    },
  }),
  'state-view': stateView('official-assessment', {
    help: text('对结论的意见，工作组都能看到。', 'What you say to the conclusions; the team reads it.'),
    from: ['with-provider'],
  }),
  reconsider: m.command({
    title: text('重新评估', 'Assess anew'),
    help: text('企业的意见成立的，回到评估。', 'Where the company’s view holds, back to assessing.'),
    by: [teamParty],
    from: ['with-provider'],
    to: ['assessing'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'reconsidered' }),
  }),
  close: m.command<FormValues>({
    title: text('办结', 'Close'),
    help: text(
      '企业陈述以后，或者期限过后，由作出结论以外的负责人办结。',
      'After the company was heard or the day has passed, by a head other than the one who concluded.',
    ),
    by: [headParty],
    from: ['with-provider'],
    to: ['closed'],
    clauses: ['final/28.1', 'opinions/8'],
    ...asking(endingForm),
    decide: (state, values, { actor, today }) => {
      const { concluded, heard } = state;
      const { outcome } = values;
      if (!isOutcome(outcome) || concluded === undefined) return refuse(notConcluded);
      const defects = hasDefects(state);
      return acceptUnless(
        [
          ...(accountOf(actor) === concluded.account ? [alone] : []),
          ...(!heard && today <= concluded.stateBy
            ? [
                refusal(
                  'not-heard',
                  `企业可以在 ${concluded.stateBy} 前陈述，还没有陈述。`,
                  `The company may state its view until ${concluded.stateBy} and has not yet.`,
                ),
              ]
            : []),
          ...(outcome !== 'none' && !defects
            ? [
                refusal(
                  'no-defect',
                  '每一项都做到了，无从处理。',
                  'Everything is done; nothing can follow.',
                  '/outcome',
                ),
              ]
            : []),
        ],
        { type: 'closed', ending: partOf(values), outcome },
      );
    },
  }),
  'break-off': m.command({
    title: text('中止评估', 'Break it off'),
    help: text('没有做完的，写明理由中止。', 'Where it is not finished, with the reason.'),
    by: [headParty],
    from: ['assessing', 'with-provider'],
    to: ['broken-off'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'broken-off' }),
  }),
};
