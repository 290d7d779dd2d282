import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { OrganisationFacts } from '../../engine/lookups.ts';
import { providerParty } from '../../engine/party.ts';
import { acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { askingAt } from '../common/asking-at.ts';
import { missingInPart, partOf, partRefusals, wordsIn } from '../common/part.ts';
import { subjectForm } from './form.ts';
import type { EthicsReviewEvent, EthicsReviewState } from './state.ts';

const m = matterOf<EthicsReviewState, EthicsReviewEvent>();

interface Gathered {
  readonly organisation: OrganisationFacts | undefined;
  readonly missing: readonly string[];
  /** The provider's own filing of the number that was given. */
  readonly filing: MatterId | undefined;
}

const notYours: Refusal = {
  code: 'ethics/unknown-number',
  pointer: '/subject/number',
  text: text('本单位没有这个编号的备案，请核对。', 'Your organisation has no filing of this number. Check it.'),
};

export const opening = m.opening<{ readonly subject: FormValues }, Gathered>({
  title: text('开始伦理审查', 'Begin an ethics review'),
  help: text(
    '新算法上线前、已有算法有实质变动时，由本单位的伦理委员会审查。填了备案编号的，挂在该备案下。',
    'Before a new algorithm goes live, or one changes materially, your ethics committee reviews it. With a filing number it stands on that filing.',
  ),
  by: [providerParty('officer')],
  to: 'composing',
  clauses: ['final/7', 'opinions/4'],
  ...askingAt('subject', subjectForm),
  gather: async ({ subject }, lookups, { ground: { owner } }) => {
    const number = wordsIn(subject, 'number');
    const own = owner === undefined || number === '' ? undefined : await lookups.ownerOfNumber(number);
    return {
      organisation: owner === undefined ? undefined : await lookups.organisation(owner),
      missing: await missingInPart(subjectForm, subject, lookups),
      filing: own === undefined || own.owner !== owner ? undefined : (await lookups.holderOfNumber(number))?.matter,
    };
  },
  decide: ({ subject }, { gathered: { organisation, missing, filing } }) => {
    if (organisation === undefined)
      return refuse({
        code: 'ethics/no-organisation',
        text: text('找不到您所在的单位，请联系管理员。', 'Your organisation is not known here. Ask the administrator.'),
      });
    const values = partOf(subject);
    const number = wordsIn(values, 'number');
    return acceptUnless(
      [
        ...partRefusals(subjectForm, values, 'subject', missing),
        ...(number !== '' && filing === undefined ? [notYours] : []),
      ],
      {
        type: 'opened',
        owner: organisation.id,
        place: organisation.place,
        subject: values,
        ...(filing === undefined ? {} : { parent: { kind: 'filing', id: filing }, filing, number }),
      },
    );
  },
});
