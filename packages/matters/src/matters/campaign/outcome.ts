import type { MatterId } from '../../engine/identity.ts';
import type { Lookups } from '../../engine/lookups.ts';
import type { CampaignState, Outcome } from './state.ts';

/**
 * What became of a campaign's findings: inspections opened on it, and the orders that came of those and of its self-inspections. Whoever closes it
 * counts what they may see; an inspection is its team's.
 */
export const outcomeOf = async (
  { progress, reminders }: CampaignState,
  campaign: MatterId,
  lookups: Pick<Lookups, 'openedOn'>,
): Promise<Outcome> => {
  const asked = Object.values(progress).map(({ selfInspection }) => selfInspection);
  const first = await lookups.openedOn([campaign, ...asked]);
  const visits = first.filter(({ kind, parent }) => kind === 'inspection' && parent === campaign);
  const orders = [...first, ...(await lookups.openedOn(visits.map(({ id }) => id)))].filter(
    ({ kind }) => kind === 'rectification',
  );
  return {
    inspected: visits.length,
    orders: orders.length,
    ordersEnded: orders.filter(({ final }) => final).length,
    remindersFiled: Object.values(reminders).filter(({ stage }) => stage === 'filed').length,
  };
};
