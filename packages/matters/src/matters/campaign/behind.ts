import type { CommandContext } from '../../engine/definition.ts';
import type { Lookups } from '../../engine/lookups.ts';
import type { CampaignState } from './state.ts';

/** The campaign that another matter is opened on, as its own folder has written it. */
export const campaignBehind = async (
  lookups: Pick<Lookups, 'matter'>,
  parent: CommandContext<undefined>['parent'],
): Promise<CampaignState | undefined> => {
  const facts = parent === undefined ? undefined : await lookups.matter(parent.kind, parent.id);
  return facts?.kind === 'campaign' ? (facts.state as unknown as CampaignState) : undefined;
};
