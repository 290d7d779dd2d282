import { z } from 'zod';
import { gradingScheme, text, type Grading } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import type { AccountId, MatterId } from '../../../engine/identity.ts';
import type { Actor } from '../../../engine/party.ts';
import { matterParty, providerParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import type { AssessmentEvent, AssessmentState, Signature } from '../state.ts';

const m = matterOf<AssessmentState, AssessmentEvent>();

const accountOf = (actor: Actor): AccountId | undefined => (actor.kind === 'person' ? actor.account : undefined);

/** States in which an assessment is the one that holds. */
const standing: ReadonlySet<string> = new Set(['signed', 'sent', 'read']);

export const sendBack = m.command({
  title: text('退给编辑', 'Give it back'),
  help: text('负责人不签，写明要改什么。', 'Not signed; say what is to be changed.'),
  by: [providerParty('officer')],
  from: ['submitted'],
  to: ['draft', 'returned'],
  reason: 'required',
  input: z.strictObject({}),
  decide: () => accept({ type: 'sent-back' }),
});

interface SigningFacts {
  readonly officers: readonly AccountId[];
  readonly grade: string | undefined;
  /** The assessment whose place this takes, while it still stands. */
  readonly supersedes: MatterId | undefined;
}

/** The cadence of the grade; of the lowest where nothing has been graded. Policy of the platform, as the scheme itself says. */
const cadenceOf = (grade: string | undefined): Signature['cadence'] => {
  const band =
    gradingScheme.bands.find((each) => each.grade === grade) ?? gradingScheme.bands[gradingScheme.bands.length - 1];
  if (band === undefined) throw new RangeError('the grading scheme has no bands');
  return { months: band.reviewEveryMonths, grade: band.grade, graded: band.grade === grade };
};

const ownWork: Refusal = {
  code: 'assessment/own-work',
  clause: 'final/7',
  text: text(
    '最后一处修改是您写的，请由另一位负责人签署。只有本单位没有其他负责人时，才可以自写自签。',
    'The last answer was written by you; another officer has to sign. Only where your organisation has no other officer may one person do both.',
  ),
};

export const sign = m.command({
  title: text('签署', 'Sign'),
  help: text(
    '由负责人签署并对结果负责。最后的修改者不能自己签，除非本单位只有一位负责人。下次评估的期限按备案等级计算，是本平台的默认政策。',
    'The responsible officer signs and answers for the result. Whoever wrote last cannot sign, unless there is no other officer. The next one falls due by the grade of the filing: a default policy of this platform.',
  ),
  by: [providerParty('officer')],
  from: ['submitted'],
  to: ['signed'],
  clauses: ['final/7', 'final/8', 'safety-2018/3'],
  input: z.strictObject({}),
  gather: async ({ owner, filing, supersedes }, _input, lookups): Promise<SigningFacts> => {
    const filed = filing === undefined ? undefined : await lookups.matter('filing', filing);
    const older = supersedes === undefined ? undefined : await lookups.matter('assessment', supersedes);
    return {
      officers: owner === null ? [] : await lookups.holdersOf('officer', owner),
      grade: (filed?.state['grading'] as Grading | undefined)?.grade,
      supersedes: older !== undefined && standing.has(older.state.status) ? older.id : undefined,
    };
  },
  decide: ({ lastEditor }, _input, { actor, gathered: { officers, grade, supersedes } }) => {
    const alsoEditor = accountOf(actor) === lastEditor;
    if (alsoEditor && officers.some((officer) => officer !== lastEditor)) return refuse(ownWork);
    return accept<AssessmentEvent>({
      type: 'signed',
      alsoEditor,
      cadence: cadenceOf(grade),
      ...(supersedes === undefined ? {} : { supersedes }),
    });
  },
});

const notAnother: Refusal = {
  code: 'assessment/no-successor',
  pointer: '/by',
  text: text(
    '只能由本单位另一件已签署的评估取代。',
    'Only another assessment of your organisation that has been signed can take its place.',
  ),
};

const noReason: Refusal = {
  code: 'assessment/no-successor-no-reason',
  pointer: '/reason',
  text: text(
    '没有接替的评估，请写明为什么不再评估，例如服务已经停止。',
    'Nothing takes its place. Say why it is assessed no more, for example that the service has ended.',
  ),
};

export const supersede = m.command({
  title: text('取代或终止', 'Supersede or end'),
  help: text(
    '由更新的评估取代，新的签署时自动办理；服务停止、不再评估的，说明理由即可终止。',
    'A newer assessment takes its place; done when that one is signed. Where a service has ended, a reason ends it without a successor.',
  ),
  by: [matterParty('assessment'), providerParty('officer')],
  from: ['signed', 'sent', 'read'],
  to: ['superseded'],
  reason: 'optional',
  input: z.strictObject({ by: z.string().min(1).max(80).optional() }),
  gather: async ({ owner }, { by }, lookups, { matter, actor }): Promise<boolean> => {
    if (actor.kind === 'matter' || by === undefined) return true;
    const newer = await lookups.matter('assessment', by as MatterId);
    return newer !== undefined && newer.id !== matter && newer.owner === owner && standing.has(newer.state.status);
  },
  decide: (_state, { by }, { gathered: known, reason = '' }) => {
    const unexplained = by === undefined && reason.trim() === '';
    return acceptUnless<AssessmentEvent>([...(known ? [] : [notAnother]), ...(unexplained ? [noReason] : [])], {
      type: 'superseded',
      ...(by === undefined ? {} : { by: by as MatterId }),
    });
  },
});
