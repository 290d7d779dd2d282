import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import { acceptUnless, refuse } from '../../engine/refusal.ts';
import { basisRefusals } from '../common/basis.ts';
import { notInFuture } from '../common/days.ts';
import { partOf, wordsIn } from '../common/part.ts';
import { gatherSupervised, unknownSupervised, type SupervisedFacts } from '../common/supervised.ts';
import { headParty } from '../common/team/commands.ts';
import { beginningRefusals, gatherBeginner, type Beginner } from '../common/team/opening.ts';
import { firstMember } from '../common/team/state.ts';
import { aboutFields, openingForm } from './form.ts';
import { refusal } from './refusals.ts';
import type { OfficialAssessmentEvent, OfficialAssessmentState } from './state.ts';

const m = matterOf<OfficialAssessmentState, OfficialAssessmentEvent>();

interface Gathered extends SupervisedFacts {
  readonly beginner: Beginner | undefined;
}

const split = (values: FormValues): { readonly form: FormValues; readonly plan: FormValues } => {
  const { given: _given, free: _free, ...rest } = values;
  const entries = Object.entries(rest);
  return {
    form: Object.fromEntries(entries.filter(([name]) => name in aboutFields)),
    plan: Object.fromEntries(entries.filter(([name]) => !(name in aboutFields))),
  };
};

export const opening = m.opening<FormValues, Gathered>({
  title: text('发起评估', 'Begin an assessment by the office'),
  help: text(
    '由负责人发起，自己先承诺保密、声明没有利益冲突。启动以后企业才知道。',
    'Begun by a head, who undertakes confidentiality and declares no conflict in doing so. The company knows once it is started.',
  ),
  by: [headParty],
  fromWarning: true,
  to: 'preparing',
  clauses: ['final/28.1', 'draft/24.1', 'opinions/8', 'final/29'],
  ...asking(openingForm),
  gather: async (values, lookups, context) => {
    const facts = await gatherSupervised(wordsIn(values, 'provider'), lookups, context);
    return { ...facts, beginner: await gatherBeginner(lookups, context.actor, facts.about?.owner) };
  },
  decide: (given, { gathered: { about, references, beginner }, actor, today, edition }) => {
    const values = shownValues(openingForm, partOf(given));
    const [unknown] = unknownSupervised(about, actor, '/provider');
    if (about === undefined || unknown !== undefined)
      return refuse(unknown ?? refusal('unknown-provider', '没有找到。', 'Not found.'));
    const begun = beginningRefusals(given, beginner);
    if (beginner === undefined) return acceptUnless(begun);
    const until = asCivilDate(wordsIn(values, 'periodUntil'));
    return acceptUnless(
      [
        ...begun,
        ...basisRefusals([wordsIn(values, 'basis')], edition).map((each) => ({ ...each, pointer: '/basis' })),
        ...(until === undefined ? [] : notInFuture(until, today, '/periodUntil')),
        ...(wordsIn(values, 'periodUntil') < wordsIn(values, 'periodFrom')
          ? [refusal('period-backwards', '时段的结束早于开始。', 'The period ends before it begins.', '/periodUntil')]
          : []),
      ],
      {
        type: 'opened',
        owner: about.owner,
        place: about.place,
        title: about.name,
        ...split(values),
        behind: references,
        planner: firstMember(beginner.account, beginner.post, today),
        ...(about.filing === undefined ? {} : { filing: about.filing }),
        ...(about.number === undefined ? {} : { number: about.number }),
      },
    );
  },
});
