import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import { officeLevels, officeParty } from '../../engine/party.ts';
import { acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { presetOf } from '../common/campaign-presets.ts';
import { campaignBehind, type CampaignState } from '../campaign/definition.ts';
import { officeLevelOf } from '../common/desk.ts';
import { ownDateRefusals } from '../common/own-date.ts';
import { partOf, wordsIn } from '../common/part.ts';
import { gatherSupervised, unknownSupervised, type Supervised } from '../common/supervised.ts';
import { requestForm } from './form.ts';
import type { SelfInspectionEvent, SelfInspectionState } from './state.ts';
import { refusalFor } from '../common/refusal-for.ts';

const m = matterOf<SelfInspectionState, SelfInspectionEvent>();

type Campaign = Pick<CampaignState, 'targets' | 'progress' | 'preset'>;

interface Gathered {
  readonly about: Supervised | undefined;
  readonly campaign: Campaign | undefined;
}

const refusal = refusalFor('self-inspection');

/** What the list of a campaign says against asking this one. */
const listRefusals = (campaign: Campaign | undefined, written: string): readonly Refusal[] => {
  if (campaign === undefined) return [];
  const target = campaign.targets.find(({ key }) => key === written);
  if (target === undefined)
    return [refusal('not-on-the-list', '它不在专项行动的名单上。', 'It is not on the campaign’s list.', '/provider')];
  const stage = campaign.progress[target.key]?.stage;
  return stage === undefined || stage === 'withdrawn'
    ? []
    : [refusal('asked-already', '已经要求过它自查。', 'It has been asked already.', '/provider')];
};

export const opening = m.opening<FormValues, Gathered>({
  title: text('要求自查', 'Ask for a self-inspection'),
  help: text(
    '只有这家企业和主管部门看得到。企业随即收到通知。',
    'Only this company and offices see it, and the company is told at once.',
  ),
  by: [officeParty(officeLevels, 'reviewer', 'supervisor')],
  alsoOn: [{ kind: 'campaign', from: ['running'] }],
  to: 'asked',
  clauses: ['campaign/2.1', 'checklist/plan.1'],
  ...asking(requestForm),
  gather: async (values, lookups, { parent }) => {
    const campaign = await campaignBehind(lookups, parent);
    const written = wordsIn(values, 'provider');
    // The list may name a service that nothing is filed for; whose it is stands beside it.
    const target = campaign?.targets.find(({ key }) => key === written);
    const { about } = await gatherSupervised(target?.number ?? target?.name ?? written, lookups, {});
    return { about, campaign };
  },
  decide: (given, { gathered: { about, campaign }, actor, parent, today, calendar }) => {
    const request = shownValues(requestForm, partOf(given));
    const written = wordsIn(request, 'provider');
    const refusals = listRefusals(campaign, written);
    const unknown = refusals.length > 0 ? [] : unknownSupervised(about, actor, '/provider');
    const due = asCivilDate(wordsIn(request, 'by'));
    const preset = presetOf(campaign?.preset ?? wordsIn(request, 'preset'));
    const [first] = [
      ...refusals,
      ...unknown,
      ...(preset === undefined ? [refusal('no-tasks', '请选择任务。', 'Choose the tasks.', '/preset')] : []),
    ];
    if (about === undefined || due === undefined || preset === undefined || first !== undefined)
      return refuse(first ?? { code: 'date/missing', pointer: '/by', text: text('请填写完成日期。', 'Set the day.') });
    return acceptUnless(ownDateRefusals(due, today, { calendar }, '/by'), {
      type: 'opened',
      owner: about.owner,
      place: about.place,
      title: about.name,
      level: officeLevelOf(actor) ?? 'province',
      preset: preset.id,
      request: { ...request, preset: preset.id },
      due,
      ...(about.number === undefined ? {} : { number: about.number }),
      ...(parent === undefined ? {} : { parent: { kind: parent.kind, id: parent.id } }),
      ...(campaign === undefined ? {} : { target: written }),
    });
  },
});
