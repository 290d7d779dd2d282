import {
  civilDayOf,
  eventFamilies,
  logFolder,
  obstaclesOf,
  planRetention,
  readHolds,
  refusalText,
  retain,
  type DecisionLog,
  type LogStore,
  type RetentionDecision,
} from '@suanjian/decision-log';
import { CliFault } from '../../fault.ts';
import { say, sayJson, type Terminal } from '../../terminal.ts';
import { retentionTexts } from '../../texts/log-retention.ts';
import { dayOf, familiesOf } from './values.ts';
import { folderWithLog, withLog, type DataFlags } from './with-log.ts';

export interface RetainFlags extends DataFlags {
  readonly months?: number;
  readonly day?: string;
  readonly family?: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Deletes the days whose time is over; whatever stays is named with its reasons. */
export const retainDays = async (terminal: Terminal, flags: RetainFlags): Promise<void> => {
  const day = flags.day === undefined ? undefined : dayOf(flags.day);
  const families = flags.family === undefined ? eventFamilies : familiesOf(flags.family);
  const folder = await folderWithLog(terminal, flags);
  const plan = await withLog(terminal, folder, async (log, store) => {
    // First what an interrupted deletion left in the store.
    await log.flush();
    const decisions = await planOf(log, store, folder, { day, families, months: flags.months });
    if (!flags.dryRun) {
      await retain(log, decisions, flags.months);
      await log.compress(civilDayOf(Date.now()));
      if (decisions.some(({ outcome }) => outcome === 'delete')) await log.checkpoint();
    }
    return decisions;
  });
  tell(terminal, flags, plan);
};

const planOf = async (
  log: DecisionLog,
  store: LogStore,
  folder: string,
  asked: {
    readonly day: ReturnType<typeof dayOf> | undefined;
    readonly families: ReturnType<typeof familiesOf>;
    readonly months: number | undefined;
  },
): Promise<readonly RetentionDecision[]> => {
  const today = civilDayOf(Date.now());
  const obstacles = obstaclesOf(logFolder(folder), await readHolds(logFolder(folder), log.view.index, today));
  return planRetention(log.view.index, store.writer, {
    today,
    families: asked.families,
    obstacles,
    ...(asked.months === undefined ? {} : { keepMonths: asked.months }),
    ...(asked.day === undefined ? {} : { day: asked.day }),
  });
};

const tell = (terminal: Terminal, flags: RetainFlags, plan: readonly RetentionDecision[]): void => {
  const stays = plan.filter(({ outcome }) => outcome !== 'delete');
  const goes = plan.filter(({ outcome }) => outcome === 'delete');
  if (flags.json) {
    sayJson(terminal, {
      dryRun: flags.dryRun,
      deleted: goes.map(({ day, family, rows }) => ({ day, family, rows })),
      kept: stays.map((decision) => ({ ...decision, reason: refusalText(decision) })),
    });
  } else {
    for (const day of new Set(goes.map((decision) => decision.day))) {
      const ofDay = goes.filter((decision) => decision.day === day);
      const rows = ofDay.reduce((sum, decision) => sum + decision.rows, 0);
      const names = ofDay.map(({ family }) => family).join(', ');
      say(terminal, flags.dryRun ? retentionTexts.wouldGo(day, names, rows) : retentionTexts.gone(day, names, rows));
    }
    if (goes.length === 0 && stays.length === 0) say(terminal, retentionTexts.nothingToDelete(flags.day));
  }
  // Who named a day wanted it gone; without one, what a hold protects is as it should be.
  if (flags.day !== undefined && stays.length > 0)
    throw new CliFault(retentionTexts.refused, { details: stays.map(refusalText) });
  if (!flags.json) for (const decision of stays) say(terminal, refusalText(decision));
};
