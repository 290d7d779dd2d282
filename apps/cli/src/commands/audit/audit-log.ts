import { hostname } from 'node:os';
import { join } from 'node:path';
import {
  auditLog,
  enterRun,
  errorBudget,
  lookingAtEverything,
  methodOf,
  overspent,
  partialsIn,
  storeDisagreements,
  type Check,
  type LogAuditOutcome,
  type Report,
} from '@suanjian/audit';
import type { EditionId } from '@suanjian/rulebook';
import { startProgress } from '../../progress.ts';
import type { Terminal } from '../../terminal.ts';
import { auditTexts } from '../../texts/audit.ts';
import { traitKeyOf } from './trait-key.ts';
import { agreedPeriod, notLoaded, withAuditedLog } from './audited-log.ts';

export interface LogRequest {
  readonly dataDir: string | undefined;
  readonly edition: EditionId;
  readonly only: readonly string[] | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly provider: string | undefined;
  readonly runsPerYear: number;
  readonly seed: number;
  /** Draws no part of very many records. */
  readonly everything: boolean;
  readonly afresh: boolean;
  readonly traitKey: string | undefined;
  readonly checks: readonly Check[];
}

/** Every random draw of an audit comes from one seed, this one unless told: what is computed again comes out the same. */
export const seed = 20_220_301;

/** Audits the log of the data folder. @throws CliFault, AuditFault, StoreFault, LogFault */
export const auditTheLog = (terminal: Terminal, request: LogRequest): Promise<LogAuditOutcome> =>
  withAuditedLog(terminal, request.dataDir, async (log) => {
    const { to, notes } = agreedPeriod(log, {
      ...(request.from === undefined ? {} : { from: request.from }),
      ...(request.to === undefined ? {} : { to: request.to }),
    });
    const traitKey = await traitKeyOf(terminal, request);
    const progress = await startProgress(terminal, auditTexts.auditing);
    try {
      const outcome = await auditLog({
        session: log.store.auditor,
        clickhouse: log.store.version,
        leaves: Array.from(log.index.entries(), ({ leaf }) => leaf),
        checks: request.checks,
        methodOf,
        edition: request.edition,
        ...(request.provider === undefined ? {} : { provider: request.provider }),
        ...(request.from === undefined ? {} : { from: request.from }),
        ...(to === undefined ? {} : { to }),
        ...(request.only === undefined ? {} : { only: request.only }),
        ...(request.afresh ? {} : { partials: partialsIn(join(log.folder, 'partials')) }),
        ...(traitKey === undefined ? {} : { traitKey: { key: traitKey, store: log.store } }),
        ...(request.everything ? { parameters: lookingAtEverything(request.checks) } : {}),
        seed: request.seed,
        error: errorBudget(request.runsPerYear),
        host: hostname(),
        clock: Date.now,
        onProgress: (done, of, { title }) => {
          progress.at(done / of);
          progress.message(title);
        },
      });
      const { report } = outcome;
      if (report === undefined || report.receipt.data.kind !== 'log') return outcome;
      const last = report.receipt.data.to;
      const meanwhile = (await storeDisagreements(log.store.auditor, log.index)).filter(({ day }) => day <= last);
      if (meanwhile.length > 0) throw notLoaded(meanwhile);
      const spending = await enterRun(join(log.folder, 'audits.ndjson'), report.receipt, Date.now());
      const warning = overspent(spending, report.receipt.error);
      return { ...outcome, report: withNotes(report, [...notes, ...(warning === undefined ? [] : [warning])]) };
    } finally {
      progress.end();
    }
  });

const withNotes = (report: Report, notes: Report['run']['notes']): Report => ({
  ...report,
  run: { ...report.run, notes: [...report.run.notes, ...notes] },
});
