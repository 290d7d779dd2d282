import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import { matterParty, officeParty, providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { askingAt } from '../common/asking-at.ts';
import { deskCommands } from '../common/desk.ts';
import { entriesOf, missingInPart, numberIn, partOf, partRefusals } from '../common/part.ts';
import { accountOf, isChair, notTheChair } from './committee.ts';
import { conditionForm, fulfilmentForm, reopeningForm } from './form.ts';
import { memberParty } from './member-party.ts';
import type { EthicsReviewEvent, EthicsReviewState, FollowUp } from './state.ts';

const m = matterOf<EthicsReviewState, EthicsReviewEvent>();

/** Conditions stay binding while the changed algorithm is reviewed again: nobody leaves a late one by reopening. */
const followed = ['declaring', 'deliberating', 'conditional'] as const;
const open = ['composing', 'declaring', 'deliberating', 'conditional', 'approved', 'rejected'] as const;
const levels = ['nation', 'province', 'city'] as const;
const { note, write } = deskCommands({ desks: [], open: ['conditional', 'approved', 'rejected'], levels });

const conditionIn = (
  state: EthicsReviewState,
  values: FormValues,
  standing: FollowUp['standing'],
): FollowUp | undefined => {
  const number = numberIn(values, 'condition');
  return state.followUp.find((each) => each.number === number && each.standing === standing);
};

const noSuch = (zh: string, en: string): Refusal => ({
  code: 'ethics/no-such-condition',
  pointer: '/condition/condition',
  text: text(zh, en),
});
const notOpen = noSuch(
  '没有这一项条件，或者已经报告过。',
  'There is no such condition, or it has been reported already.',
);
const notReported = noSuch('这一项条件还没有报告落实情况。', 'Nothing has been reported of this condition yet.');

export const followUpCommands = {
  fulfil: m.command<{ readonly condition: FormValues }, readonly string[]>({
    title: text('报告条件的落实', 'Report a condition'),
    help: text('写明做了什么并附证明，由主任委员认可。', 'Say what was done, with evidence; the chair accepts it.'),
    by: [providerParty('officer', 'editor')],
    from: followed,
    ...askingAt('condition', fulfilmentForm),
    gather: (_state, { condition }, lookups) => missingInPart(fulfilmentForm, condition, lookups),
    decide: (state, { condition }, { today, gathered: missing }) => {
      const found = conditionIn(state, condition, 'open');
      if (found === undefined) return refuse(notOpen);
      const { round, number } = found;
      const reports = [
        ...entriesOf(state.evidence, 'reports'),
        { ...partOf(condition), condition: number, round, on: today },
      ];
      return acceptUnless(partRefusals(fulfilmentForm, condition, 'condition', missing), {
        type: 'reported',
        condition: number,
        evidence: { reports },
      });
    },
  }),
  'accept-fulfilment': m.command<{ readonly condition: FormValues }>({
    title: text('认可落实', 'Accept a report'),
    help: text(
      '由主任委员办理，自己报告的除外。全部认可后审查通过。',
      'Done by the chair, who does not accept a report of their own. Once all are accepted the review is passed.',
    ),
    by: [memberParty],
    from: followed,
    to: [...followed, 'approved'],
    ...askingAt('condition', conditionForm),
    decide: (state, { condition }, { actor }) => {
      if (!isChair(state, actor)) return refuse(notTheChair);
      const found = conditionIn(state, condition, 'reported');
      if (found === undefined) return refuse(notReported);
      return found.by === accountOf(actor)
        ? refuse({
            code: 'ethics/own-report',
            text: text(
              '自己报告的，由负责人另行指定的主任委员认可。',
              'It was you who reported it; another chair has to accept it.',
            ),
          })
        : accept({ type: 'report-accepted', condition: found.number });
    },
  }),
  'return-fulfilment': m.command<{ readonly condition: FormValues }>({
    title: text('退回落实报告', 'Return a report'),
    help: text(
      '没有做到的，说明理由退回，原来的期限继续。',
      'Where it is not done, say why; the time that was set goes on.',
    ),
    by: [memberParty],
    from: followed,
    reason: 'required',
    ...askingAt('condition', conditionForm),
    decide: (state, { condition }, { actor }) => {
      if (!isChair(state, actor)) return refuse(notTheChair);
      const found = conditionIn(state, condition, 'reported');
      return found === undefined ? refuse(notReported) : accept({ type: 'report-returned', condition: found.number });
    },
  }),
  'reopen-review': m.command<{ readonly reopening: FormValues }>({
    title: text('重新审查', 'Review again'),
    help: text(
      '算法有实质变动的，由负责人重新提交审查；备案变更涉及目的、模型、功能的，变更备案时自动重新审查。委员须重新声明。',
      'Where the algorithm has changed materially an officer submits it again; a filed change of purpose, model or function does so by itself. Members declare anew.',
    ),
    by: [providerParty('officer'), matterParty('filing')],
    from: open,
    to: ['composing', 'declaring'],
    clauses: ['final/7'],
    ...askingAt('reopening', reopeningForm),
    decide: (_state, { reopening }) => accept({ type: 'reopened', reopening: partOf(reopening) }),
  }),
  close: m.command({
    title: text('结束审查', 'Close the review'),
    help: text('算法不再上线或者已经停用时使用。', 'For an algorithm that will not go live, or is no longer used.'),
    by: [providerParty('officer')],
    from: open,
    to: ['closed'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'closed' }),
  }),
  note: { ...note, by: [officeParty(levels, 'reviewer', 'supervisor')] },
  write,
};
