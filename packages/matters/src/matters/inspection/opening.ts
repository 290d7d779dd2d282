import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import { acceptUnless, refuse } from '../../engine/refusal.ts';
import { basisRefusals } from '../common/basis.ts';
import { clausesIn } from '../common/clause-list.ts';
import { partOf, wordsIn } from '../common/part.ts';
import { gatherSupervised, unknownSupervised, type SupervisedFacts } from '../common/supervised.ts';
import { headParty } from '../common/team/commands.ts';
import { beginningRefusals, gatherBeginner, type Beginner } from '../common/team/opening.ts';
import { firstMember } from '../common/team/state.ts';
import { planForm } from './plan-forms.ts';
import { datesIn, datesRefusals, refusal } from './refusals.ts';
import type { InspectionEvent, InspectionState } from './state.ts';

const m = matterOf<InspectionState, InspectionEvent>();

const datesMissing = refusal('dates-missing', '请填写日期。', 'Set the dates.', '/visitOn');

interface Gathered extends SupervisedFacts {
  readonly beginner: Beginner | undefined;
}

export const opening = m.opening<FormValues, Gathered>({
  title: text('拟定检查', 'Plan an inspection'),
  help: text(
    '由负责人发起，自己先承诺保密、声明没有利益冲突。到时间之前企业在任何地方都看不到。',
    'Begun by a head, who undertakes confidentiality and declares no conflict in doing so. Until its time comes the company finds no trace of it.',
  ),
  by: [headParty],
  // Of what the inspected can see, none: that would be a sign of it.
  alsoOn: [{ kind: 'campaign', from: ['running', 'closed'] }],
  fromWarning: true,
  to: 'preparing',
  clauses: ['final/28.1', 'draft/24.1', 'campaign/2.2', 'final/29', 'draft/25'],
  ...asking(planForm),
  gather: async (values, lookups, context) => {
    const facts = await gatherSupervised(
      wordsIn(values, 'provider'),
      lookups,
      context.warning === undefined ? {} : { warning: context.warning },
    );
    return { ...facts, beginner: await gatherBeginner(lookups, context.actor, facts.about?.owner) };
  },
  decide: (given, { gathered: { about, references, beginner }, actor, parent, today, calendar, edition }) => {
    const { given: _given, free: _free, ...plan } = shownValues(planForm, partOf(given));
    const [unknown] = unknownSupervised(about, actor, '/provider');
    if (about === undefined || unknown !== undefined)
      return refuse(unknown ?? refusal('unknown-provider', '没有找到。', 'Not found.'));
    const dates = datesIn(plan);
    if (dates === undefined) return refuse(datesMissing);
    const begun = beginningRefusals(given, beginner);
    if (beginner === undefined) return acceptUnless(begun);
    return acceptUnless(
      [
        ...begun,
        ...datesRefusals(dates, { today, calendar }),
        ...basisRefusals([wordsIn(plan, 'basis')], edition).map((each) => ({ ...each, pointer: '/basis' })),
      ],
      {
        type: 'opened',
        owner: about.owner,
        place: about.place,
        title: about.name,
        plan,
        clauses: clausesIn(plan),
        dates,
        behind: references,
        planner: firstMember(beginner.account, beginner.post, today),
        ...(about.filing === undefined ? {} : { filing: about.filing }),
        ...(about.number === undefined ? {} : { number: about.number }),
        ...(parent === undefined ? {} : { parent: { kind: parent.kind, id: parent.id } }),
      },
    );
  },
});
