import { erasePending, forgetOrigins, gatherStatistics } from '@suanjian/records';
import { civilDateOf, type CivilDate } from '@suanjian/rulebook';
import type { Outbound } from '../outbound/outbound.ts';
import type { Services } from '../services.ts';
import type { SiteChecks } from '../site-check/site-checks.ts';
import { warnOfDeadlines } from './deadlines.ts';
import { deliverDue, type DeliveryPorts } from './deliver.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mailer.ts';
import { storedMembers, type Members } from './members.ts';
import { letLapse } from './lapses.ts';
import { runMonitoring } from '../areas/monitoring/run.ts';
import { spreadOutbox } from './spread-outbox.ts';

export interface TickerOptions {
  readonly services: Services;
  readonly outbound: Outbound;
  /** Absent: no site is visited. */
  readonly siteChecks?: Pick<SiteChecks, 'runDue'>;
  /** Absent: nothing is mailed. */
  readonly mail?: Mailer;
  /** Members as stored unless told. */
  readonly members?: Members;
  /** Milliseconds between the end of one round and the next; 0: only when `tick` is called. */
  readonly every: number;
  readonly log: Log;
}

export interface Ticker {
  /** One round: spreads the outbox, warns of deadlines, sends what is due. Rounds of one ticker never overlap. Faults are logged, not thrown. */
  tick(): Promise<void>;
  /** No further rounds; a running one is cut short and waited for. */
  stop(): Promise<void>;
}

/** Does what the server does by itself. Any number of servers on one store may each have one. */
export const startTicker = ({
  services,
  outbound,
  siteChecks,
  mail: mailer,
  members = storedMembers,
  every,
  log,
}: TickerOptions): Ticker => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const mailed = mailer === undefined ? undefined : members;
  const ports: DeliveryPorts = { services, outbound, mailer, members, log, signal };

  const attempt = async (task: string, work: () => Promise<void>): Promise<void> => {
    if (signal.aborted) return;
    try {
      await work();
    } catch (error) {
      log('a task of the ticker failed', { task, kind: error instanceof Error ? error.name : typeof error });
    }
  };

  let gatheredOn: CivilDate | undefined;
  /** Once a day, and when the server has started. */
  const gather = async (): Promise<void> => {
    const today = civilDateOf(services.now());
    if (gatheredOn === today) return;
    await gatherStatistics(services.store);
    gatheredOn = today;
  };

  const refusedLapses = new Set<string>();
  const round = async (): Promise<void> => {
    visitSites();
    await attempt('outbox', () => spreadOutbox(services, mailed, log, signal));
    await attempt('erasures', async () => {
      await erasePending(services.store, services.keyring, services.now);
      await forgetOrigins(services.store, services.now);
    });
    await attempt('statistics', gather);
    await attempt('monitoring', async () => void (await runMonitoring(services)));
    await attempt('lapses', () => letLapse(services, refusedLapses));
    await attempt('deadlines', () => warnOfDeadlines(services, mailed, signal));
    await Promise.all([
      attempt('webhooks', () => deliverDue(ports, 'webhook')),
      ...(mailer === undefined ? [] : [attempt('mails', () => deliverDue(ports, 'mail'))]),
    ]);
  };

  // Beside the rounds: a slow site keeps no notice waiting. One visit for each round spreads them over the week.
  let visiting: Promise<void> | undefined;
  const visitSites = (): void => {
    if (siteChecks !== undefined)
      visiting ??= attempt('site checks', async () => void (await siteChecks.runDue())).finally(() => {
        visiting = undefined;
      });
  };

  let running: Promise<void> | undefined;
  const tick = (): Promise<void> =>
    (running ??= round().finally(() => {
      running = undefined;
    }));

  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    if (every <= 0 || signal.aborted) return;
    timer = setTimeout(() => {
      void tick().finally(next);
    }, every);
    // A ticker alone keeps no process alive.
    timer.unref();
  };
  next();

  return {
    tick,
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
      await visiting;
    },
  };
};
