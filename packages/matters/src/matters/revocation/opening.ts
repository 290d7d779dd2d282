import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { draftSchemaFor, merged } from '../../engine/form.ts';
import { networkParty } from '../../engine/party.ts';
import { acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { basisInput, basisRefusals } from '../common/basis.ts';
import { gatherParent, notFiled, openedOn, type ParentFacts } from '../common/parent-filing.ts';
import { attachmentsIn, submissionRefusals } from '../common/submission.ts';
import { proposalForm } from './form.ts';
import { dayToAnswer } from './hearing.ts';
import type { RevocationEvent, RevocationState } from './state.ts';

const m = matterOf<RevocationState, RevocationEvent>();

/** The clauses under which a filing may be revoked. */
const powers: ReadonlySet<string> = new Set(['final/33.1', 'draft/29.1']);

const input = z.strictObject({ proposal: draftSchemaFor(proposalForm), basis: basisInput });
type Input = z.infer<typeof input>;

interface Gathered extends ParentFacts {
  readonly missing: readonly string[];
}

/** The same refusals, pointing into the proposal. */
const inProposal = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.map((refusal) =>
    refusal.pointer === undefined ? refusal : { ...refusal, pointer: refusal.pointer.replace(/^\/form/, '/proposal') },
  );

export const opening = m.opening<Input, Gathered>({
  title: text('拟撤销备案', 'Propose to revoke'),
  help: text(
    '备案是以不正当手段取得的，先告知提供者拟撤销的事实、理由和依据，听取陈述和申辩，再作决定。',
    'For a filing obtained by improper means: the provider is first told the facts, reasons and basis, and heard, before the decision.',
  ),
  by: [networkParty(['nation', 'province'], 'supervisor')],
  clauses: ['final/33.1', 'draft/29.1'],
  on: { kind: 'filing', from: ['filed'] },
  to: 'proposed',
  asks: 'own-screen',
  input,
  gather: async ({ proposal }, lookups, context) => ({
    ...(await gatherParent('revocation', lookups, context)),
    missing: await lookups.missingAttachments(
      attachmentsIn(proposalForm, merged({}, proposal)).map(({ attachment }) => attachment.hash),
    ),
  }),
  decide: ({ proposal, basis }, { gathered: { filing, alreadyOpen, missing }, edition, today, calendar }) => {
    if (filing === undefined) return refuse(notFiled);
    const values = merged({}, proposal);
    const refusals: readonly Refusal[] = [
      ...inProposal(submissionRefusals(proposalForm, values, missing)),
      ...basisRefusals(basis, edition),
      ...(basis.some((clause) => powers.has(clause))
        ? []
        : [
            {
              code: 'revocation/power-not-cited',
              pointer: '/basis',
              clause: edition === 'draft' ? 'draft/29.1' : 'final/33.1',
              text: text('撤销备案应当引用授权撤销的条款。', 'A revocation cites the clause that allows it.'),
            },
          ]),
      ...(alreadyOpen.length === 0
        ? []
        : [
            {
              code: 'revocation/already-open',
              text: text('这项备案的撤销已经在办理中。', 'A revocation of this filing is under way already.'),
            },
          ]),
    ];
    return acceptUnless(refusals, {
      ...openedOn(filing),
      proposal: values,
      basis,
      answerBy: dayToAnswer(today, { calendar }),
    });
  },
});
