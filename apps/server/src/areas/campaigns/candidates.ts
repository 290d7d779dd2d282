import type { Transaction } from 'kysely';
import type { CampaignCandidates } from '@suanjian/contracts';
import { keyOfProspect, reasonsFor, reasonText, type CampaignState, type ProspectQuery } from '@suanjian/matters';
import { findProspects, type Database } from '@suanjian/records';

/** Whom a query finds among what the transaction's scope sees, with the reasons, and whether a campaign's list has them already. */
export const candidatesFor = async (
  transaction: Transaction<Database>,
  query: ProspectQuery,
  listed: Pick<CampaignState, 'targets'> | undefined,
): Promise<CampaignCandidates> => {
  const { items, more } = await findProspects(transaction, query);
  const keys = new Set(listed?.targets.map(({ key }) => key));
  return {
    more,
    items: items.flatMap((each) => {
      const reasons = reasonsFor(query, each);
      const key = keyOfProspect(each);
      return reasons === undefined ? [] : [{ ...each, key, reasons: reasons.map(reasonText), onList: keys.has(key) }];
    }),
  };
};
