import type { PublicCampaignModel, PublicCampaignsModel } from '@suanjian/contracts';
import { campaignPresets, publicCampaign, type CampaignState } from '@suanjian/matters';
import { findMadePublic } from '@suanjian/records';
import { text } from '@suanjian/rulebook';
import type { Services } from '../../../services.ts';
import { isId, readForPublic } from './reading.ts';

type Needed = Pick<Services, 'store' | 'matters'>;

const kind = 'campaign';
const most = 200;

export const findCampaign = async (services: Needed, id: string): Promise<PublicCampaignModel | undefined> => {
  const found = isId(id) ? await readForPublic(services, kind, id) : undefined;
  const shown = found === undefined ? undefined : publicCampaign(found.state as unknown as CampaignState);
  if (found === undefined || shown === undefined) return undefined;
  const preset = campaignPresets.find((each) => each.id === shown.preset);
  return {
    ...shown,
    id,
    place: found.state['level'] === 'nation' ? '000000' : found.place,
    preset: preset?.title ?? text(shown.preset, shown.preset),
    clauses: preset?.clauses ?? [],
    tasks: (preset?.tasks ?? []).map(({ clause, title }) => ({ clause, title })),
  };
};

/** Campaigns whose progress is shown now, the latest first. */
export const campaignsModel = async (services: Needed): Promise<PublicCampaignsModel> => {
  const { items } = await findMadePublic(services.store.database, kind, { size: most });
  const read = [];
  for (const { id } of items) read.push(await findCampaign(services, id));
  return { items: read.filter((each) => each !== undefined) };
};
