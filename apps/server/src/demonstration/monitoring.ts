import type { Indicator } from '@suanjian/audit/monitoring';
import type { Actor, Instant } from '@suanjian/matters';
import {
  addAct,
  addIndicator,
  addSilence,
  leaveSharedNotice,
  listSilences,
  listWarnings,
  recordIndicatorDecision,
  scopeOf,
  setIndicatorStatus,
  setWarningStatus,
  shareWarning,
  type WarningEntry,
} from '@suanjian/records';
import { addDays, text, type CivilDate } from '@suanjian/rulebook';
import { watchedIndicators, type WatchedIndicator } from '../areas/monitoring/indicators.ts';
import { runMonitoring } from '../areas/monitoring/run.ts';
import { sharedNotice } from '../areas/monitoring/shared-notice.ts';
import { replayOverPast } from '../areas/monitoring/try-route.ts';
import type { Services } from '../services.ts';
import { sendDailyBundles, type WatchedCheck } from './audit-bundles.ts';
import type { ProviderName } from './cast.ts';
import type { FiledFilings } from './filings.ts';
import { provinceOf } from './registrations.ts';
import { seedOf, type Stage } from './stage.ts';

const optOut = { check: 'opt-out-honoured', clause: 'final/17.1', title: text('关闭个性化推荐', 'Opt-out honoured') };
const minors = { check: 'minors-exposure', clause: 'final/18', title: text('未成年人保护', 'Protection of minors') };

/** An even, small share that strays a little from day to day. */
const steady =
  (base: number, name: string): WatchedCheck['brokenOn'] =>
  (day) =>
    base + (seedOf(name + day) % 5) * 10;

/** The same, and much more on the days between so many and so many days ago. */
const risen =
  (base: number, name: string, much: number, since: number, until: number): WatchedCheck['brokenOn'] =>
  (day, back) =>
    back <= since && back >= until ? much + (seedOf(name + day) % 4) * 10 : steady(base, name)(day, back);

const live = ['opt-out-leak', 'minors-exposure'] as const;

/** Early in the morning, before anybody is in the office. */
const atDawn = (day: CivilDate): Instant => `${day}T01:00:00.000Z` as Instant;

type Ports = Services;

const membershipOf = (actor: Actor) => {
  if (actor.kind !== 'person' || actor.membership === undefined) throw new RangeError('nobody acts');
  return { account: actor.account, organisation: actor.membership.organisation };
};

/** As somebody at an office decides: within what row security lets them. */
const deciding = (services: Ports, by: Actor, at: Instant) => {
  const who = { ...membershipOf(by), at };
  const within = <Answer>(work: Parameters<typeof services.store.inScope<Answer>>[1]): Promise<Answer> =>
    services.store.inScope(scopeOf(by), work);
  return { who, within };
};

const versionOf = async ({ store }: Ports, id: string, version: number): Promise<WatchedIndicator> => {
  const found = (await store.asOwner(watchedIndicators)).find((each) => each.id === id && each.version === version);
  if (found === undefined) throw new RangeError(`no indicator ${id} ${version}`);
  return found;
};

const replayed = async (services: Ports, by: Actor, day: CivilDate, indicator: WatchedIndicator, reason: string) => {
  const at = atDawn(day);
  const { who, within } = deciding(services, by, at);
  const told = await replayOverPast({ ...services, now: () => at }, indicator);
  await within((transaction) =>
    recordIndicatorDecision(transaction, {
      indicator: indicator.id,
      version: indicator.version,
      action: 'replayed',
      reason,
      replay: told,
      ...who,
    }),
  );
};

const letCount = async (services: Ports, by: Actor, day: CivilDate, id: string): Promise<void> => {
  const indicator = await versionOf(services, id, 1);
  if (indicator.status !== 'shadow') return;
  await replayed(services, by, day, indicator, '生效之前看看过去两个月会发多少预警。');
  const { who, within } = deciding(services, by, atDawn(day));
  await within(async (transaction) => {
    await setIndicatorStatus(transaction, { id, version: 1, status: 'live' });
    await recordIndicatorDecision(transaction, {
      indicator: id,
      version: 1,
      action: 'live',
      reason: '回放没有多余的预警，自今日起生效。',
      ...who,
    });
  });
};

/** A second version of an indicator, on trial, with what it would have done. */
const propose = async (services: Ports, by: Actor, day: CivilDate): Promise<void> => {
  const { status: _status, ...before } = await versionOf(services, 'opt-out-leak', 1);
  const definition: Indicator = { ...before, version: 2, threshold: 2, history: { days: 70, atLeast: 42 } };
  const { id, version } = definition;
  const { who, within } = deciding(services, by, atDawn(day));
  const added = await within(async (transaction) => {
    if (!(await addIndicator(transaction, { id, version, definition, at: who.at }))) return false;
    await recordIndicatorDecision(transaction, {
      indicator: id,
      version,
      action: 'proposed',
      reason: '门槛提高到两倍、基线加长到十周，减少小幅波动引起的预警。',
      ...who,
    });
    return true;
  });
  if (added) await replayed(services, by, day, { ...definition, status: 'shadow' }, '与生效的版本比较。');
};

