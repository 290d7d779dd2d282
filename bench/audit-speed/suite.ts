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
import type { EditionId } from '@suanjian/rulebook';
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

/** Any clause will do: it decides the severity of a failure and nothing of what is read. */
const edition: EditionId = 'final';
const clause = `${edition}/24`;

/** The suite is all checks in one run, and each edition leaves some of them out: those are asked under a clause of the one that is run. */
const inOneRun = (check: Check): Check =>
  check.clauses.some((served) => served.clause.startsWith(`${edition}/`))
    ? check
    : { ...check, clauses: [{ clause, severity: 'advisory' }] };

/** Every check once, in one run. */
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
  const begun = performance.now();
  const { answers, notRun } = await auditLog({
    session: watched(store.auditor, asked),
    clickhouse: store.version,
    leaves,
    checks: checks.filter(chosen).map(inOneRun),
    methodOf,
    edition,
    seed: 1,
    error: errorBudget(1),
    host: 'bench',
    clock: () => performance.now(),
    ...(partials === undefined ? {} : { partials }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(to === undefined ? {} : { to }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return { answers, notRun, asked, milliseconds: performance.now() - begun };
};
