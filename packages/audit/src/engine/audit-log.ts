import { familyNames, type StoreReader } from '@suanjian/decision-log';
import { hex, leafEntryHash, Tree, type LeafEntry } from '@suanjian/evidence';
import { text, type EditionId, type Text } from '@suanjian/rulebook';
import { definitionOf, receiptOf, type ErrorBudget, type ReceiptQuestion } from '../receipt/receipt.ts';
import { buildReport } from '../report/build.ts';
import type { Report } from '../report/schema.ts';
import { AuditFault } from './audit-fault.ts';
import { availability, whatIsMissing, type Availability } from './availability.ts';
import type { Check, CheckValue } from './check.ts';
import type { Cut } from './cut.ts';
import {
  keyLinksNobody,
  linkTraits,
  noTraitKey,
  readsLinkedTraits,
  type LinkedTraits,
  type TraitKeyUse,
} from './linked-traits.ts';
import { scopeOf, withPrefixes } from './log-scope.ts';
import { logState, type LogState } from './log-state.ts';
import type { Method } from './method.ts';
import type { KeptDays, Partials } from './partials.ts';
import { inTurn } from './pool.ts';
import { parametersOf, prepareCheck, servedIn, unasked, type LogScope, type Preparation } from './prepare-check.ts';
import type { Question } from './question.ts';
import { runQuestions, wordsOf, type Answered, type CouldNotRun } from './run.ts';

/** What an audit of the log needs of the world. */
export interface LogAudit {
  /** The capped auditor. */
  readonly session: StoreReader;
  /** ClickHouse's version. */
  readonly clickhouse: string;
  /** All leaves of the log that are loaded into the store, in order. */
  readonly leaves: readonly LeafEntry[];
  readonly checks: readonly Check[];
  readonly methodOf: (id: string) => Method | undefined;
  readonly edition: EditionId;
  /** Needed only when the log holds several. */
  readonly provider?: string;
  /** Civil days, both included; the first and the last that hold records unless told. */
  readonly from?: string;
  readonly to?: string;
  /** Only these checks, by id. */
  readonly only?: readonly string[];
  /** Parameters in place of defaults, by check. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, CheckValue>>>>;
  readonly partials?: Partials;
  /** The key of traits, where its holder lends it: without it checks that lay traits beside people are not applicable. */
  readonly traitKey?: TraitKeyUse;
  readonly seed: number;
  readonly error: ErrorBudget;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number, question: Question) => void;
}

export interface LogAuditOutcome {
  /** What was answered, in the order of the checks. */
  readonly answers: readonly Answered[];
  /** Whole, or undefined when a check could not run. */
  readonly report: Report | undefined;
  readonly notRun: readonly CouldNotRun[];
}

/** Runs the checks of an edition over the log. @throws AuditFault when what was asked makes no sense */
export const auditLog = async (audit: LogAudit): Promise<LogAuditOutcome> => {
  const started = audit.clock();
  const chosen = chosenChecks(audit);
  const state = logState(audit.leaves, rootOf(audit.leaves));
  const scope = await scopeOf(audit, state);
  const { questions, notRun, linked } = await prepared(
    audit,
    chosen,
    await withPrefixes(audit, chosen, scope, keptDays(audit, scope)),
  );
  try {
    return await answered(audit, { started, state, scope, questions, notRun, linked });
  } finally {
    await linked?.traits.close();
  }
};

const answered = async (
  audit: LogAudit,
  {
    started,
    state,
    scope,
    questions,
    notRun,
    linked,
  }: PreparedChecks & { readonly started: number; readonly state: LogState; readonly scope: LogScope },
): Promise<LogAuditOutcome> => {
  const outcome = await runQuestions({
    questions: questions.map(({ question }) => question),
    session: audit.session,
    sessionOf: (question) => (linked?.questions.has(question) === true ? linked.traits.session : undefined),
    seed: audit.seed,
    error: audit.error.run,
    clock: audit.clock,
    ...(audit.partials === undefined ? {} : { partials: audit.partials }),
    ...(audit.concurrency === undefined ? {} : { concurrency: audit.concurrency }),
    ...(audit.signal === undefined ? {} : { signal: audit.signal }),
    ...(audit.onProgress === undefined ? {} : { onProgress: audit.onProgress }),
  });
  const faults = [...notRun, ...outcome.notRun];
  if (faults.length > 0) return { answers: outcome.answers, report: undefined, notRun: faults };
  const receipt = receiptOf({
    edition: audit.edition,
    clickhouse: audit.clickhouse,
    data: {
      kind: 'log',
      provider: scope.provider ?? null,
      from: scope.from,
      to: scope.to,
      treeSize: state.treeSize,
      root: state.root,
      commitment: state.period(familyNames, undefined, scope.to),
      ...(linked === undefined ? {} : { traitKey: linked.traits.keyMark }),
    },
    questions,
    seed: audit.seed,
    error: audit.error,
  });
  const report = buildReport(outcome.answers, receipt, {
    started: new Date(started).toISOString(),
    milliseconds: audit.clock() - started,
    host: audit.host,
    notes: [],
  });
  return { answers: outcome.answers, report, notRun: [] };
};

const rootOf = (leaves: readonly LeafEntry[]): string => {
  const tree = new Tree();
  for (const leaf of leaves) tree.appendHash(leafEntryHash(leaf));
  return hex(tree.root());
};

