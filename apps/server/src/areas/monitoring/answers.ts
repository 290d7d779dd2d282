import type { Indicator } from '@suanjian/audit/monitoring';
import type { WatchedIndicatorAnswer, WarningAnswer, WarningEntryAnswer } from '@suanjian/contracts';
import { replayContract } from '@suanjian/contracts';
import type { MatterId } from '@suanjian/matters';
import type { findWarning, IndicatorDecision, WarningEntry } from '@suanjian/records';
import type { WatchedIndicator } from './indicators.ts';

export const unitOf = ({ reads }: Indicator): WatchedIndicatorAnswer['unit'] =>
  reads.source === 'complaints' ? 'count' : reads.as;

export const indicatorAnswer = (
  indicator: WatchedIndicator,
  decisions: readonly IndicatorDecision[],
): WatchedIndicatorAnswer => {
  const { status, ...definition } = indicator;
  const { id, version, theme, title, meaning, clauses, per, direction, threshold, rates } = indicator;
  return {
    id,
    version,
    status,
    theme,
    title,
    meaning,
    clauses,
    per,
    unit: unitOf(indicator),
    direction,
    threshold,
    perSeries: rates.perSeries,
    perDay: rates.perDay,
    definition,
    decisions: decisions
      .filter((each) => each.indicator === id && each.version === version)
      .map(({ action, account, reason, at, replay }) => ({
        action,
        account,
        reason,
        at,
        ...(replay === undefined ? {} : { replay: replayContract.parse(replay) }),
      })),
  };
};

export const entryAnswer = (entry: WarningEntry, indicator: Indicator): WarningEntryAnswer => ({
  id: entry.id,
  organisation: entry.organisation,
  provider: entry.provider,
  indicator: entry.indicator,
  title: indicator.title,
  theme: indicator.theme,
  unit: unitOf(indicator),
  subject: entry.subject,
  day: entry.day,
  lastDay: entry.lastDay,
  status: entry.status,
  ...(entry.filing === undefined ? {} : { filing: entry.filing }),
  ...(entry.sharedAt === undefined ? {} : { sharedAt: entry.sharedAt }),
});

type Found = NonNullable<Awaited<ReturnType<typeof findWarning>>>;

/** Counts of complaints below this are not shown to the provider: who complained could be guessed. */
export const smallestShown = 10;

export const keptBack = (value: number): boolean => value > 0 && value < smallestShown;

/** What an office sees; a provider neither sees who complained, nor what offices wrote or opened, save why it was told. */
export const warningAnswer = (
  found: Found,
  indicator: Indicator,
  reader: {
    readonly side: 'office' | 'provider';
    readonly mayTriage: boolean;
    readonly complaints: readonly MatterId[];
  },
): WarningAnswer => {
  const { content } = found;
  const guarded = reader.side === 'provider' && indicator.reads.source === 'complaints';
  const isHidden = guarded && keptBack(content.seen);
  return {
    ...entryAnswer(found, indicator),
    // Where it stands is the office's own affair.
    ...(reader.side === 'provider' ? { status: 'new' as const } : {}),
    meaning: indicator.meaning,
    clauses: indicator.clauses,
    ...(indicator.reads.source === 'audit' ? { check: indicator.reads.check } : {}),
    seen: isHidden ? null : content.seen,
    expected: isHidden ? null : content.expected,
    usual: isHidden ? null : content.usual,
    p: content.p,
    q: content.q,
    tested: content.tested,
    past: content.past,
    days: content.days ?? 1,
    dispersion: content.dispersion,
    history: content.history.map(([day, value]) => ({
      day,
      value: value === null || (guarded && keptBack(value)) ? null : value,
    })),
    bundles: content.bundles,
    complaints: reader.side === 'office' ? [...reader.complaints] : [],
    acts: found.acts
      .filter(({ action }) => reader.side === 'office' || action === 'shared')
      .map(({ action, account, reason, matter, at }) => ({
        action,
        at,
        ...(account === undefined || reader.side === 'provider' ? {} : { account }),
        ...(reason === undefined ? {} : { reason }),
        ...(matter === undefined ? {} : { matter }),
      })),
    mayTriage: reader.mayTriage,
  };
};
