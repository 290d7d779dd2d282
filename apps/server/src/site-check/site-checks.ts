import type { Instant, MatterId } from '@suanjian/matters';
import {
  claimDueSiteWatch,
  claimSiteWatch,
  enrolSiteWatches,
  findRecord,
  keepSiteVisit,
  listSiteVisits,
  releaseSiteWatch,
  type SiteWatch,
} from '@suanjian/records';
import type { Services } from '../services.ts';
import type { OpenReader } from './open-reader.ts';
import { siteAddresses, soughtOf } from './sought.ts';
import { siteStanding, untilNext } from './standing.ts';
import { tellTrouble } from './tell-trouble.ts';
import { visitSite, type Visited } from './visit.ts';

export type SiteCheckServices = Pick<Services, 'store' | 'keyring' | 'random' | 'now' | 'newId' | 'config'>;

/** For everything at one address. */
const visitMilliseconds = 60_000;
/** Longer than all addresses of a filing can take. */
const claimMilliseconds = 15 * 60_000;
/** Between two visits of a filing that people ask for. */
export const askingMilliseconds = 10 * 60_000;
/** Enough to judge five addresses by, with their days away. */
export const judgedVisits = 60;

export interface SiteChecks {
  /** Visits the filing that is due first; false when none is. */
  runDue(askedBy?: string): Promise<MatterId | false>;
  /** Visits this filing now. `false`: it stands under no number, or somebody is at it. */
  run(matter: MatterId, askedBy: string): Promise<boolean>;
  /** As `run`, without waiting for its end. `false` also when it was asked for a short while ago. */
  begin(matter: MatterId, askedBy: string): Promise<boolean>;
  /** Ends running visits and waits for them. */
  stop(): Promise<void>;
}

const later = (now: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(now) + milliseconds).toISOString() as Instant;

export const createSiteChecks = (
  { store, keyring, random, now, newId, config }: SiteCheckServices,
  openReader: OpenReader,
): SiteChecks => {
  const stopping = new AbortController();
  const running = new Set<Promise<unknown>>();
  // One browser at a time is what a small machine can spare.
  let last: Promise<unknown> = Promise.resolve();

  const visitOnce = async (address: string, sought: Parameters<typeof visitSite>[2]) => {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(visitMilliseconds)]);
    const reader = await openReader(signal);
    try {
      const visited: Visited = await visitSite(reader, address, sought);
      return { ...visited, way: reader.way };
    } finally {
      await reader.close();
    }
  };

  const visitUnlessBroken = async (watch: SiteWatch, askedBy: string): Promise<void> => {
    try {
      await visitAll(watch, askedBy);
    } catch (error) {
      // Nothing is said about the site; tomorrow is early enough for another try.
      await store.asOwner((transaction) => releaseSiteWatch(transaction, watch.matter, later(now(), 24 * 3_600_000)));
      throw error;
    }
  };

  const visitAll = async ({ matter, organisation, number }: SiteWatch, askedBy: string): Promise<void> => {
    const record = await findRecord(store.database, number);
    const addresses = record === undefined ? [] : siteAddresses(record.content);
    if (record !== undefined)
      for (const address of addresses) {
        const visited = await visitOnce(address, soughtOf(record, config));
        // What was cut short says nothing about the site.
        if (stopping.signal.aborted) return;
        const at = now();
        await store.asOwner(async (transaction) => {
          await keepSiteVisit(
            transaction,
            { id: newId(), matter, organisation, address, at, askedBy, ...visited },
            keyring,
            random,
          );
          await tellTrouble(transaction, { matter, address, at, most: judgedVisits });
        });
      }
    await store.asOwner(async (transaction) => {
      const visits = await listSiteVisits(transaction, { matter, most: judgedVisits });
      await releaseSiteWatch(transaction, matter, later(now(), untilNext(siteStanding(visits, addresses))));
    });
  };

  const inTurn = (watch: SiteWatch, askedBy: string): Promise<void> => {
    const before = last;
    const turn = async (): Promise<void> => {
      await before;
      if (!stopping.signal.aborted) await visitUnlessBroken(watch, askedBy);
    };
    const work = turn();
    const settled = work.catch(() => undefined);
    last = settled;
    running.add(settled);
    void settled.finally(() => running.delete(settled));
    return work;
  };

  const claim = (matter: MatterId, asked: boolean): Promise<SiteWatch | undefined> => {
    const at = now();
    const until = later(at, claimMilliseconds);
    return store.asOwner((transaction) =>
      claimSiteWatch(transaction, matter, {
        now: at,
        until,
        ...(asked ? { askedSince: later(at, -askingMilliseconds) } : {}),
      }),
    );
  };

  return {
    runDue: async (askedBy = 'schedule') => {
      const at = now();
      const watch = await store.asOwner(async (transaction) => {
        await enrolSiteWatches(transaction, at);
        return claimDueSiteWatch(transaction, { now: at, until: later(at, claimMilliseconds) });
      });
      if (watch === undefined) return false;
      await inTurn(watch, askedBy);
      return watch.matter;
    },
    run: async (matter, askedBy) => {
      const watch = await claim(matter, false);
      if (watch === undefined) return false;
      await inTurn(watch, askedBy);
      return true;
    },
    begin: async (matter, askedBy) => {
      const watch = await claim(matter, true);
      if (watch === undefined) return false;
      // What goes wrong leaves the claim to run out; the next visit is due by then.
      void inTurn(watch, askedBy).catch(() => undefined);
      return true;
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
};
