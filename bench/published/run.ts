import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditMapping, checks, errorBudget, methods, type ReportResult } from '@suanjian/audit';
import { openStore } from '@suanjian/decision-log';
import type { Text } from '@suanjian/rulebook';
import { dataSets } from './data-sets.ts';
import { agrees, cleaned, oursOf, unitOf, writtenLike } from './figure.ts';
import { dataFolder } from './printed.ts';

export interface Line {
  readonly dataSet: string;
  readonly what: Text;
  readonly printed: string;
  readonly ours: string;
  readonly agrees: boolean;
}

export interface Skipped {
  readonly dataSet: string;
  readonly what: Text;
  readonly printed: string;
  readonly why: Text;
}

export interface Judged {
  readonly dataSet: string;
  readonly what: Text;
  readonly verdict: string;
  readonly agrees: boolean;
}

export interface Comparison {
  readonly lines: readonly Line[];
  readonly skipped: readonly Skipped[];
  readonly verdicts: readonly Judged[];
}

/** Why nothing can be compared here; `undefined` where the data are. */
export const absent = (): string | undefined =>
  existsSync(dataFolder) ? undefined : `The published data are not at ${dataFolder}; nothing can be compared.`;

/** Audits every data set through its mapping, as `suanjian audit` would, and lays what comes out beside what was printed. */
export const compareAll = async (): Promise<Comparison> => {
  const folder = mkdtempSync(join(tmpdir(), 'suanjian-published-'));
  const store = await openStore({ kind: 'embedded', folder: join(folder, 'store') });
  const lines: Line[] = [];
  const skipped: Skipped[] = [];
  const verdicts: Judged[] = [];
  try {
    for (const { name: dataSet, figures, leftOut, verdicts: expected } of dataSets()) {
      const { report, notRun } = await auditMapping({
        path: join(import.meta.dirname, `${dataSet}.yaml`),
        store,
        methods,
        checks,
        edition: 'final',
        seed: 1,
        error: errorBudget(1),
        host: 'bench',
        clock: () => 0,
      });
      if (report === undefined) throw new Error(`${dataSet}: ${notRun.map(({ text }) => text.en).join(' ')}`);
      const results: readonly ReportResult[] = report.results;
      for (const figure of figures) {
        const ours = oursOf(results, figure);
        lines.push({
          dataSet,
          what: figure.what,
          printed: cleaned(figure.printed),
          ours: ours === undefined ? '–' : writtenLike(figure.printed, ours),
          agrees: agrees(figure.printed, ours),
        });
      }
      for (const entry of leftOut) skipped.push({ dataSet, ...entry });
      for (const { what, fails, ...place } of expected) {
        const verdict = unitOf(results, place)?.verdict ?? '–';
        verdicts.push({ dataSet, what, verdict, agrees: verdict !== '–' && (verdict === 'fail') === fails });
      }
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { lines, skipped, verdicts };
};
