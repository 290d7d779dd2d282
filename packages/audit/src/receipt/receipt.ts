import manifest from '../../package.json' with { type: 'json' };
import { commitmentOf } from '@suanjian/evidence';
import type { Check } from '../engine/check.ts';
import type { Question } from '../engine/question.ts';
import { templatesOf } from '../engine/prepare-check.ts';
import type { Receipt, ReceiptData } from '../report/schema.ts';

export const suanjianVersion: string = manifest.version;

/** How much chance of a false failure a run may spend; see docs/decisions/0016. */
export interface ErrorBudget {
  readonly year: number;
  readonly runsPerYear: number;
  readonly run: number;
}

/** Five of a hundred honest years may see any duty check fail by chance. */
export const yearlyError = 0.05;

export const errorBudget = (runsPerYear: number): ErrorBudget => ({
  year: yearlyError,
  runsPerYear,
  run: yearlyError / runsPerYear,
});

/** Commitment to everything in a check that can change its answer; its words are not part of it. */
export const definitionOf = (check: Check): string =>
  commitmentOf(
    JSON.parse(
      JSON.stringify({
        reads: templatesOf(check),
        parts: Object.keys(check.parts),
        method: check.method,
        methodParameters: check.methodParameters,
        compare: check.compare ?? null,
        history: check.history ?? null,
        needs: check.needs,
        families: check.families,
      }),
    ),
  );

/** How a question of a run is identified in the receipt. */
export interface ReceiptQuestion {
  readonly question: Question;
  readonly definition: string;
}

export const receiptOf = ({
  edition,
  clickhouse,
  data,
  questions,
  seed,
  error,
}: {
  readonly edition: string | null;
  readonly clickhouse: string;
  readonly data: ReceiptData;
  readonly questions: readonly ReceiptQuestion[];
  readonly seed: number;
  readonly error: ErrorBudget;
}): Receipt => ({
  format: 'suanjian-audit-receipt/1',
  edition,
  software: { suanjian: suanjianVersion, clickhouse },
  data,
  questions: questions.map(({ question, definition }) => ({
    id: question.id,
    check: question.check === undefined ? null : { ...question.check },
    method: { id: question.method.id, version: question.method.version },
    definition,
    parameters: { ...question.parameters },
  })),
  seed,
  error: { ...error },
});