const chosenChecks = ({ checks, only, edition }: LogAudit): readonly Check[] => {
  if (only === undefined) return checks.filter((check) => servedIn(check, edition) !== undefined);
  return [...new Set(only)].map((id) => {
    const check = checks.find((candidate) => candidate.id === id);
    if (check === undefined)
      throw new AuditFault(
        text(
          `没有检查「${id}」。用 suanjian audit --explain list 列出全部检查。`,
          `There is no check “${id}”. List all of them with: suanjian audit --explain list`,
        ),
      );
    if (servedIn(check, edition) === undefined)
      throw new AuditFault(
        text(
          `检查 ${id} 不对应版本 ${edition} 的任何条款，它对应：${check.clauses.map(({ clause }) => clause).join('、')}。请用 --edition 选择。`,
          `The check ${id} serves no clause of the edition ${edition} but: ${check.clauses.map(({ clause }) => clause).join(', ')}. Choose with --edition.`,
        ),
      );
    return check;
  });
};

interface PreparedChecks {
  readonly questions: readonly ReceiptQuestion[];
  readonly notRun: readonly CouldNotRun[];
  /** Undefined where no key of traits was used. */
  readonly linked: { readonly traits: LinkedTraits; readonly questions: ReadonlySet<Question> } | undefined;
}

/** Traits beside people for the checks that read them so and can be asked at all. */
const linkedFor = async (
  { traitKey }: LogAudit,
  checks: readonly Check[],
  available: Availability,
  cut: Cut,
): Promise<LinkedTraits | undefined> => {
  const reading = checks.filter((check) => readsLinkedTraits(check) && whatIsMissing(check, available) === undefined);
  return traitKey === undefined || reading.length === 0 ? undefined : linkTraits(traitKey, reading, cut);
};

/** Why a check that lays traits beside people cannot. */
const withoutLink = (check: Check, traits: LinkedTraits | undefined): Text | undefined => {
  if (!readsLinkedTraits(check)) return undefined;
  if (traits === undefined) return noTraitKey;
  return traits.rows === 0 ? keyLinksNobody : undefined;
};

const prepared = async (audit: LogAudit, checks: readonly Check[], scope: LogScope): Promise<PreparedChecks> => {
  const cut = { provider: scope.provider, days: [{ from: scope.from, to: scope.to }] };
  const available = await availability(audit.session, checks, cut, keptDays(audit, scope));
  const traits = await linkedFor(audit, checks, available, cut);
  try {
    return await preparedWith(audit, checks, scope, available, traits);
  } catch (error) {
    await traits?.close();
    throw error;
  }
};

/** What was found up to some day is found for good: only the days since then are asked about the rest. */
const keptDays = ({ partials }: LogAudit, { state, from, to }: LogScope): KeptDays | undefined =>
  partials === undefined
    ? undefined
    : {
        partials,
        days: state.days
          .filter((day) => day >= from && day <= to)
          .map((day) => ({ day, commitment: state.period(familyNames, undefined, day) })),
      };

type PreparedCheck =
  | { readonly question: Question; readonly reads: 'the log' | 'linked traits' }
  | { readonly fault: CouldNotRun };

/** @throws AuditFault for a method that there is not, or a parameter that the check does not have: the asker's mistake, not the check's */
const preparationOf = (audit: LogAudit, check: Check, scope: LogScope): Preparation => {
  const method = audit.methodOf(check.method);
  if (method === undefined)
    throw new AuditFault(
      text(
        `检查 ${check.id} 使用的方法 ${check.method} 不存在。`,
        `The check ${check.id} uses ${check.method}, which is no method.`,
      ),
    );
  const { session, partials, clickhouse } = audit;
  const parameters = audit.parameters?.[check.id];
  parametersOf(check, parameters);
  return {
    check,
    method,
    scope,
    session,
    ...(parameters === undefined ? {} : { parameters }),
    ...(partials === undefined ? {} : { kept: { partials, clickhouse } }),
  };
};

const preparedWith = async (
  audit: LogAudit,
  checks: readonly Check[],
  scope: LogScope,
  available: Availability,
  traits: LinkedTraits | undefined,
): Promise<PreparedChecks> => {
  const questions: ReceiptQuestion[] = [];
  const notRun: CouldNotRun[] = [];
  const linked = new Set<Question>();
  const preparations = checks.map((check) => preparationOf(audit, check, scope));
  // Each asks the store for the types of its columns, which takes longer than any of them needs.
  const found = await inTurn(preparations, audit.concurrency ?? 2, async (preparation): Promise<PreparedCheck> => {
    const { check } = preparation;
    const missing = whatIsMissing(check, available) ?? withoutLink(check, traits);
    if (missing !== undefined) return { question: unasked(preparation, missing), reads: 'the log' };
    try {
      if (traits === undefined || !readsLinkedTraits(check))
        return { question: await prepareCheck(preparation), reads: 'the log' };
      const question = await prepareCheck({
        ...preparation,
        session: traits.session,
        family: (place) => traits.family(place, check.history ?? 'all'),
      });
      return { question, reads: 'linked traits' };
    } catch (error) {
      return { fault: { id: check.id, text: wordsOf(error), cause: error } };
    }
  });
  for (const [index, { check }] of preparations.entries()) {
    const one = found[index];
    if (one === undefined) continue;
    if ('fault' in one) notRun.push(one.fault);
    else {
      questions.push({ question: one.question, definition: definitionOf(check) });
      if (one.reads === 'linked traits') linked.add(one.question);
    }
  }
  return { questions, notRun, linked: traits === undefined ? undefined : { traits, questions: linked } };
};
