import {
  measureWords,
  openOffers,
  text,
  triggerWords,
  type ApplicableSanctions,
  type Established,
  type Measure,
  type SanctionTrigger,
} from '@suanjian/rulebook';
import type { FormValues, Option } from '../../../engine/form.ts';
import { choice, choices, count, fieldsOf, list, short, yesNo } from '../../common/fields.ts';
import { caseForm } from './lead.ts';

const measureOptions: readonly Option[] = (Object.keys(measureWords) as Measure[]).map((value) => ({
  value,
  label: measureWords[value],
}));
const triggerOptions: readonly Option[] = (Object.keys(triggerWords) as SanctionTrigger[]).map((value) => ({
  value,
  label: triggerWords[value],
}));
const whyOptions: readonly Option[] = [
  { value: 'at-the-act', label: text('行为时的规定', 'The rules at the time of the act') },
  { value: 'lighter-since', label: text('之后更轻的规定', 'Lighter rules since') },
  { value: 'chosen', label: text('本平台选定的版本', 'The edition this installation has chosen') },
];

const proposal = fieldsOf('proposal', 'public');
const yuan = text('元', 'yuan');
const optional = { required: false } as const;

/** What the rules propose; nobody fills it in. */
export const proposalForm = caseForm(
  'proposal',
  ['按规定可以适用的处罚', 'What the rules propose'],
  [
    '由违反的条款和行为日期得出；选用行为时的规定，之后的更轻的用更轻的。',
    'From the clauses and the days of the act: the rules of that time, or lighter ones since.',
  ],
  {
    edition: proposal(['适用的规定', 'Rules applied'], ['规定的版本。', 'The edition.'], short(40), optional),
    because: proposal(['为什么', 'Why these'], ['选用的理由。', 'Why they apply.'], choice(whyOptions), optional),
    offers: proposal(
      ['处罚', 'Sanctions'],
      ['没有任何一项的，行为发生时没有规定设处罚。', 'None where no rule in force at the act sets any.'],
      list(
        {
          measure: proposal(['处罚', 'Sanction'], ['种类。', 'Kind.'], choice(measureOptions)),
          basis: proposal(['依据', 'Basis'], ['条款。', 'The clause.'], short(40)),
          trigger: proposal(
            ['条件', 'Trigger'],
            ['什么时候可以适用。', 'When it is possible.'],
            choice(triggerOptions),
          ),
          met: proposal(['条件已认定', 'Established'], ['按现在的认定。', 'As things stand.'], yesNo),
          particular: proposal(
            ['只用于特别情形', 'For a particular case only'],
            ['例如骗取备案。', 'Such as a filing obtained by falsehood.'],
            yesNo,
          ),
          atLeast: proposal(['最低', 'Lowest'], ['罚款的最低金额。', 'Of a fine.'], count(yuan), optional),
          atMost: proposal(['最高', 'Highest'], ['罚款的最高金额。', 'Of a fine.'], count(yuan), optional),
          with: proposal(
            ['须一并作出', 'Only together with'],
            ['缺一不可。', 'Not without it.'],
            choices(measureOptions, 0),
            optional,
          ),
        },
        0,
        60,
      ),
      optional,
    ),
  },
);

const nothingYet: Established = { refusal: false, gravity: false, particular: [], circumstances: [], corrected: false };

/** The proposal as values of its form. */
export const proposalOf = (
  { edition, because, offers }: ApplicableSanctions,
  established: Established = nothingYet,
): FormValues => {
  const open = openOffers(offers, established);
  return {
    ...(edition === undefined ? {} : { edition, because }),
    offers: offers.map((offer) => ({
      measure: offer.measure,
      basis: offer.basis,
      trigger: offer.trigger,
      met: open.includes(offer),
      particular: offer.particular,
      ...(offer.bounds === undefined ? {} : offer.bounds),
      ...(offer.with.length === 0 ? {} : { with: offer.with }),
    })),
  };
};
