import type { Transaction } from 'kysely';
import {
  judgeDay,
  longestPeriod,
  officeDay,
  shownValue,
  sourceKey,
  type Judged,
  type Series,
  type Warned,
} from '@suanjian/audit/monitoring';
import type { Instant, MatterId, OrganisationId } from '@suanjian/matters';
import {
  bundlesSince,
  continueWarning,
  latestRun,
  listSilences,
  raiseWarning,
  readFigures,
  recordRun,
  standingWarning,
  watchedProviders,
  writeFigures,
  type Database,
  type MonitoringRun,
} from '@suanjian/records';
import { addDays, civilDateOf, type CivilDate } from '@suanjian/rulebook';
import type { Services } from '../../services.ts';
import { complaintsByOwner, daysFrom, distinctSources, fromBundles, fromComplaints, type Gathered } from './gather.ts';
import { bringDefaults, watchedIndicators, type WatchedIndicator } from './indicators.ts';
import { putFigure, seriesIn } from './kept-figures.ts';

/** How far back figures are gathered when there are none yet, and how late a bundle may come and still be judged. */
const firstReach = 120;
const latestArrival = 7;
/** A series that warns again within these days goes on with its warning. */
const sameWarning = 7;
const beginning = '2000-01-01T00:00:00.000Z' as Instant;

/** What a run is made with. */
export type MonitoringPorts = Pick<Services, 'store' | 'keyring' | 'now' | 'newId' | 'random'>;

interface Candidate {
  readonly organisation: OrganisationId;
  readonly place: string;
  readonly subject: string;
  readonly series: Series;
  readonly bundles: readonly NonNullable<Gathered['bundle']>[];
}

interface Judging {
  readonly key: Candidate;
  readonly judged: Judged;
}

export type RanMonitoring = MonitoringRun & { readonly already: boolean };

/**
 * The office's day (opinions/7): what came in since the last run is gathered, judged, and warned of. One run a day over all providers, so that
 * the stated rate is that of the day; a second one on the same day does nothing.
 */
export const runMonitoring = async (services: MonitoringPorts): Promise<RanMonitoring> => {
  const { store, now } = services;
  const at = now();
  const day = civilDateOf(at);
  const begun = await store.asOwner(async (transaction) => {
    const last = await latestRun(transaction);
    if (last !== undefined && last.day >= day) return { last };
    await bringDefaults(transaction, at);
    const yesterday = addDays(day, -1);
    const from = last === undefined ? addDays(day, -firstReach) : last.day;
    const after = last?.seenUntil ?? beginning;
    return {
      indicators: (await watchedIndicators(transaction)).filter(({ status }) => status !== 'retired'),
      bundles: Map.groupBy(
        await bundlesSince(transaction, {
          after,
          until: at,
          dayFrom: addDays(day, -firstReach),
          longest: longestPeriod,
        }),
        ({ organisation }) => organisation,
      ),
      complaints: await complaintsByOwner(transaction, { from, to: yesterday }),
      providers: await watchedProviders(transaction),
      days: daysFrom(from, yesterday),
      // Of the days before there was any monitoring only the last is judged.
      judgeFrom: last === undefined ? yesterday : from,
    };
  });
  if ('last' in begun && begun.last !== undefined) return { ...begun.last, already: true };
  if (begun.indicators === undefined) throw new Error('a run that has not been made has indicators');

  const { indicators, bundles, complaints, providers, days, judgeFrom } = begun;
  const sources = distinctSources(indicators);
  const judgings = new Map<WatchedIndicator, Judging[]>(indicators.map((indicator) => [indicator, []]));
  const places = new Map(providers.map(({ id, place }) => [id, place]));
  for (const found of bundles.values())
    for (const { organisation, place } of found) if (!places.has(organisation)) places.set(organisation, place);
  for (const [organisation, place] of places) {
    const found = bundles.get(organisation) ?? [];
    await store.asOwner(async (transaction) => {
      const gathered = [
        ...(await fromBundles(transaction, services, found, sources)),
        ...fromComplaints(complaints.get(organisation) ?? [], days, sources),
      ];
      await judgeProvider(transaction, services, {
        organisation,
        place,
        gathered,
        indicators,
        judgings,
        judgeFrom,
        day,
      });
    });
  }
  const ran = store.asOwner(async (transaction) => {
    const told = await tell(transaction, services, judgings, day, at);
    const run: MonitoringRun = { day, at, seenUntil: at, ...told };
    if (await recordRun(transaction, run)) return { ...run, already: false };
    // Another server was quicker: what this one has raised is undone with the transaction.
    throw new RunMadeElsewhere();
  });
  return ran.catch(async (error: unknown) => {
    const made = error instanceof RunMadeElsewhere ? await store.asOwner(latestRun) : undefined;
    if (made === undefined) throw error;
    return { ...made, already: true };
  });
};

