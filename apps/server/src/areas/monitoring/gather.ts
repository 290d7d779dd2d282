import type { Transaction } from 'kysely';
import {
  algorithmSubject,
  observationsIn,
  pooled,
  sourceKey,
  wholeProvider,
  type Figure,
  type Indicator,
  type Observation,
} from '@suanjian/audit/monitoring';
import type { MatterId, OrganisationId } from '@suanjian/matters';
import {
  countComplaints,
  findAuditBundle,
  KeyErased,
  type bundlesSince,
  type ComplaintCount,
  type Database,
} from '@suanjian/records';
import { addDays, type CivilDate } from '@suanjian/rulebook';
import type { Services } from '../../services.ts';
import { bundleOf } from '../audits/standing.ts';

/** A figure of one source, and the bundle that it comes from. */
export interface Gathered extends Observation {
  readonly source: string;
  /** Of the filing, where the figure is about one. */
  readonly place?: string;
  readonly bundle?: { readonly id: string; readonly filing: MatterId; readonly hash: string };
}

/** Indicators that read the same are read once. */
export const distinctSources = (indicators: readonly Indicator[]): ReadonlyMap<string, Indicator> =>
  new Map(indicators.map((indicator) => [sourceKey(indicator), indicator]));

type Found = Awaited<ReturnType<typeof bundlesSince>>[number];

/** What the bundles of one provider say to the indicators; one whose key was erased says nothing any more. */
export const fromBundles = async (
  transaction: Transaction<Database>,
  { keyring }: Pick<Services, 'keyring'>,
  bundles: readonly Found[],
  sources: ReadonlyMap<string, Indicator>,
): Promise<readonly Gathered[]> => {
  const gathered: Gathered[] = [];
  for (const { id, matter, place } of bundles) {
    try {
      const kept = await findAuditBundle(transaction, keyring, id);
      if (kept === undefined) continue;
      const bundle = bundleOf(kept);
      const from = { id, filing: matter, hash: kept.hash };
      for (const [source, indicator] of sources)
        for (const observation of observationsIn(bundle, matter, indicator))
          gathered.push({ ...observation, source, place, bundle: from });
    } catch (error) {
      if (!(error instanceof KeyErased)) throw error;
    }
  }
  return [...gathered, ...ofWholeProviders(gathered, sources)];
};

/** Figures of several algorithms as one, for indicators that watch the provider. */
const ofWholeProviders = (
  gathered: readonly Gathered[],
  sources: ReadonlyMap<string, Indicator>,
): readonly Gathered[] =>
  [...sources].flatMap(([source, { per, reads }]) => {
    if (per !== 'provider' || reads.source !== 'audit') return [];
    const days = Map.groupBy(
      gathered.filter((each) => each.source === source),
      ({ day }) => day,
    );
    return [...days].flatMap(([day, each]) => {
      const figure = pooled(each.map(({ figure: own }) => own));
      return figure === undefined ? [] : [{ source, subject: wholeProvider, day, figure }];
    });
  });

const countedFor = (counts: readonly ComplaintCount[], kinds: readonly string[], day: CivilDate): number =>
  counts.reduce((sum, each) => (each.day === day && kinds.includes(each.kind) ? sum + each.count : sum), 0);

/** Counts of complaints of one provider on each of these days: none at all is a figure too. */
export const fromComplaints = (
  counts: readonly ComplaintCount[],
  days: readonly CivilDate[],
  sources: ReadonlyMap<string, Indicator>,
): readonly Gathered[] =>
  [...sources].flatMap(([source, { per, reads }]) => {
    if (reads.source !== 'complaints' || per === 'service') return [];
    const figureOn = (of: readonly ComplaintCount[], day: CivilDate): Figure => ({
      kind: 'count',
      count: countedFor(of, reads.kinds, day),
    });
    if (per === 'provider')
      return days.map((day) => ({ source, subject: wholeProvider, day, figure: figureOn(counts, day) }));
    const filings = Map.groupBy(
      counts.filter(({ filing }) => filing !== undefined),
      ({ filing }) => filing ?? '',
    );
    return [...filings].flatMap(([filing, of]) =>
      days.map((day) => ({ source, subject: algorithmSubject(filing), day, figure: figureOn(of, day) })),
    );
  });

export const complaintsByOwner = async (
  transaction: Transaction<Database>,
  period: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<ReadonlyMap<OrganisationId, readonly ComplaintCount[]>> =>
  Map.groupBy(await countComplaints(transaction, period), ({ owner }) => owner);

/** Every day from the first to the last. */
export const daysFrom = (first: CivilDate, last: CivilDate): readonly CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};
