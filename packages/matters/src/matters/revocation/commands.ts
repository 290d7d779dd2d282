import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { attachmentReference, type FormValues } from '../../engine/form.ts';
import { networkParty, providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse } from '../../engine/refusal.ts';
import { deskCommands } from '../common/desk.ts';
import { lapseCommand } from '../common/lapse.ts';
import { attachmentsIn, submissionRefusals } from '../common/submission.ts';
import { defenceForm } from './form.ts';
import { daysToAnswer, hearingRefusals } from './hearing.ts';
import type { RevocationEvent, RevocationState } from './state.ts';

const m = matterOf<RevocationState, RevocationEvent>();

const levels = ['nation', 'province'] as const;
const from = ['proposed'] as const;

const desk = deskCommands({ desks: from, open: from, levels });

const statement = z.strictObject({
  statement: z.string().trim().min(1).max(10_000),
  papers: z.array(attachmentReference).max(10).optional(),
  /** The provider calls this its full statement: the office need not wait for more. */
  complete: z.boolean().optional(),
});
type Statement = z.infer<typeof statement>;

const withStatement = ({ defence }: RevocationState, { complete: _complete, ...added }: Statement): FormValues => {
  const { statements } = defence;
  return { ...defence, statements: [...(Array.isArray(statements) ? (statements as readonly unknown[]) : []), added] };
};

export const commands = {
  state: m.command<Statement, readonly string[]>({
    title: text('陈述和申辩', 'Make a statement'),
    help: text(
      '对拟撤销的理由说明意见，在答复期限内可以多次陈述。表明这是完整的陈述之后，主管部门可以随即决定。',
      'Answer the grounds for revoking, more than once if you like while your time to answer runs. Once you call a statement your full one, the office may decide at once.',
    ),
    by: [providerParty('officer')],
    from,
    asks: 'own-screen',
    input: statement,
    gather: (state, input, lookups) =>
      lookups.missingAttachments(
        attachmentsIn(defenceForm, withStatement(state, input)).map(({ attachment }) => attachment.hash),
      ),
    decide: (state, input, { gathered }) => {
      const defence = withStatement(state, input);
      return acceptUnless(submissionRefusals(defenceForm, defence, gathered), {
        type: 'stated',
        defence,
        ...(input.complete === true ? { complete: true } : {}),
      });
    },
  }),
  waive: m.command({
    title: text('放弃陈述', 'Waive the statement'),
    help: text(
      '表示不作陈述或者不再补充，主管部门可以随即决定。之后仍可陈述，直到作出决定。',
      'Say that you make no statement, or add nothing to it; the office may then decide at once. Until it does you may still speak.',
    ),
    by: [providerParty('officer')],
    from,
    input: z.strictObject({}),
    decide: ({ waived, completed }) =>
      waived === undefined && completed === undefined
        ? accept({ type: 'waived' })
        : refuse({
            code: 'revocation/already-answered',
            text: text('已经陈述完毕或者放弃过了。', 'You have made your full statement or waived it already.'),
          }),
  }),
  decide: m.command({
    title: text('决定撤销', 'Decide to revoke'),
    help: text(
      `提供者表明陈述完毕或放弃之后，或者告知后满 ${daysToAnswer} 个工作日（系统默认设置，并非法定期限），才可以决定。`,
      `Possible once the provider has made its full statement or waived it, or ${daysToAnswer} working days after the notice (a policy default of this system, not a time set by law).`,
    ),
    by: [networkParty(levels, 'supervisor')],
    from,
    to: ['revoked'],
    reason: 'required',
    clauses: ['final/33.1', 'draft/29.1'],
    input: z.strictObject({}),
    decide: (state, _input, context) => acceptUnless(hearingRefusals(state, context), { type: 'revoked' }),
  }),
  drop: m.command({
    title: text('不予撤销', 'Drop'),
    help: text(
      '理由不成立或者不足以撤销的，终止办理，备案继续有效。',
      'Where the grounds do not hold or do not suffice: the filing stands.',
    ),
    by: [networkParty(levels, 'supervisor')],
    from,
    to: ['dropped'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'dropped' }),
  }),
  lapse: lapseCommand(from),
  ...desk,
  // Either level may have proposed it, so either may say who works on it.
  assign: { ...desk.assign, ownDesk: false },
};
