import type { Transaction } from 'kysely';
import type { SiteStandingAnswer, SiteVisitAnswer } from '@suanjian/contracts';
import { findRecord, listSiteVisits, siteWatchStanding, type Database, type SiteVisit } from '@suanjian/records';
import type { Services } from '../../services.ts';
import { pageFaultWords } from '../../site-check/reader.ts';
import { siteAddresses } from '../../site-check/sought.ts';
import { siteStanding, together } from '../../site-check/standing.ts';
import type { NamedFiling } from '../audits/filing.ts';
import { checkTitles, siteStatements } from './statements.ts';

/** Of one filing, the newest. */
const mostVisits = 60;

const visitAnswer = ({ id, address, at, askedBy, way, outcome, hasScreenshot }: SiteVisit): SiteVisitAnswer => ({
  id,
  address,
  at,
  askedBy: askedBy === 'schedule' || askedBy === 'operator' ? askedBy : 'person',
  way,
  ...(outcome.kind === 'read' ? { findings: outcome.findings } : { fault: pageFaultWords(outcome.fault) }),
  hasScreenshot,
});

/** All there is to say of a filing that the transaction's scope may see. */
export const standingAnswer = async (
  transaction: Transaction<Database>,
  { now }: Pick<Services, 'now'>,
  filing: NamedFiling,
  mayAsk: boolean,
): Promise<SiteStandingAnswer> => {
  const visits = await listSiteVisits(transaction, { matter: filing.id, most: mostVisits });
  const watch = await siteWatchStanding(transaction, filing.id, now());
  const record = filing.number === undefined ? undefined : await findRecord(transaction, filing.number);
  const addresses = record === undefined || record.status !== 'filed' ? [] : siteAddresses(record.content);
  const sites = siteStanding(visits, addresses);
  const badge = together(sites.map((site) => site.badge));
  const notice = together(sites.map((site) => site.notice));
  return {
    filing: {
      id: filing.id,
      title: filing.title,
      ...(filing.number === undefined ? {} : { number: filing.number }),
    },
    verdicts: [
      ...(badge === undefined
        ? []
        : [{ check: 'site-badge' as const, title: checkTitles['site-badge'], clause: 'final/26', verdict: badge }]),
      ...(notice === undefined
        ? []
        : [{ check: 'site-notice' as const, title: checkTitles['site-notice'], clause: 'final/16', verdict: notice }]),
    ],
    sites: sites.map((site) => ({ address: site.address, badge: site.badge, notice: site.notice, away: site.away })),
    addresses: [...addresses],
    visits: visits.map(visitAnswer),
    running: watch?.running ?? false,
    ...(watch === undefined ? {} : { nextAt: watch.nextAt }),
    mayAsk: mayAsk && addresses.length > 0,
    statements: [...siteStatements],
  };
};
