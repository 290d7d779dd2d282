import type { StoreReader } from '@suanjian/decision-log';
import { text, type Text } from '@suanjian/rulebook';
import { askedOnce } from './asked-once.ts';
import { judgeRun, worstFirst, type Estimated, type JudgedQuestion } from './judge.ts';
import type { ReportedValue } from './method.ts';
import type { Partials } from './partials.ts';
import { inTurn } from './pool.ts';
import type { Question } from './question.ts';
import { reduced, type Reading } from './reduce.ts';

export interface Run {
  readonly questions: readonly Question[];
  /** The capped auditor: nothing else ever reads for a run. */
  readonly session: StoreReader;
  /** A question about a table of its own is read by the auditor of that table's room. */
  readonly sessionOf?: (question: Question) => StoreReader | undefined;
  readonly partials?: Partials;
  readonly seed: number;
  /** Chance of any false failure of a duty check that this run may spend. */
  readonly error: number;
  /** Questions under way at once. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  /** Milliseconds, for how long each question took; nothing that is judged depends on it. */
  readonly clock?: () => number;
  /** Told after each question, in the order in which they end. */
  readonly onProgress?: (done: number, of: number, question: Question) => void;
}

/** A question that could not be asked: the others are not to blame, but there is no whole report. */
export interface CouldNotRun {
  readonly id: string;
  readonly text: Text;
  readonly cause: unknown;
}

export interface Answered extends JudgedQuestion {
  /** Rows to look at, by unit (see `unitKey`), where the method names them. */
  readonly examples: ReadonlyMap<string, readonly ReportedValue[]>;
  /** What could not be done beside the verdict, which stands all the same. */
  readonly remarks: readonly Text[];
  readonly daysRead: number;
  readonly daysKept: number;
  /** From the first statement to the estimate. */
  readonly milliseconds: number;
}

export interface Outcome {
  /** In the order of the questions; those that could not run are missing. */
  readonly answers: readonly Answered[];
  readonly notRun: readonly CouldNotRun[];
}

/** At most so many rows are named for a failing unit, and so many units get any. */
const examplesPerUnit = 10;
const unitsWithExamples = 5;

type Read =
  | {
      readonly outcome: 'estimated';
      readonly estimated: Estimated;
      readonly daysRead: number;
      readonly daysKept: number;
      readonly milliseconds: number;
    }
  | { readonly outcome: 'not-run'; readonly fault: CouldNotRun };

/** Runs all questions, corrects over all of them and judges. One that fails does not end the others. */
export const runQuestions = async (run: Run): Promise<Outcome> => {
  let done = 0;
  const threads = await threadsEach(run);
  const session = askedOnce(run.session);
  const read = await inTurn(
    run.questions,
    atOnce(run),
    async (question): Promise<Read> => {
      const result = await estimated(question, run, { session, ...(threads === undefined ? {} : { threads }) });
      done += 1;
      run.onProgress?.(done, run.questions.length, question);
      return result;
    },
    ({ asked }) => (asked.kind === 'request' ? (asked.records ?? 0) : 0),
  );
  run.signal?.throwIfAborted();
  const found = read.filter((entry) => entry.outcome === 'estimated');
  const judged = judgeRun(
    found.map((entry) => entry.estimated),
    run.error,
  );
  const examples = await inTurn(judged, atOnce(run), (question) => examplesOf(question, run));
  return {
    answers: judged.map((question, index) => ({
      ...question,
      examples: examples[index]?.examples ?? new Map<string, readonly ReportedValue[]>(),
      remarks: examples[index]?.remarks ?? [],
      daysRead: found[index]?.daysRead ?? 0,
      daysKept: found[index]?.daysKept ?? 0,
      milliseconds: found[index]?.milliseconds ?? 0,
    })),
    notRun: read.filter((entry) => entry.outcome === 'not-run').map(({ fault }) => fault),
  };
};

const atOnce = ({ concurrency = 2, questions }: Run): number => Math.max(1, Math.min(concurrency, questions.length));