const warningAbout = async (services: Ports, stage: Stage, provider: ProviderName): Promise<WarningEntry> => {
  const { organisation } = membershipOf(stage.actor(provider, 'officer'));
  const [found] = await services.store.asOwner((transaction) => listWarnings(transaction, { most: 1, organisation }));
  if (found === undefined) throw new Error(`nothing was warned of at ${provider}`);
  return found;
};

/** Looked into, told to the company, and an order opened from it. */
const triaged = async (services: Ports, stage: Stage, provider: 'yunque', on: CivilDate): Promise<void> => {
  const warning = await warningAbout(services, stage, provider);
  const office = provinceOf(provider);
  const reviewer = stage.actor(office, 'reviewer');
  if (warning.status === 'new') {
    const { who, within } = deciding(services, reviewer, atDawn(on));
    await within(async (transaction) => {
      await setWarningStatus(transaction, { id: warning.id, from: 'new', to: 'looked-into' });
      const act = { warning: warning.id, ...who };
      await addAct(transaction, { ...act, action: 'looked-into', reason: '比例是平时的十倍，先请企业说明。' });
      await shareWarning(transaction, warning.id, who.at);
      await addAct(transaction, { ...act, action: 'shared', reason: '请核对关闭选项近日是否改动，三日内说明。' });
      await leaveSharedNotice(transaction, warning, { ...sharedNotice, at: who.at });
    });
  }
  const order = await stage.open(
    'rectification',
    {
      on,
      by: reviewer,
      input: {
        provider: '',
        clauses: [{ clause: 'final/17.1' }],
        findings: '监测预警显示，用户关闭个性化推荐之后，约百分之六的请求仍按个人特征推荐，平时不到百分之一。',
        measures: [
          {
            what: '关闭之后的请求一律不使用个人特征。',
            shownBy: '整改之后的数据通过同一项检查。',
            check: 'opt-out-honoured',
          },
        ],
        by: stage.workday(8),
      },
    },
    undefined,
    warning.id,
  );
  await stage.give(order, 'serve', { on: stage.workday(1, on), by: stage.actor(office, 'supervisor') });
};

const silenced = async (services: Ports, stage: Stage, provider: 'songfeng', on: CivilDate): Promise<void> => {
  const { id: warning, place, indicator, subject } = await warningAbout(services, stage, provider);
  const { who, within } = deciding(services, stage.actor(provinceOf(provider), 'reviewer'), atDawn(on));
  const { organisation } = membershipOf(stage.actor(provider, 'officer'));
  await within(async (transaction) => {
    const standing = await listSilences(transaction, on);
    if (standing.some((each) => each.organisation === organisation && each.indicator === indicator)) return;
    const id = services.newId();
    const until = addDays(stage.today, 20);
    const series = { organisation, place, indicator, subject };
    await addSilence(transaction, { id, office: who.organisation, ...series, from: on, until });
    await addAct(transaction, {
      ...who,
      warning,
      silence: id,
      action: 'silenced',
      reason: '企业已书面说明：青少年模式的记录口径调整，核实期间不再重复预警。',
    });
  });
};

/**
 * Ten weeks of daily bundles of three companies, and what monitoring made of them: indicators that count and some on trial, a warning that led
 * to an order, one that was silenced until a day, one that nobody has looked at, and a second version with its replay.
 */
export const playMonitoring = async (stage: Stage, services: Services, filings: FiledFilings): Promise<void> => {
  const ago = (days: number): CivilDate => addDays(stage.today, -days);
  const run = (day: CivilDate) => runMonitoring({ ...services, now: () => atDawn(day) });
  const head = stage.actor('nation', 'supervisor');
  const back = { first: 76, last: 2 };
  const sent = [
    {
      provider: 'yunque',
      filing: filings.headlines,
      back,
      checks: [{ ...optOut, brokenOn: risen(40, 'headlines', 600, 13, 11) }],
    },
    {
      provider: 'songfeng',
      filing: filings.songs,
      back,
      checks: [
        { ...optOut, brokenOn: steady(30, 'songs') },
        { ...minors, brokenOn: risen(20, 'songs-minors', 260, 8, 2) },
      ],
    },
    {
      provider: 'qingchuan',
      filing: filings.goods,
      back,
      checks: [{ ...optOut, brokenOn: risen(30, 'goods', 280, 3, 2) }],
    },
  ] as const;
  for (const each of sent) await sendDailyBundles(stage, services, each);

  await run(ago(20));
  for (const id of live) await letCount(services, head, ago(19), id);
  await run(ago(12));
  await triaged(services, stage, 'yunque', ago(12));
  await run(ago(7));
  await silenced(services, stage, 'songfeng', ago(7));
  await run(ago(2));
  await propose(services, head, ago(1));
  await run(ago(1));
};
