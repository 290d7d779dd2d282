import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import { officeParty } from '../../engine/party.ts';
import { acceptUnless, refuse } from '../../engine/refusal.ts';
import { officeLevelOf } from '../common/desk.ts';
import { numberIn, partOf, wordsIn } from '../common/part.ts';
import { planForm } from './form.ts';
import { presetOf } from '../common/campaign-presets.ts';
import type { CampaignEvent, CampaignState } from './state.ts';

const m = matterOf<CampaignState, CampaignEvent>();

const badPeriod = {
  code: 'campaign/period',
  pointer: '/until',
  text: text('结束日期要在开始日期和今天之后。', 'The last day is after the first, and after today.'),
};

export const opening = m.opening<FormValues>({
  title: text('发起专项行动', 'Begin a campaign'),
  help: text(
    '选择依据的通知和时间，公布抽样种子的摘要，再确定对象。',
    'Choose the notice and the period and commit to the seed of the sample; then the targets.',
  ),
  by: [officeParty(['nation', 'province'], 'reviewer', 'supervisor')],
  to: 'planned',
  clauses: ['campaign/1', 'checklist/plan.1'],
  ...asking(planForm),
  decide: (given, { actor, ground, today }) => {
    const plan = shownValues(planForm, partOf(given));
    const [from, until] = [asCivilDate(wordsIn(plan, 'from')), asCivilDate(wordsIn(plan, 'until'))];
    const preset = presetOf(wordsIn(plan, 'preset'));
    if (from === undefined || until === undefined || preset === undefined) return refuse(badPeriod);
    return acceptUnless(until > from && until > today ? [] : [badPeriod], {
      type: 'opened',
      owner: null,
      place: ground.place,
      title: wordsIn(plan, 'name'),
      level: officeLevelOf(actor) ?? 'province',
      preset: preset.id,
      from,
      until,
      commitment: wordsIn(plan, 'commitment'),
      sampleSize: numberIn(plan, 'sampleSize') ?? 0,
      byGrade: plan['byGrade'] === true,
      plan,
    });
  },
});
