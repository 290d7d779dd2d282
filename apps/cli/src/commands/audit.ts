import { hostname } from 'node:os';
import { resolve } from 'node:path';
import type { Answered, Check, Report } from '@suanjian/audit';
import { asCivilDate, editionIds, text, type EditionId, type Text } from '@suanjian/rulebook';
import { CliFault, renderFault, usageFault } from '../fault.ts';
import { dataFolderOf } from '../log-store.ts';
import { startProgress } from '../progress.ts';
import { remark, type Terminal } from '../terminal.ts';
import { auditTexts } from '../texts/audit.ts';
import { ceilingOf } from '../unpacking.ts';
import { writeWhole } from './audit/write-files.ts';

export interface AuditFlags {
  readonly log: boolean;
  readonly edition?: string;
  readonly check?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly provider?: string;
  readonly json?: string;
  readonly html?: string;
  readonly bundle?: string;
  readonly filing?: string;
  readonly traitKey?: string;
  readonly rerun?: string;
  readonly explain?: string;
  readonly pack?: readonly string[];
  readonly testPack?: string;
  readonly runsPerYear?: number;
  readonly seed?: number;
  readonly everything: boolean;
  readonly afresh: boolean;
  readonly dataDir?: string;
}

/** Exit status 0: no duty failed; 1: one did, or a report did not come out the same again; 2: it could not be run, and nothing was written. */
export const audit = async (terminal: Terminal, flags: AuditFlags, mapping?: string): Promise<void> => {
  let answer: CliFault | undefined;
  try {
    answer = await dispatch(terminal, flags, mapping);
  } catch (error) {
    throw await asCouldNotRun(error);
  }
  if (answer !== undefined) throw answer;
};

/** Does what was asked; what the audit found amiss is its answer, everything that is thrown is a mishap. */
const dispatch = async (
  terminal: Terminal,
  flags: AuditFlags,
  mapping: string | undefined,
): Promise<CliFault | undefined> => {
  if (flags.testPack !== undefined) {
    const { testPack } = await import('./audit/test-pack.ts');
    return testPack(terminal, resolve(terminal.workingDirectory, flags.testPack));
  }
  const { checks: builtIn } = await import('@suanjian/audit');
  const checks = await withPacks(terminal, builtIn, flags.pack ?? []);
  if (flags.explain !== undefined) {
    const { explain } = await import('./audit/explain.ts');
    explain(terminal, flags.explain, checks);
    return undefined;
  }
  if (flags.rerun !== undefined) {
    refuseBesideRerun(flags);
    const { rerunReport } = await import('./audit/rerun.ts');
    return rerunReport(terminal, {
      report: flags.rerun,
      mapping,
      dataDir: flags.dataDir,
      traitKey: flags.traitKey,
      checks,
    });
  }
  if (flags.bundle !== undefined && (flags.filing === undefined || flags.json === undefined))
    throw usageFault(auditTexts.bundleNeeds);
  if (flags.log && mapping !== undefined) throw usageFault(auditTexts.logOrMapping);
  if (!flags.log && mapping === undefined) throw usageFault(auditTexts.nothingAsked);
  return tell(
    terminal,
    flags,
    await (mapping === undefined ? overLog(terminal, flags, checks) : overMapping(terminal, flags, mapping, checks)),
  );
};

const withPacks = async (
  terminal: Terminal,
  builtIn: readonly Check[],
  packs: readonly string[],
): Promise<readonly Check[]> => {
  if (packs.length === 0) return builtIn;
  const { addPacks } = await import('./audit/packs.ts');
  return addPacks(
    builtIn,
    packs.map((folder) => resolve(terminal.workingDirectory, folder)),
  );
};

const editionOf = (asked: string | undefined): EditionId => {
  if (asked === undefined) return 'final';
  const edition = editionIds.find((id) => id === asked);
  if (edition === undefined) throw usageFault(auditTexts.noEdition(asked, editionIds));
  return edition;
};

const dayOf = (asked: string | undefined): string | undefined => {
  if (asked !== undefined && asCivilDate(asked) === undefined) throw usageFault(auditTexts.noDay(asked));
  return asked;
};

const runsOf = (asked: number | undefined): number => {
  if (asked !== undefined && (asked < 1 || asked > 366)) throw usageFault(auditTexts.noRuns(asked));
  return asked ?? 1;
};

const refuseBesideRerun = (flags: AuditFlags): void => {
  const beside = [
    'log',
    'edition',
    'check',
    'from',
    'to',
    'provider',
    'json',
    'html',
    'bundle',
    'runsPerYear',
    'seed',
    'everything',
  ] as const;
  const given = beside.find((name) => flags[name] !== undefined && flags[name] !== false);
  // `--log --rerun` says the same twice, which is no contradiction.
  if (given !== undefined && given !== 'log') throw usageFault(auditTexts.notWithRerun(dashed(given)));
};

const seedOf = async (asked: number | undefined): Promise<number> => {
  if (asked !== undefined && !(Number.isSafeInteger(asked) && asked >= 0)) throw usageFault(auditTexts.noSeed(asked));
  return asked ?? (await import('./audit/audit-log.ts')).seed;
};

const dashed = (name: string): string => name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

interface Told {
  readonly report: Report | undefined;
  readonly answers: readonly Answered[];
  readonly notRun: readonly { readonly id: string; readonly text: Text }[];
}

