import type { CivilDate } from '../civil-date.ts';
import type { Clause, ClauseId, Edition, Measure, SanctionStep, SanctionTrigger } from '../clause.ts';
import { editions as everyEdition } from '../rulebook.ts';
import { clausesHolding, type LawChoice } from './applicable-law.ts';

/** Yuan, both included. */
export interface FineBounds {
  readonly atLeast: number;
  readonly atMost: number;
}

/** Something that may be imposed for certain violated clauses. */
export interface SanctionOffer {
  readonly measure: Measure;
  readonly trigger: SanctionTrigger;
  /** Only a fine has bounds. */
  readonly bounds?: FineBounds;
  /** Measures without which this one may not be imposed. */
  readonly with: readonly Measure[];
  /** The clause that allows it. */
  readonly basis: ClauseId;
  /** The violated clauses it answers, in the edition that holds for the act. */
  readonly violated: readonly ClauseId[];
  /** Answers a particular way of breaking the clause only, such as a filing obtained by falsehood; the facts must show that way. */
  readonly particular: boolean;
}

/** Correction is ordered with every penalty, whatever the clause that allows the penalty says of it. */
const correctionClause = 'penalty-law/28' as ClauseId;

interface Covering {
  readonly violated: Clause;
  readonly by: Clause;
  readonly steps: readonly SanctionStep[];
}

const coveringOf = (violated: Clause, editions: readonly Edition[]): readonly Covering[] =>
  (editions.find(({ id }) => id === violated.edition)?.clauses ?? []).flatMap((by) =>
    by.sanction?.covers.includes(violated.id) === true ? [{ violated, by, steps: by.sanction.steps }] : [],
  );

const offered = ({ violated, by }: Covering, step: SanctionStep): SanctionOffer => ({
  measure: step.measure,
  trigger: step.trigger,
  ...(step.bounds === undefined ? {} : { bounds: step.bounds }),
  with: step.with ?? [],
  basis: by.id,
  violated: [violated.id],
  particular: violated.sanctionedBy !== by.id,
});

/** The same measure on the same basis for several clauses is one offer. */
const joined = (offers: readonly SanctionOffer[]): readonly SanctionOffer[] => {
  const found = new Map<string, SanctionOffer>();
  for (const offer of offers) {
    const key = `${offer.basis} ${offer.measure}`;
    const known = found.get(key);
    found.set(
      key,
      known === undefined
        ? offer
        : {
            ...known,
            violated: [...new Set([...known.violated, ...offer.violated])],
            particular: known.particular && offer.particular,
          },
    );
  }
  return [...found.values()];
};

/**
 * Everything that may be imposed for violated clauses, by the rules in force on the day of the act (of its end, where it went on), in the order
 * in which the rules name it. Empty where no rule in force then asked for it, or none sets a sanction.
 */
export const sanctionsFor = (
  clauses: readonly string[],
  act: CivilDate,
  choice: LawChoice = {},
): readonly SanctionOffer[] => {
  const { editions = everyEdition } = choice;
  const holding = [...new Set(clauses.flatMap((id) => clausesHolding(id, act, choice)))];
  const offers = joined(
    holding
      .flatMap((violated) => coveringOf(violated, editions))
      .flatMap((covering) => covering.steps.map((step) => offered(covering, step))),
  );
  if (offers.length === 0 || offers.some(({ measure }) => measure === 'order-to-correct')) return offers;
  return [
    ...offers,
    {
      measure: 'order-to-correct',
      trigger: 'violation',
      with: [],
      basis: correctionClause,
      violated: [...new Set(offers.flatMap(({ violated }) => violated))],
      particular: false,
    },
  ];
};

/** Of these, nothing but a reference to other laws: no amount, no measure of their own. */
export const onlyOtherLaws = (offers: readonly SanctionOffer[]): boolean =>
  offers.length > 0 &&
  offers.every(({ measure, basis, particular }) => particular || measure === 'other-law' || basis === correctionClause);
