import type { Text } from '@suanjian/rulebook';
import type { z } from 'zod';

/**
 * A method is a general test on any table. It declares the parts it needs, writes ONE SQL statement that reduces the table to
 * sufficient statistics, and estimates from what is left without touching the world. What an estimate means, pass or fail, is
 * decided once for all methods in `verdict.ts`, after the correction for multiple testing.
 */

/** A scalar ClickHouse expression over the relation's columns, already checked when it came from a person. */
export interface Expression {
  readonly sql: string;
  /** What it is called in reports: the part's name, or the person's own text. */
  readonly label: string;
  /** The ClickHouse type it has over this relation, without Nullable and LowCardinality; `''` when not yet known. */
  readonly type: string;
}

/** What a part must be, so that a wrong column is refused before anything runs. */
export type PartKind = 'number' | 'flag' | 'level' | 'key' | 'time' | 'any';

export interface PartSpecification {
  readonly name: string;
  readonly required: boolean;
  readonly kind: PartKind;
  readonly meaning: Text;
}

/** What a mapping or a check asks of a method. Everything a method may read is here. */
export interface MethodRequest<Parameters> {
  /** A table name or a parenthesised SELECT. `where` is applied already. */
  readonly relation: string;
  readonly parts: Readonly<Record<string, Expression>>;
  /** One verdict for each combination of these. */
  readonly by: readonly Expression[];
  /** Adjusted for; one common effect. */
  readonly strata: readonly Expression[];
  /** Numbers or levels held constant (regression and methods that say so). */
  readonly controls: readonly Expression[];
  /** Levels of the group to compare; the last is the reference. Absent: all levels the data hold. */
  readonly compare?: readonly string[];
  readonly parameters: Parameters;
  /** The relation is read as a whole, never by day: rows that hang together with none may be numbered over all of it. */
  readonly readWhole?: true;
  /** The relation gives far fewer rows than it reads, so that a method that needs them twice may keep them in the store's memory between. */
  readonly fewRows?: true;
  /**
   * When given and the method is `additive`, the statement must group by this expression too (first column, named `day`), and
   * adding the rows of several days must give the rows of all of them together.
   */
  readonly day?: Expression;
  /**
   * With `day`: the days are told apart where rows hang together, and may be added up in the statement already, for nobody keeps them apart.
   * A method that does so says it in its reduction.
   */
  readonly daysTogether?: true;
}

/** Columns of a reduction whose days are added up: the earliest and the latest day in a row. */
export const firstDayName = 'first_day';
export const lastDayName = 'last_day';

/** Columns of a reduction: rows with equal keys may be added up, measure by measure. */
export interface Reduction {
  readonly sql: string;
  /** Columns that identify a row, without `day`. */
  readonly keys: readonly string[];
  readonly measures: Readonly<Record<string, 'sum' | 'least' | 'most'>>;
  /** Its days are added up, as `daysTogether` allows: no column `day`, but `first_day` and `last_day` of what each row was made of. */
  readonly daysTogether?: true;
}

/** A row as the store gave it: 64-bit integers and decimals are strings. */
export type ReducedRow = Readonly<Record<string, unknown>>;

export type Interval = readonly [low: number, high: number];

/** What could be said about one unit, before multiplicity is considered. */
export interface Estimation {
  /** The `by` values of this unit, in the order of the request. */
  readonly by: Readonly<Record<string, string>>;
  /** What `estimate` is measured on; the verdict rule needs it. */
  readonly scale: 'difference' | 'relative' | 'ratio' | 'count' | 'share' | 'none';
  readonly estimate: number | undefined;
  /** Rows, pairs, requests … that carried information; the method says which. */
  readonly n: number;
  /** Two-sided p of "no effect at all" (or one-sided where the method says so); undefined when nothing is tested. */
  readonly p: number | undefined;
  /** The interval at a confidence level such as 0.95; undefined when there is none (too little, or no variance seen). */
  readonly interval: (level: number) => Interval | undefined;
  /** The smallest |estimate - null| that would have been found with power 0.8 at this confidence level. */
  readonly smallestDetectable: (level: number) => number | undefined;
  /** A verdict that needs no interval: an invariant broken, a describe. The general rule is then not asked. */
  readonly decided?: Decision;
  /** Whatever else the method reports by name; numbers are rounded once, when the report is written. */
  readonly values: Readonly<Record<string, ReportedValue>>;
  /** Things the reader must know: levels left out, missing outcomes counted, strata that differ. */
  readonly notes: readonly Text[];
}

export type ReportedValue =
  | number
  | string
  | boolean
  | null
  | readonly ReportedValue[]
  | { readonly [name: string]: ReportedValue };

export type Verdict = 'pass' | 'fail' | 'not-enough-data' | 'not-applicable';

export interface Decision {
  readonly verdict: Verdict;
  readonly reason: Text;
}

/** What the verdict rule needs to know beside the estimate. */
export interface Judging {
  /** The size below which a difference does not matter, on the estimation's scale. */
  readonly materiality: number;
  /** Which direction is a fault; `both` unless the method or check says otherwise. */
  readonly direction: 'both' | 'above' | 'below';
}

export interface Reference {
  readonly id: string;
  /** Author, title, journal or book, year: enough to find it. */
  readonly citation: string;
}

export interface EstimationContext {
  /** Seed of every random draw (permutations, bootstraps): the same data and seed give the same bytes. */
  readonly seed: number;
}

/** A small table and what the method must say about it: shown in the reference pages, run as a test on the real store. */
export interface MethodExample {
  readonly title: Text;
  /** Column name to values, all of one length. */
  readonly table: Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly by?: readonly string[];
  readonly strata?: readonly string[];
  readonly controls?: readonly string[];
  readonly compare?: readonly string[];
  readonly where?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly expect: readonly {
    readonly by?: Readonly<Record<string, string>>;
    readonly verdict: Verdict;
    readonly estimate?: number;
    readonly values?: Readonly<Record<string, ReportedValue>>;
  }[];
}

export interface Method<Parameters = unknown> {
  readonly id: string;
  /** Raised whenever the same data could give another answer. */
  readonly version: number;
  readonly title: Text;
  /** The question it answers, in plain words. */
  readonly question: Text;
  /** How the statistics work and what they assume, for `--explain`. */
  readonly statistics: Text;
  readonly parts: readonly PartSpecification[];
  readonly parameters: z.ZodType<Parameters>;
  readonly accepts: { readonly compare: boolean; readonly strata: boolean; readonly controls: boolean };
  /** Whether the reduction can be kept per day and added up. */
  readonly additive: boolean;
  /** What a person must be told when parts are there but do not go together; empty when all is well. */
  readonly faults?: (request: MethodRequest<Parameters>) => readonly Text[];
  readonly reduce: (request: MethodRequest<Parameters>) => Reduction;
  readonly estimate: (
    rows: readonly ReducedRow[],
    request: MethodRequest<Parameters>,
    context: EstimationContext,
  ) => readonly Estimation[];
  readonly judging: (request: MethodRequest<Parameters>) => Judging;
  /** A statement that names the rows or groups to look at first for one unit, at most `limit` of them. */
  readonly worst?: (request: MethodRequest<Parameters>, by: Readonly<Record<string, string>>, limit: number) => string;
  readonly references: readonly Reference[];
  readonly examples: readonly MethodExample[];
}

/** Keeps the parameters' type inside a method while the registry holds them all alike. */
export const defineMethod = <Parameters>(method: Method<Parameters>): Method<Parameters> => method;
