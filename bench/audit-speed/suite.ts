import {
  auditLog,
  checks,
  errorBudget,
  methodOf,
  type Answered,
  type Check,
  type CouldNotRun,
  type Partials,
  type Question,
} from '@suanjian/audit';
import type { LogStore } from '@suanjian/decision-log';
import type { LeafEntry } from '@suanjian/evidence';
import { editionIds, type EditionId } from '@suanjian/rulebook';
import { watched, type Asked } from './watched.ts';

export interface SuiteRun {
  readonly answers: readonly Answered[];
  readonly notRun: readonly CouldNotRun[];
  readonly asked: readonly Asked[];
  readonly milliseconds: number;
}

export interface Suite {
  readonly store: LogStore;
  readonly leaves: readonly LeafEntry[];
  readonly chosen?: (check: Check) => boolean;
  readonly partials?: Partials;
  readonly concurrency?: number;
  readonly to?: string;
  readonly onProgress?: (done: number, of: number, question: Question) => void;
}

const serves = (check: Check, edition: EditionId): boolean =>
  check.clauses.some(({ clause }) => clause.startsWith(`${edition}/`));

/** Every check once, under the first edition that it serves. */
export const runSuite = async ({
  store,
  leaves,
  chosen = () => true,
  partials,
  concurrency,
  to,
  onProgress,
}: Suite): Promise<SuiteRun> => {
  const asked: Asked[] = [];
  const answers: Answered[] = [];
  const notRun: CouldNotRun[] = [];
  let left = checks.filter(chosen);
  const begun = performance.now();
  for (const edition of ['final' as EditionId, ...editionIds]) {
    const only = left.filter((check) => serves(check, edition)).map(({ id }) => id);
    if (only.length === 0) continue;
    left = left.filter(({ id }) => !only.includes(id));
    const outcome = await auditLog({
      session: watched(store.auditor, asked),
      clickhouse: store.version,
      leaves,
      checks,
      methodOf,
      edition,
      only,
      seed: 1,
      error: errorBudget(1),
      host: 'bench',
      clock: () => performance.now(),
      ...(partials === undefined ? {} : { partials }),
      ...(concurrency === undefined ? {} : { concurrency }),
      ...(to === undefined ? {} : { to }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    answers.push(...outcome.answers);
    notRun.push(...outcome.notRun);
  }
  return { answers, notRun, asked, milliseconds: performance.now() - begun };
};
