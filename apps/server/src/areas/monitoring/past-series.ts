import { longestPeriod, sourceKey, type Series } from '@suanjian/audit/monitoring';
import { bundlesSince, readFigures, watchedProviders, writeFigures } from '@suanjian/records';
import { addDays, type CivilDate } from '@suanjian/rulebook';
import type { Services } from '../../services.ts';
import { complaintsByOwner, daysFrom, distinctSources, fromBundles, fromComplaints } from './gather.ts';
import type { WatchedIndicator } from './indicators.ts';
import { putFigure, seriesIn } from './kept-figures.ts';

/**
 * Every series of an indicator over the past, read anew from the verified bundles and the complaints, so that a version that reads something new
 * has a past too. What was gathered is kept for its baseline.
 */
export const pastSeries = async (
  services: Services,
  indicator: WatchedIndicator,
  from: CivilDate,
  to: CivilDate,
): Promise<ReadonlyMap<string, Series>> => {
  const { store, keyring, random, now } = services;
  const first = addDays(from, -indicator.history.days);
  const sources = distinctSources([indicator]);
  const source = sourceKey(indicator);
  const { providers, bundles, complaints } = await store.asOwner(async (transaction) => ({
    providers: await watchedProviders(transaction),
    bundles: Map.groupBy(
      await bundlesSince(transaction, {
        after: '2000-01-01T00:00:00.000Z',
        until: now(),
        dayFrom: first,
        longest: longestPeriod,
      }),
      ({ organisation }) => organisation,
    ),
    complaints: await complaintsByOwner(transaction, { from: first, to }),
  }));
  const all = new Map<string, Series>();
  for (const organisation of new Set([...providers.map(({ id }) => id), ...bundles.keys()]))
    await store.asOwner(async (transaction) => {
      const gathered = [
        ...(await fromBundles(transaction, services, bundles.get(organisation) ?? [], sources)),
        ...fromComplaints(complaints.get(organisation) ?? [], daysFrom(first, to), sources),
      ];
      if (gathered.length === 0) return;
      const sheet = await readFigures(transaction, keyring, organisation, { from: first, to });
      const changed = gathered.filter((each) => putFigure(sheet, each.source, each.subject, each.day, each.figure));
      await writeFigures(
        transaction,
        keyring,
        random,
        organisation,
        sheet,
        new Set(changed.map(({ day }) => day.slice(0, 7))),
      );
      for (const [subject, series] of seriesIn(sheet, source)) all.set(`${organisation} ${subject}`, series);
    });
  return all;
};