/** Questions under way together share the store's threads: a statement spread over few of them has fewer parts of its answer to bring together. */
const threadsEach = async (run: Run): Promise<number | undefined> => {
  const [row] = await run.session.query<{ threads: number }>("SELECT getSetting('max_threads') AS threads");
  const threads = Number(row?.threads);
  return Number.isSafeInteger(threads) && threads > 0 ? Math.max(1, Math.ceil(threads / atOnce(run))) : undefined;
};

const estimated = async (
  question: Question,
  run: Run,
  reading: Pick<Reading, 'session' | 'threads'>,
): Promise<Read> => {
  const { asked, method } = question;
  if (asked.kind === 'not-applicable')
    return {
      outcome: 'estimated',
      estimated: notApplicable(question, asked.reason),
      daysRead: 0,
      daysKept: 0,
      milliseconds: 0,
    };
  const now = run.clock ?? (() => 0);
  const started = now();
  try {
    const { rows, daysRead, daysKept } = await reduced(question, asked, {
      ...reading,
      session: run.sessionOf?.(question) ?? reading.session,
      partials: run.partials,
      ...(run.signal === undefined ? {} : { signal: run.signal }),
    });
    const estimations = method.estimate(rows, asked.request, { seed: run.seed });
    return {
      outcome: 'estimated',
      estimated: { question, judging: method.judging(asked.request), estimations },
      daysRead,
      daysKept,
      milliseconds: now() - started,
    };
  } catch (error) {
    return { outcome: 'not-run', fault: { id: question.id, text: wordsOf(error), cause: error } };
  }
};

const notApplicable = (question: Question, reason: Text): Estimated => ({
  question,
  judging: { materiality: 0, direction: 'both' },
  estimations: [
    {
      by: {},
      scale: 'none',
      estimate: undefined,
      n: 0,
      p: undefined,
      interval: () => undefined,
      smallestDetectable: () => undefined,
      decided: { verdict: 'not-applicable', reason },
      values: {},
      notes: [],
    },
  ],
});

/** Rooms' own faults carry their words; anything else is a defect of ours and says so. */
export const wordsOf = (error: unknown): Text => {
  if (error instanceof Error && 'text' in error && isText(error.text)) return error.text;
  const message = error instanceof Error ? error.message : String(error);
  return text(`出现意外错误：${message}`, `An unexpected fault: ${message}`);
};

const isText = (value: unknown): value is Text =>
  typeof value === 'object' &&
  value !== null &&
  'zh' in value &&
  'en' in value &&
  typeof value.zh === 'string' &&
  typeof value.en === 'string';

export const unitKey = (by: Readonly<Record<string, string>>): string => JSON.stringify(by);

interface Examples {
  readonly examples: ReadonlyMap<string, readonly ReportedValue[]>;
  readonly remarks: readonly Text[];
}

/** The rows to look at first in the failing units. That they cannot be read takes nothing from the verdict, and is said. */
const examplesOf = async ({ question, units }: JudgedQuestion, run: Run): Promise<Examples> => {
  const session = run.sessionOf?.(question) ?? run.session;
  const { signal } = run;
  const { asked, method } = question;
  const examples = new Map<string, readonly ReportedValue[]>();
  if (asked.kind !== 'request' || method.worst === undefined) return { examples, remarks: [] };
  const remarks: Text[] = [];
  const failing = worstFirst(units).filter(({ verdict }) => verdict === 'fail');
  for (const { estimation } of failing.slice(0, unitsWithExamples)) {
    try {
      const sql = method.worst(asked.request, estimation.by, examplesPerUnit);
      const rows = await session.query<Record<string, ReportedValue>>(sql, signal === undefined ? {} : { signal });
      examples.set(unitKey(estimation.by), rows.slice(0, examplesPerUnit));
    } catch (error) {
      signal?.throwIfAborted();
      const { zh, en } = wordsOf(error);
      remarks.push(
        text(
          `${question.id}：未能列出可查看的行。${zh}`,
          `${question.id}: the rows to look at could not be listed. ${en}`,
        ),
      );
    }
  }
  return { examples, remarks };
};
