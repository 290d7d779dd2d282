import type { ClauseId, Measure, SanctionTrigger } from '../clause.ts';
import { measureWords, triggerWords } from '../clause-words.ts';
import { text, type Text } from '../text.ts';
import { leniencyOf } from './discretion.ts';
import { oneFine, type FineBasis } from './one-fine.ts';
import type { Established, Penalty } from './penalty.ts';
import type { SanctionOffer } from './sanctions.ts';

/** Why a penalty may not be imposed. */
export interface PenaltyFault {
  readonly code: string;
  readonly about: 'measures' | 'fine' | 'otherBasis';
  readonly text: Text;
  readonly clause?: ClauseId;
}

const fault = (code: string, about: PenaltyFault['about'], zh: string, en: string, clause?: string): PenaltyFault => ({
  code: `sanction/${code}`,
  about,
  text: text(zh, en),
  ...(clause === undefined ? {} : { clause: clause as ClauseId }),
});

export const isTriggered = (
  trigger: SanctionTrigger,
  { refusal, gravity }: Pick<Established, 'refusal' | 'gravity'>,
): boolean => {
  switch (trigger) {
    case 'violation':
      return true;
    case 'refusal':
      return refusal;
    case 'gravity':
      return gravity;
    case 'refusal-or-gravity':
      return refusal || gravity;
  }
};

const shown = ({ particular, basis }: SanctionOffer, established: Established): boolean =>
  !particular || established.particular.includes(basis);

/** The offers whose facts and trigger are established: what may really be imposed. */
export const openOffers = (offers: readonly SanctionOffer[], established: Established): readonly SanctionOffer[] =>
  offers.filter((offer) => shown(offer, established) && isTriggered(offer.trigger, established));

/** What takes a filing away rests on the regulation alone; no other law can stand in. */
const ofTheRegulation: ReadonlySet<Measure> = new Set(['revoke-filing', 'cancel-filing']);

const measureFaults = (
  measure: Measure,
  penalty: Penalty,
  offers: readonly SanctionOffer[],
  established: Established,
): readonly PenaltyFault[] => {
  const words = measureWords[measure];
  if (measure === 'other-law')
    return [
      fault(
        'not-a-measure',
        'measures',
        '「依照其他法律处理」不是处罚，请写明所依据的法律和具体处罚。',
        '“Under other laws” is no penalty: cite the law and say which penalty.',
      ),
    ];
  if (openOffers(offers, established).some((offer) => offer.measure === measure)) return [];
  if (penalty.otherBasis !== undefined && !ofTheRegulation.has(measure)) return [];
  const waiting = offers.find((offer) => offer.measure === measure && shown(offer, established));
  if (waiting !== undefined)
    return [
      fault(
        'not-triggered',
        'measures',
        `${words.zh}只在${triggerWords[waiting.trigger].zh}才能适用，本案没有认定。`,
        `A ${words.en} is possible only ${triggerWords[waiting.trigger].en}; nothing of that is established here.`,
        waiting.basis,
      ),
    ];
  const other = offers.find((offer) => offer.measure === 'other-law');
  return other === undefined
    ? [
        fault(
          'not-provided',
          'measures',
          `对所违反的条款，规定没有设${words.zh}。`,
          `For the clauses that were violated the rules provide no ${words.en}.`,
        ),
      ]
    : [
        fault(
          'other-basis-missing',
          'otherBasis',
          `本规定对所违反的条款没有设处罚，${words.zh}须写明所依据的其他法律、行政法规或者规章。`,
          `For the clauses that were violated this regulation sets no penalty: a ${words.en} cites the other law or rule it rests on.`,
          other.basis,
        ),
      ];
};

const yuan = (amount: number): string => amount.toLocaleString('en-US');

const fineFaults = (
  penalty: Penalty,
  offers: readonly SanctionOffer[],
  established: Established,
): readonly PenaltyFault[] => {
  const { measures, fine, otherBasis } = penalty;
  if (!measures.includes('fine'))
    return fine === undefined
      ? []
      : [fault('fine-not-chosen', 'fine', '没有选择罚款，不能写金额。', 'No fine is chosen, so there is no amount.')];
  const basis: FineBasis | undefined = oneFine(openOffers(offers, established), otherBasis);
  if (basis === undefined)
    return otherBasis === undefined
      ? [] // Said of the measure already.
      : [
          fault(
            'bounds-missing',
            'otherBasis',
            '罚款须写明所依据条款的最低和最高金额。',
            'A fine names the lowest and the highest amount of the article it rests on.',
          ),
        ];
  const clause = basis.from === 'regulation' ? basis.offer.basis : undefined;
  if (fine === undefined)
    return [fault('amount-missing', 'fine', '请写明罚款金额。', 'Say how much the fine is.', clause)];
  const { atLeast, atMost } = basis.bounds;
  const found: PenaltyFault[] = [];
  if (fine > atMost)
    found.push(
      fault(
        'over-bound',
        'fine',
        `罚款最高 ${yuan(atMost)} 元，不能是 ${yuan(fine)} 元。`,
        `The fine is ${yuan(atMost)} yuan at most and cannot be ${yuan(fine)}.`,
        clause,
      ),
    );
  if (fine <= 0 || (fine < atLeast && leniencyOf(established.circumstances).leniency === 'none'))
    found.push(
      fault(
        'under-bound',
        'fine',
        `罚款最低 ${yuan(atLeast)} 元；没有认定从轻或者减轻的情形，不能低于它。`,
        `The fine is ${yuan(atLeast)} yuan at least; nothing that mitigates it is established.`,
        clause ?? 'penalty-law/32',
      ),
    );
  if (basis.from === 'regulation')
    for (const companion of basis.offer.with)
      if (!measures.includes(companion))
        found.push(
          fault(
            'companion-missing',
            'measures',
            `罚款只能和${measureWords[companion].zh}一并作出。`,
            `The fine comes only together with the ${measureWords[companion].en}.`,
            clause,
          ),
        );
  return found;
};

/**
 * Everything that keeps a penalty from being imposed; empty for a sound one.
 * @param offers what the rules of the day of the act allow, see `applicableSanctions`.
 */
export const penaltyFaults = (
  penalty: Penalty,
  offers: readonly SanctionOffer[],
  established: Established,
): readonly PenaltyFault[] => {
  const { measures } = penalty;
  const chosen = measures.filter((measure) => measure !== 'order-to-correct');
  const spared = leniencyOf(established.circumstances);
  if (offers.length === 0)
    return [
      fault(
        'no-rule',
        'measures',
        '行为发生时没有规定设处罚，不能处罚。',
        'No rule in force at the time of the act sets a penalty for it.',
        'penalty-law/37',
      ),
    ];
  if (chosen.length === 0)
    return [fault('none-chosen', 'measures', '请选择处罚，或者不予处罚。', 'Choose a penalty, or decide on none.')];
  return [
    ...(spared.leniency === 'spare'
      ? [
          fault(
            'to-be-spared',
            'measures',
            '已认定不予处罚的情形，不能处罚。',
            'What is established asks for no penalty.',
            spared.clauses[0],
          ),
        ]
      : []),
    ...measures.flatMap((measure) => measureFaults(measure, penalty, offers, established)),
    ...fineFaults(penalty, offers, established),
    ...(established.corrected || measures.includes('order-to-correct')
      ? []
      : [
          fault(
            'correction-missing',
            'measures',
            '还没有改正，处罚时须一并责令改正。',
            'It has not been put right, so the penalty comes with an order to correct.',
            'penalty-law/28',
          ),
        ]),
  ];
};
