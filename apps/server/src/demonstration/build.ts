import type { Instant } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { civilDateOf } from '@suanjian/rulebook';
import type { Assembly } from '../assemble.ts';
import { StartFault } from '../start-fault.ts';
import { playCampaigns } from './campaigns.ts';
import { playChanges } from './changes.ts';
import { playEthicsReview } from './committee.ts';
import { playDiscretion } from './discretion.ts';
import { playDuties } from './duties.ts';
import { playCancellations, playCorrections, playRevocations } from './endings.ts';
import { gatherEnsemble, type DemonstrationAccount } from './ensemble.ts';
import { playFilingReminders } from './filing-reminders.ts';
import { playFiledFilings, playOpenFilings } from './filings.ts';
import { playInspections } from './inspections.ts';
import { playMonitoring } from './monitoring.ts';
import { playOfficialAssessments } from './official-assessments.ts';
import { playOrders } from './orders.ts';
import { playRedress } from './redress.ts';
import { playRegistrations } from './registrations.ts';
import { createStage } from './stage.ts';
import { demonstrationHindrance, demonstrationStanding, isUnused, markDemonstration } from './standing.ts';
import { playStandards } from './standards.ts';
import { playViolations } from './violations.ts';

export type { DemonstrationAccount } from './ensemble.ts';
export { demonstrationHindrance } from './standing.ts';

/** Whether a first start has to build one: nobody has used the installation, or an earlier build was broken off. */
export const demonstrationWanted = async (store: Pick<Store, 'database'>): Promise<boolean> =>
  (await demonstrationStanding(store))?.state === 'building' || (await isUnused(store));

export interface BuildOptions {
  readonly now: () => Instant;
}

/**
 * Plays the demonstration into an installation that nobody has used: fictional organisations with accounts, and matters in every state
 * that commands can reach, dated back from today. All of it by the commands that people give. An installation that holds one already is
 * left alone and no account is answered; one whose build was broken off is brought to its end.
 * @throws StartFault when the settings do not allow a demonstration, or the installation is in use
 */
export const buildDemonstration = async (
  { services, auth }: Pick<Assembly, 'services' | 'auth'>,
  { now }: BuildOptions,
): Promise<readonly DemonstrationAccount[]> => {
  const { store, config } = services;
  const standing = await demonstrationStanding(store);
  if (standing?.state === 'built') return [];
  const hindrance = demonstrationHindrance(config);
  if (hindrance !== undefined) throw new StartFault(hindrance);
  if (standing === undefined && !(await isUnused(store)))
    throw new StartFault({
      zh: '这个数据目录已在使用，演示数据只建在空的目录里。请用 DATA_DIR=… 换一个目录。',
      en: 'This data folder is in use already; a demonstration is only built in an empty one. Choose another folder with DATA_DIR=….',
    });
  const today = standing?.today ?? civilDateOf(now());
  await markDemonstration(store, { state: 'building', today });
  const ensemble = await gatherEnsemble({ services, auth });
  const stage = createStage({ services }, { ensemble, today, now });
  await playRegistrations(stage);
  const filings = await playFiledFilings(stage);
  await playRevocations(stage, filings);
  await playChanges(stage, filings);
  await playCancellations(stage, filings);
  await playCorrections(stage, filings);
  await playOpenFilings(stage);
  await playDuties(stage, filings);
  await playEthicsReview(stage, filings);
  await playRedress(stage, filings);
  await playOrders(stage, filings);
  await playOfficialAssessments(stage, filings);
  await playViolations(stage, await playInspections(stage));
  await playCampaigns(stage, filings);
  await playFilingReminders(stage, filings);
  await playStandards(stage);
  await playMonitoring(stage, services, filings);
  await playDiscretion(stage);
  await markDemonstration(store, { state: 'built', today });
  return ensemble.accounts;
};
