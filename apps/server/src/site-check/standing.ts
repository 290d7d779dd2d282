import type { SiteVisit } from '@suanjian/records';
import { civilDateOf } from '@suanjian/rulebook';
import { troubleOf } from './trouble.ts';

/** Policy default, no clause: a site that cannot be read counts as showing nothing after visits on this many days. */
export const daysAway = 3;

/** As audits say it: `not-enough-data` is a site that was not seen well enough to say. */
export type SiteVerdict = 'pass' | 'fail' | 'not-enough-data';

export interface AddressStanding {
  readonly address: string;
  /** Number and link to the public record (final/26). */
  readonly badge: SiteVerdict;
  /** The notice (final/16). */
  readonly notice: SiteVerdict;
  /** Days in a row on which the site was away, up to now. */
  readonly away: number;
  /** Days in a row on which something was missing or the site was away, up to now. */
  readonly troubled: number;
  readonly latest: SiteVisit;
}

/** Without script a thing that is not seen may still be there. */
const verdictOf = (shows: boolean, way: SiteVisit['way']): SiteVerdict =>
  shows ? 'pass' : way === 'browser' ? 'fail' : 'not-enough-data';

/** On how many days in a row the newest visits found nothing to read. */
const awayDays = (visits: readonly SiteVisit[]): number => {
  const present = visits.findIndex(({ outcome }) => outcome.kind === 'read');
  const away = present === -1 ? visits : visits.slice(0, present);
  return new Set(away.map(({ at }) => civilDateOf(at))).size;
};

const standingAt = (visits: readonly SiteVisit[], latest: SiteVisit): AddressStanding => {
  const away = awayDays(visits);
  const { address } = latest;
  const troubled = troubleOf(visits).days;
  if (away >= daysAway) return { address, badge: 'fail', notice: 'fail', away, troubled, latest };
  // A site that is away for a day or two still counts as it was last seen.
  for (const { outcome, way } of visits)
    if (outcome.kind === 'read') {
      const { number, link, notice } = outcome.findings;
      return {
        address,
        badge: verdictOf(number && link, way),
        notice: verdictOf(notice !== 'absent', way),
        away,
        troubled,
        latest,
      };
    }
  return { address, badge: 'not-enough-data', notice: 'not-enough-data', away, troubled, latest };
};

/** Where each address stands. @param visits the newest first; addresses that are no longer filed are left out */
export const siteStanding = (visits: readonly SiteVisit[], addresses: readonly string[]): readonly AddressStanding[] =>
  addresses.flatMap((address) => {
    const own = visits.filter((visit) => visit.address === address);
    const [latest] = own;
    return latest === undefined ? [] : [standingAt(own, latest)];
  });

const gravest: readonly SiteVerdict[] = ['fail', 'not-enough-data', 'pass'];

/** The gravest of several; none when nothing was visited. */
export const together = (verdicts: readonly SiteVerdict[]): SiteVerdict | undefined =>
  gravest.find((verdict) => verdicts.includes(verdict));

const day = 24 * 3_600_000;

/** Milliseconds to the next visit: a week, a day while something is missing and the office not yet told. */
export const untilNext = (standing: readonly AddressStanding[]): number =>
  standing.some(({ troubled }) => troubled > 0 && troubled < daysAway) ? day : 7 * day;
