import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import { matterOf, type OpenedOn } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import { officeLevels, officeParty } from '../../engine/party.ts';
import { acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { clausesIn } from '../common/clause-list.ts';
import { notInFuture } from '../common/days.ts';
import { officeLevelOf } from '../common/desk.ts';
import { partOf, wordsIn } from '../common/part.ts';
import { gatherSupervised, unknownSupervised, type SupervisedFacts } from '../common/supervised.ts';
import { leadForm } from './forms/lead.ts';
import { proposalOf } from './forms/proposal.ts';
import { actRefusals } from './guards.ts';
import { sanctionsIn } from './penalty-of.ts';
import type { ActDates, CaseEvent, CaseState } from './state.ts';

const m = matterOf<CaseState, CaseEvent>();

/** What a case may be opened on, besides standing alone. */
export const caseGrounds: readonly OpenedOn[] = [
  { kind: 'filing', from: ['filed', 'cancelled', 'revoked'] },
  { kind: 'complaint', from: ['with-office', 'escalated', 'queried', 'decided'] },
  { kind: 'assessment', from: ['sent', 'read'] },
  { kind: 'inspection', from: ['closed'] },
  { kind: 'official-assessment', from: ['closed'] },
  { kind: 'rectification', from: ['overdue', 'answered', 'refused', 'rectified'] },
];

/** The dates of an act, as a lead or findings give them. */
export const actOf = (values: FormValues, today: CivilDate): ActDates => {
  const until = values['goesOn'] === true ? undefined : asCivilDate(wordsIn(values, 'until'));
  return {
    from: asCivilDate(wordsIn(values, 'from')) ?? today,
    graveHarm: values['graveHarm'] === true,
    ...(until === undefined ? {} : { until }),
  };
};

const discoveryRefusals = (discovered: CivilDate, { from }: ActDates, today: CivilDate): readonly Refusal[] => [
  ...notInFuture(discovered, today, '/discovered'),
  ...(discovered < from
    ? [
        {
          code: 'violation-case/discovered-before',
          pointer: '/discovered',
          text: text('不能在行为开始之前就发现。', 'It cannot have been learnt of before it began.'),
        },
      ]
    : []),
];

export const opening = m.opening<FormValues, SupervisedFacts>({
  title: text('登记违法线索', 'Register a lead'),
  help: text(
    '登记线索并带上所属事项的证据；由负责人指定两名办案人员立案。企业看不到线索。',
    'A lead, with the evidence of the matter it is opened on. A supervisor names two officers and opens the case. The company does not see a lead.',
  ),
  by: [officeParty(officeLevels, 'reviewer', 'supervisor')],
  alsoOn: caseGrounds,
  fromWarning: true,
  to: 'lead',
  clauses: [
    'opinions/11',
    'penalty-law/54',
    'final/31',
    'final/32',
    'final/33.1',
    'draft/27',
    'draft/28',
    'draft/29.1',
  ],
  ...asking(leadForm),
  gather: (lead, lookups, context) => gatherSupervised(wordsIn(lead, 'provider'), lookups, context),
  decide: (given, { gathered: { about, parent, references }, actor, today, chosenEdition }) => {
    const lead = shownValues(leadForm, partOf(given));
    const [unknown] = unknownSupervised(about, actor, '/provider');
    if (about === undefined || unknown !== undefined)
      return refuse(
        unknown ?? { code: 'supervision/unknown-provider', text: text('没有这个提供者。', 'No such provider.') },
      );
    const act = actOf(lead, today);
    const discovered = asCivilDate(wordsIn(lead, 'discovered')) ?? today;
    return acceptUnless([...actRefusals(act, today), ...discoveryRefusals(discovered, act, today)], {
      type: 'opened',
      owner: about.owner,
      place: about.place,
      title: about.name,
      level: officeLevelOf(actor) ?? 'province',
      source: wordsIn(lead, 'source'),
      lead: { ...lead, provider: wordsIn(lead, 'provider') || about.name },
      proposal: proposalOf(sanctionsIn({ clauses: clausesIn(lead), act }, today, { chosenEdition })),
      suspected: clausesIn(lead),
      act,
      discovered,
      references,
      ...(parent === undefined ? {} : { parent: { kind: parent.kind, id: parent.id } }),
      ...(about.filing === undefined ? {} : { filing: about.filing }),
      ...(about.number === undefined ? {} : { number: about.number }),
    });
  },
});
