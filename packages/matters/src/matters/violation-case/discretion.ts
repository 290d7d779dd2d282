import { oneFine, openOffers, type CivilDate, type Penalty } from '@suanjian/rulebook';
import type { Lookups } from '../../engine/lookups.ts';
import type { Actor } from '../../engine/party.ts';
import type { ClockRules } from '../../engine/rules.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { citationFor, type CitedStandard, type DiscretionState } from '../discretion/definition.ts';
import { establishedBy, sanctionsIn } from './penalty-of.ts';
import { caseRefusal } from './refusals.ts';
import type { Findings } from './state.ts';

/** The published standards of the office that decides, if it has any (penalty-law/34). */
export const standardsOf = async (
  actor: Actor,
  lookups: Pick<Lookups, 'standing'>,
): Promise<DiscretionState | undefined> =>
  actor.kind === 'person' && actor.membership?.kind === 'office'
    ? ((await lookups.standing('discretion', actor.membership.organisation))?.state as DiscretionState | undefined)
    : undefined;

/** The standard that a fine falls under; none where it rests on another law, or the office has published none for its clause. */
export const citedBy = (
  penalty: Penalty,
  findings: Findings,
  standards: DiscretionState | undefined,
  context: { readonly today: CivilDate } & Pick<ClockRules, 'chosenEdition'>,
): CitedStandard | undefined => {
  if (penalty.fine === undefined) return undefined;
  const { offers } = sanctionsIn(findings, context.today, context);
  const basis = oneFine(openOffers(offers, establishedBy(findings)), penalty.otherBasis);
  return basis?.from === 'regulation'
    ? citationFor(standards, { clause: basis.offer.basis, fine: penalty.fine, day: context.today })
    : undefined;
};

/** A fine outside every step of the standard says why. */
export const departureRefusals = (cited: CitedStandard | undefined, departure: string): readonly Refusal[] =>
  cited === undefined || cited.gravities.length > 0 || departure !== ''
    ? []
    : [
        caseRefusal(
          'departs-without-reason',
          `金额不在本机关裁量基准（第 ${cited.version} 版）的任何阶次之内，请写明偏离的理由。`,
          `The amount lies within no step of your office's standard of discretion (version ${cited.version}). Say why it departs.`,
          { pointer: '/departure', clause: 'penalty-law/34' },
        ),
      ];
