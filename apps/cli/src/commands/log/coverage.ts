import {
  coverageOf,
  eventFamilies,
  familyNames,
  readDecisionLog,
  type Coverage,
  type FamilyName,
} from '@suanjian/decision-log';
import { text, type Text } from '@suanjian/rulebook';
import { usageFault } from '../../fault.ts';
import { loadWhatWaits, openLogStore } from '../../log-store.ts';
import { say, sayJson, table, type Terminal } from '../../terminal.ts';
import { logTexts } from '../../texts/log.ts';
import { durationOf, durationWords, familiesOf, instantWords } from './values.ts';
import { folderWithLog, type DataFlags } from './with-log.ts';

export interface CoverageFlags extends DataFlags {
  readonly family?: readonly string[];
  readonly every?: string;
  readonly days: boolean;
  readonly json: boolean;
}

const DEFAULT_EVERY = '1h';
const MOST_DAYS = 5;
/** Of each family, the longest; JSON has more. */
const MOST_GAPS = 3;

/** Where the log holds records and where it holds none. */
export const coverage = async (terminal: Terminal, flags: CoverageFlags): Promise<void> => {
  const every = durationOf(flags.every ?? DEFAULT_EVERY);
  if (every === undefined) throw usageFault(logTexts.noDuration(flags.every ?? ''));
  const folder = await folderWithLog(terminal, flags);
  const store = await openLogStore(terminal, folder);
  let found: Coverage;
  try {
    await loadWhatWaits(terminal, folder, store);
    const { index } = await readDecisionLog(folder);
    const asked = flags.family === undefined ? familyNames : familiesOf(flags.family);
    const families = flags.family === undefined ? asked.filter((family) => isUsed(index.segments(), family)) : asked;
    found = await coverageOf({
      index,
      store: store.auditor,
      families,
      steady: flags.family === undefined ? eventFamilies : families,
      every,
      now: Date.now(),
    });
  } finally {
    await store.close();
  }
  if (flags.json) sayJson(terminal, found);
  else tell(terminal, found, flags.days);
};

const isUsed = (segments: readonly { readonly family: string }[], family: FamilyName): boolean =>
  segments.some((segment) => segment.family === family);

const tell = (terminal: Terminal, found: Coverage, withDays: boolean): void => {
  const { language, output } = terminal;
  const head = logTexts.coverageHead.map((each) => each[language]);
  const rows = found.families.map(({ family, rows: count, days, steady, missing, gapCount, covered, streams }) => [
    family,
    String(count),
    days.at(0)?.day ?? '-',
    days.at(-1)?.day ?? '-',
    steady ? String(missing.length) : '-',
    steady ? String(gapCount) : '-',
    covered === undefined ? '-' : `${(covered * 100).toFixed(2)} %`,
    streams.map(({ stream }) => stream).join(', '),
  ]);
  output.write(`${table([head, ...rows])}\n`);
  for (const { family, missing, gaps, gapCount, days } of found.families) {
    if (missing.length > 0) say(terminal, logTexts.missingDays(family, listed(missing), missing.length));
    for (const { stream, from, to } of gaps.slice(0, MOST_GAPS))
      say(terminal, logTexts.gap(family, stream, instantWords(from), instantWords(to), durationWords(to - from)));
    if (gapCount > MOST_GAPS) say(terminal, logTexts.moreGaps(family, gapCount - MOST_GAPS));
    const deleted = days.filter((day) => day.deleted).length;
    if (deleted > 0) say(terminal, logTexts.deletedDays(family, deleted));
    if (withDays) for (const day of days) say(terminal, dayLine(family, day));
  }
  say(terminal, logTexts.sixMonths(found.mustReachBack, found.reachesBack));
  if (found.deletedTooEarly.length > 0) say(terminal, logTexts.deletedTooEarly(listed(found.deletedTooEarly)));
  say(terminal, logTexts.notComplete);
};

const listed = (days: readonly string[]): string =>
  days.length <= MOST_DAYS ? days.join(', ') : `${days.slice(0, MOST_DAYS).join(', ')} …`;

const dayLine = (family: FamilyName, { day, rows, deleted }: Coverage['families'][number]['days'][number]): Text => {
  const line = `${family}  ${day}  ${rows}`;
  return deleted ? text(`${line}  已删除`, `${line}  deleted`) : text(line, line);
};
