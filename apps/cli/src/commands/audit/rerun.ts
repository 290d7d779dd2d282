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
import { traitKeyMark } from '@suanjian/decision-log';
import { editionIds } from '@suanjian/rulebook';
import { CliFault, usageFault } from '../../fault.ts';
import { readTextFile } from '../../files.ts';
import { say, type Terminal } from '../../terminal.ts';
import { auditTexts } from '../../texts/audit.ts';
import { ceilingOf } from '../../unpacking.ts';
import { withAuditedLog, notLoaded } from './audited-log.ts';
import { withMappingStore } from './mapping-store.ts';
import { traitKeyOf, type TraitKeyFlags } from './trait-key.ts';

export interface RerunRequest {
  readonly report: string;
  readonly mapping: string | undefined;
  readonly dataDir: string | undefined;
  readonly traitKey: string | undefined;
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
  { dataDir, traitKey, checks }: RerunRequest,
  earlier: Report,
): Promise<LogAuditOutcome> =>
  withAuditedLog(terminal, dataDir, async ({ store, index, disagreements }) => {
    const fixed = auditOfReport(earlier, index);
    const inPeriod = disagreements.filter(({ day }) => day <= fixed.to);
    if (inPeriod.length > 0) throw notLoaded(inPeriod);
    const key = await keyAsBefore(terminal, { dataDir, traitKey }, earlier);
    return auditLog({
      ...fixed,
      ...(key === undefined ? {} : { traitKey: { key, store } }),
      session: store.auditor,
      clickhouse: store.version,
      checks,
      methodOf,
      host: hostname(),
      clock: Date.now,
    });
  });

/** The key of traits that the report was made with; none where it was made without. @throws CliFault where it is not here */
const keyAsBefore = async (
  terminal: Terminal,
  flags: TraitKeyFlags,
  { receipt: { data } }: Report,
): Promise<Uint8Array | undefined> => {
  if (data.kind !== 'log' || data.traitKey === undefined) return undefined;
  const key = await traitKeyOf(terminal, flags);
  if (key === undefined || traitKeyMark(key) !== data.traitKey)
    throw new CliFault(auditTexts.traitKeyNeeded, { exitCode: 2 });
  return key;
};

const againOverMapping = async (
  terminal: Terminal,
  { mapping, checks }: RerunRequest,
  { receipt, run }: Report,
): Promise<MappingOutcome> => {
  const path = mapping === undefined ? run.mapping : resolve(terminal.workingDirectory, mapping);
  if (path === undefined || !existsSync(path)) throw usageFault(auditTexts.mappingNeeded);
  const ceiling = await ceilingOf(terminal);
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
      ...ceiling,
    }),
  );
};
