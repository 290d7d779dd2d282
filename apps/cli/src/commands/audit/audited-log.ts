import { logFolder, readDecisionLog, type JournalIndex, type LogStore } from '@suanjian/decision-log';
import { storeDisagreements, type Disagreement } from '@suanjian/audit';
import type { Text } from '@suanjian/rulebook';
import { CliFault } from '../../fault.ts';
import { dataFolderOf, hasLog, loadWhatWaits, openLogStore } from '../../log-store.ts';
import type { Terminal } from '../../terminal.ts';
import { auditTexts } from '../../texts/audit.ts';

/** A log that is ready to be audited: loaded as far as it was acknowledged. */
export interface AuditedLog {
  /** `log/` of the data folder. */
  readonly folder: string;
  readonly store: LogStore;
  readonly index: JournalIndex;
  /** Days whose rows are not in the store as they were acknowledged: none but the last ones, while records are being written. */
  readonly disagreements: readonly Disagreement[];
}

/** Opens the log of the data folder for an audit, and closes what was opened. @throws CliFault when there is none */
export const withAuditedLog = async <Result>(
  terminal: Terminal,
  dataDir: string | undefined,
  work: (log: AuditedLog) => Promise<Result>,
): Promise<Result> => {
  const dataFolder = dataFolderOf(terminal, dataDir);
  if (!(await hasLog(dataFolder))) throw new CliFault(auditTexts.noLog(dataFolder), { exitCode: 2 });
  const store = await openLogStore(terminal, dataFolder);
  try {
    await loadWhatWaits(terminal, dataFolder, store);
    const { index } = await readDecisionLog(dataFolder);
    const disagreements = await storeDisagreements(store.auditor, index);
    return await work({ folder: logFolder(dataFolder), store, index, disagreements });
  } finally {
    await store.close();
  }
};

export interface AgreedPeriod {
  readonly to: string | undefined;
  readonly notes: readonly Text[];
}

/**
 * The last day to audit: the one asked for, or the last one that is wholly in the store. Earlier days that are not are a fault, as is a day that
 * was asked for. @throws CliFault
 */
export const agreedPeriod = (
  { index, disagreements }: AuditedLog,
  asked: { readonly from?: string; readonly to?: string },
): AgreedPeriod => {
  const [first] = disagreements;
  if (first === undefined || (asked.to !== undefined && first.day > asked.to)) return { to: asked.to, notes: [] };
  const before = index.segments().findLast(({ day, rows }) => rows > 0 && day < first.day)?.day;
  if (
    asked.to !== undefined ||
    before === undefined ||
    !isRecent(index, first.day) ||
    (asked.from !== undefined && before < asked.from)
  )
    throw notLoaded(disagreements);
  return { to: before, notes: [auditTexts.leftOutDays(first.day)] };
};

/** Records that are being written are of the last days; anything older is another fault. */
const isRecent = (index: JournalIndex, day: string): boolean =>
  new Set(
    index
      .segments()
      .filter((segment) => segment.day >= day && segment.rows > 0)
      .map((segment) => segment.day),
  ).size <= 2;

export const notLoaded = (disagreements: readonly Disagreement[]): CliFault => {
  const days = [...new Set(disagreements.map(({ day, family }) => `${day} (${family})`))];
  const shown = days.slice(0, 5).join(', ');
  return new CliFault(auditTexts.notLoaded(days.length > 5 ? `${shown} …` : shown), { exitCode: 2 });
};
