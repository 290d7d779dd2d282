import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { Lookups, MatterFacts } from '../../engine/lookups.ts';
import { officeLevels, officeParty } from '../../engine/party.ts';
import { acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { campaignBehind, isUnfiled, type CampaignState } from '../campaign/definition.ts';
import { officeLevelOf } from '../common/desk.ts';
import { ownDateRefusals } from '../common/own-date.ts';
import { partOf, wordsIn } from '../common/part.ts';
import { gatherSupervised, unknownSupervised, type Supervised } from '../common/supervised.ts';
import { reminderForm } from './form.ts';
import type { FilingReminderEvent, FilingReminderState } from './state.ts';

const m = matterOf<FilingReminderState, FilingReminderEvent>();

type Campaign = Pick<CampaignState, 'targets' | 'reminders'>;

interface Gathered {
  readonly about: Supervised | undefined;
  readonly campaign: Campaign | undefined;
  readonly known: readonly MatterId[];
}

const refusal = (code: string, zh: string, en: string): Refusal => ({
  code: `filing-reminder/${code}`,
  pointer: '/provider',
  text: text(zh, en),
});

const listRefusals = (campaign: Campaign | undefined, written: string): readonly Refusal[] => {
  if (campaign === undefined) return [];
  const target = campaign.targets.find(({ key }) => key === written);
  if (target === undefined)
    return [refusal('not-on-the-list', '它不在专项行动的名单上。', 'It is not on the campaign’s list.')];
  if (!isUnfiled(target))
    return [refusal('has-filed', '它有备案，不需要督促。', 'It has a filing; there is nothing to remind of.')];
  return campaign.reminders[written] === undefined
    ? []
    : [
        refusal(
          'reminded-already',
          '已经督促过它，会自动再次提醒。',
          'It has been reminded, and will be again by itself.',
        ),
      ];
};

/** Filings that were submitted, whatever became of them. */
export const submittedFilings = async (
  owner: NonNullable<MatterFacts['owner']>,
  lookups: Pick<Lookups, 'filingsOf'>,
): Promise<readonly { readonly id: MatterId; readonly status: string }[]> =>
  (await lookups.filingsOf(owner)).filter(({ status }) => status !== 'draft');

export const opening = m.opening<FormValues, Gathered>({
  title: text('督促备案', 'Remind to file'),
  help: text(
    '应当备案而没有备案的，通知企业；没有备案也没有答复的到期自动再提醒。',
    'Tells a company that it should have filed, and again by itself until it has filed or answered.',
  ),
  by: [officeParty(officeLevels, 'reviewer', 'supervisor')],
  alsoOn: [{ kind: 'campaign', from: ['running'] }],
  to: 'sent',
  clauses: ['campaign/2.3', 'final/24.1', 'draft/20.1', 'opinions/9'],
  ...asking(reminderForm),
  gather: async (values, lookups, { parent }) => {
    const campaign = await campaignBehind(lookups, parent);
    const written = wordsIn(values, 'provider');
    const target = campaign?.targets.find(({ key }) => key === written);
    const { about } = await gatherSupervised(target?.name ?? written, lookups, {});
    const known = about === undefined ? [] : await submittedFilings(about.owner, lookups);
    return { about, campaign, known: known.map(({ id }) => id) };
  },
  decide: (given, { gathered: { about, campaign, known }, actor, parent, today, calendar }) => {
    const reminder = shownValues(reminderForm, partOf(given));
    const written = wordsIn(reminder, 'provider');
    const refusals = listRefusals(campaign, written);
    const due = asCivilDate(wordsIn(reminder, 'by'));
    const [first] = [...refusals, ...(refusals.length > 0 ? [] : unknownSupervised(about, actor, '/provider'))];
    if (about === undefined || due === undefined || first !== undefined)
      return refuse(first ?? { code: 'date/missing', pointer: '/by', text: text('请填写日期。', 'Set the day.') });
    return acceptUnless(ownDateRefusals(due, today, { calendar }, '/by'), {
      type: 'opened',
      owner: about.owner,
      place: about.place,
      title: about.name,
      level: officeLevelOf(actor) ?? 'province',
      reminder,
      due,
      known,
      ...(parent === undefined ? {} : { parent: { kind: parent.kind, id: parent.id } }),
      ...(campaign === undefined ? {} : { target: written }),
    });
  },
});