const overLog = async (terminal: Terminal, flags: AuditFlags, checks: readonly Check[]): Promise<Told> => {
  const { auditTheLog } = await import('./audit/audit-log.ts');
  return auditTheLog(terminal, {
    dataDir: flags.dataDir,
    edition: editionOf(flags.edition),
    only: flags.check,
    from: dayOf(flags.from),
    to: dayOf(flags.to),
    provider: flags.provider,
    runsPerYear: runsOf(flags.runsPerYear),
    seed: await seedOf(flags.seed),
    everything: flags.everything,
    afresh: flags.afresh,
    traitKey: flags.traitKey,
    checks,
  });
};

const overMapping = async (
  terminal: Terminal,
  flags: AuditFlags,
  mapping: string,
  checks: readonly Check[],
): Promise<Told> => {
  const logOnly = (['check', 'from', 'to', 'provider', 'traitKey', 'everything'] as const).find(
    (name) => flags[name] !== undefined && flags[name] !== false,
  );
  if (logOnly !== undefined) throw usageFault(auditTexts.forLogOnly(dashed(logOnly)));
  const edition = editionOf(flags.edition);
  const { auditMapping, errorBudget, methods } = await import('@suanjian/audit');
  const { withMappingStore } = await import('./audit/mapping-store.ts');
  const seed = await seedOf(flags.seed);
  const path = resolve(terminal.workingDirectory, mapping);
  const ceiling = await ceilingOf(terminal);
  const progress = await startProgress(terminal, auditTexts.auditing);
  try {
    const outcome = await withMappingStore(terminal, (store) =>
      auditMapping({
        path,
        store,
        methods,
        checks,
        edition,
        seed,
        error: errorBudget(runsOf(flags.runsPerYear)),
        host: hostname(),
        clock: Date.now,
        ...ceiling,
        onProgress: (done, of) => progress.at(done / of),
      }),
    );
    const { report } = outcome;
    return {
      ...outcome,
      report: report === undefined ? undefined : { ...report, run: { ...report.run, mapping: path } },
    };
  } finally {
    progress.end();
  }
};

const tell = async (
  terminal: Terminal,
  flags: AuditFlags,
  { report, answers, notRun }: Told,
): Promise<CliFault | undefined> => {
  const { failingWords, failsRun, htmlReport, resultOf, terminalReport, terminalResults } =
    await import('@suanjian/audit');
  const { language, interactive, environment, output } = terminal;
  const colour = interactive && (environment['NO_COLOR'] ?? '') === '';
  if (report === undefined) {
    if (answers.length > 0) output.write(`${terminalResults(answers.map(resultOf), { language, colour })}\n\n`);
    throw new CliFault(auditTexts.couldNotRun(notRun.length), {
      exitCode: 2,
      details: notRun.map((fault) => text(`${fault.id}：${fault.text.zh}`, `${fault.id}: ${fault.text.en}`)),
    });
  }
  const files = [
    ...(flags.json === undefined ? [] : [{ path: flags.json, content: `${JSON.stringify(report, null, 2)}\n` }]),
    ...(flags.html === undefined ? [] : [{ path: flags.html, content: htmlReport(report, language) }]),
  ];
  const bundle = await bundleOf(terminal, flags, report);
  await writeWhole(terminal, [...files, ...(bundle === undefined ? [] : [bundle.file])]);
  if (bundle !== undefined) remark(terminal, auditTexts.bundleKey(bundle.verifier));
  output.write(`${terminalReport(report, { language, colour })}\n`);
  for (const { path } of files) remark(terminal, auditTexts.written(path));
  return report.results.some(failsRun) ? new CliFault(failingWords(report.results)) : undefined;
};

const bundleOf = async (terminal: Terminal, { bundle, filing, dataDir }: AuditFlags, report: Report) => {
  if (bundle === undefined || filing === undefined) return undefined;
  const [{ signBundle }, { bundleSigner }] = await Promise.all([
    import('@suanjian/audit'),
    import('./audit/bundle-key.ts'),
  ]);
  const signer = await bundleSigner(dataFolderOf(terminal, dataDir));
  return { file: { path: bundle, content: signBundle(report, { filing, signer }) }, verifier: signer.verifier.encoded };
};

/** Whatever kept an audit from running ends with 2, so that nobody takes a mishap for a verdict. */
const asCouldNotRun = async (error: unknown): Promise<CliFault> => {
  if (error instanceof CliFault) return new CliFault(error.text, { details: error.details, exitCode: 2, cause: error });
  const { MappingFault } = await import('@suanjian/audit');
  if (error instanceof MappingFault) {
    const place = ({ line, key, file }: (typeof error.problems)[number]): string =>
      [line === undefined ? error.mapping : `${error.mapping}:${line}`, key, file]
        .filter((part) => part !== undefined)
        .join(' ');
    return new CliFault(text('映射无法使用：', 'The mapping cannot be used:'), {
      exitCode: 2,
      cause: error,
      details: error.problems.map((problem) =>
        text(`${place(problem)}：${problem.reason.zh}`, `${place(problem)}: ${problem.reason.en}`),
      ),
    });
  }
  return new CliFault(text(renderFault(error, 'zh', false), renderFault(error, 'en', false)), {
    exitCode: 2,
    cause: error,
  });
};