/** Two servers made the run of a day at once; the slower one leaves no trace. */
class RunMadeElsewhere extends Error {}

const judgeProvider = async (
  transaction: Transaction<Database>,
  { keyring, random }: MonitoringPorts,
  given: {
    readonly organisation: OrganisationId;
    readonly place: string;
    readonly gathered: readonly Gathered[];
    readonly indicators: readonly WatchedIndicator[];
    readonly judgings: ReadonlyMap<WatchedIndicator, Judging[]>;
    readonly judgeFrom: CivilDate;
    readonly day: CivilDate;
  },
): Promise<void> => {
  const { organisation, place, gathered, indicators, judgings, judgeFrom, day } = given;
  if (gathered.length === 0) return;
  const sheet = await readFigures(transaction, keyring, organisation, {
    from: addDays(day, -firstReach - 31),
    to: day,
  });
  const changed = gathered.filter((each) => putFigure(sheet, each.source, each.subject, each.day, each.figure));
  const months = new Set(changed.map((each) => each.day.slice(0, 7)));
  await writeFigures(transaction, keyring, random, organisation, sheet, months);
  for (const indicator of indicators) {
    const source = sourceKey(indicator);
    const series = seriesIn(sheet, source);
    const earliest = indicator.reads.source === 'complaints' ? judgeFrom : addDays(day, -latestArrival);
    for (const each of gathered) {
      if (each.source !== source || each.day < earliest) continue;
      const own = series.get(each.subject);
      const judged = own === undefined ? undefined : judgeDay(own, each.day, indicator);
      if (own === undefined || judged === undefined) continue;
      const bundles = gathered.flatMap(({ bundle, source: from, day: on, subject }) =>
        bundle !== undefined && from === source && on === each.day && subject === each.subject ? [bundle] : [],
      );
      judgings.get(indicator)?.push({
        key: { organisation, place: each.place ?? place, subject: each.subject, series: own, bundles },
        judged,
      });
    }
  }
};

const filingIn = (subject: string): MatterId | undefined =>
  /^filing:([0-9a-f-]{36})/u.exec(subject)?.[1] as MatterId | undefined;

const historyOf = (series: Series, day: CivilDate, days: number): [string, number | null][] =>
  [...series]
    .filter(([at]) => at <= day && at >= addDays(day, -days))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([at, figure]) => [at, shownValue(figure) ?? null]);

/** Raises what survives the office's day, save what has a warning standing. Indicators on trial warn of nothing. */
const tell = async (
  transaction: Transaction<Database>,
  { keyring, random, newId }: MonitoringPorts,
  judgings: ReadonlyMap<WatchedIndicator, readonly Judging[]>,
  day: CivilDate,
  at: Instant,
): Promise<Pick<MonitoringRun, 'tested' | 'warned' | 'silenced' | 'continued'>> => {
  const silences = new Set(
    (await listSilences(transaction, day)).map(
      ({ organisation, indicator, subject }) => `${organisation} ${indicator} ${subject}`,
    ),
  );
  let [tested, warned, silenced, continued] = [0, 0, 0, 0];
  for (const [indicator, judged] of judgings) {
    if (indicator.status !== 'live') continue;
    const told = officeDay(judged, indicator);
    tested += told.tested;
    for (const each of told.warned.toSorted((one, other) => (one.judged.day < other.judged.day ? -1 : 1))) {
      const { organisation, subject } = each.key;
      // An office that has silenced the series is kept from it by row security; others are told all the same.
      if (silences.has(`${organisation} ${indicator.id} ${subject}`)) silenced += 1;
      const standing = await standingWarning(transaction, {
        organisation,
        indicator: indicator.id,
        subject,
        since: addDays(each.judged.day, -sameWarning),
      });
      if (standing !== undefined) {
        await continueWarning(transaction, { id: standing, day: each.judged.day, at });
        continued += 1;
        continue;
      }
      await raiseWarning(transaction, keyring, random, {
        id: newId(),
        indicator: indicator.id,
        version: indicator.version,
        createdAt: at,
        ...warningOf(each, told.tested, indicator.history.days),
      });
      warned += 1;
    }
  }
  return { tested, warned, silenced, continued };
};

const warningOf = ({ key, judged, q }: Warned<Candidate>, tested: number, days: number) => {
  const filing = filingIn(key.subject);
  return {
    organisation: key.organisation,
    place: key.place,
    subject: key.subject,
    day: judged.day,
    ...(filing === undefined ? {} : { filing }),
    content: {
      seen: judged.seen,
      expected: judged.expected,
      usual: [judged.usual[0], judged.usual[1]] satisfies [number, number],
      p: judged.p,
      q,
      tested,
      direction: judged.direction,
      dispersion: judged.dispersion,
      past: judged.past,
      ...(judged.days === 1 ? {} : { days: judged.days }),
      history: historyOf(key.series, judged.day, days),
      bundles: [...key.bundles],
    },
  };
};
