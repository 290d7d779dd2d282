import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import {
  auditLog,
  auditMapping,
  auditOfReport,
  compareReports,
  methodOf,
  methods,
  reportSchema,
  type Check,
  type LogAuditOutcome,
  type MappingOutcome,
  type Report,
} from '@suanjian/audit';
import { editionIds } from '@suanjian/rulebook';
import { CliFault, usageFault } from '../../fault.ts';
import { readTextFile } from '../../files.ts';
import { say, type Terminal } from '../../terminal.ts';
import { auditTexts } from '../../texts/audit.ts';
import { withAuditedLog, notLoaded } from './audited-log.ts';
import { withMappingStore } from './mapping-store.ts';

export interface RerunRequest {
  readonly report: string;
  readonly mapping: string | undefined;
  readonly dataDir: string | undefined;
  readonly checks: readonly Check[];
}

/** Computes a report again; gives the fault to end with when it does not come out the same. */
export const rerunReport = async (terminal: Terminal, request: RerunRequest): Promise<CliFault | undefined> => {
  const earlier = await readReport(terminal, request.report);
  const { report: later, notRun } = await (earlier.receipt.data.kind === 'log'
    ? againOverLog(terminal, request, earlier)
    : againOverMapping(terminal, request, earlier));
  if (later === undefined)
    throw new CliFault(auditTexts.couldNotRun(notRun.length), { details: notRun.map(({ text }) => text), exitCode: 2 });
  const { identical, differences } = compareReports(earlier, later);
  if (!identical) return new CliFault(auditTexts.differs, { details: differences });
  say(terminal, auditTexts.identical);
  return undefined;
};

const readReport = async (terminal: Terminal, path: string): Promise<Report> => {
  const written = await readTextFile(terminal, path);
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    throw new CliFault(auditTexts.reportUnreadable(path, error instanceof Error ? error.message : 'JSON'), {
      exitCode: 2,
    });
  }
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CliFault(auditTexts.reportUnreadable(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`), {
    exitCode: 2,
  });
};

/** Nothing that was kept of earlier runs is used: the log itself is asked again. */
const againOverLog = (
  terminal: Terminal,
  { dataDir, checks }: RerunRequest,
  earlier: Report,
): Promise<LogAuditOutcome> =>
  withAuditedLog(terminal, dataDir, async ({ store, index, disagreements }) => {
    const fixed = auditOfReport(earlier, index);
    const inPeriod = disagreements.filter(({ day }) => day <= fixed.to);
    if (inPeriod.length > 0) throw notLoaded(inPeriod);
    return auditLog({
      ...fixed,
      session: store.auditor,
      clickhouse: store.version,
      checks,
      methodOf,
      host: hostname(),
      clock: Date.now,
    });
  });

const againOverMapping = async (
  terminal: Terminal,
  { mapping, checks }: RerunRequest,
  { receipt, run }: Report,
): Promise<MappingOutcome> => {
  const path = mapping === undefined ? run.mapping : resolve(terminal.workingDirectory, mapping);
  if (path === undefined || !existsSync(path)) throw usageFault(auditTexts.mappingNeeded);
  return withMappingStore(terminal, (store) =>
    auditMapping({
      path,
      store,
      methods,
      checks,
      edition: editionIds.find((id) => id === receipt.edition) ?? 'final',
      seed: receipt.seed,
      error: receipt.error,
      host: hostname(),
      clock: Date.now,
    }),
  );
};
