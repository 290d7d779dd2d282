import type { Text } from '@suanjian/rulebook';
import type { Method, MethodRequest, ReportedValue } from './method.ts';
import type { CommittedDay } from './partials.ts';

/** A question prepared for a run: from a check over the log, or from a mapping over somebody's own table. */
export interface Question {
  /** Unique in a run: the check's id, or how the mapping calls itself. */
  readonly id: string;
  readonly check: { readonly id: string; readonly version: number } | undefined;
  readonly method: Method;
  /** What it is called and asks, and what to do when it fails; from the check, else from the method. */
  readonly title: Text;
  readonly asks: Text;
  readonly advice: Text | undefined;
  readonly matched?: Text;
  /** The clauses of the run's edition, the first one leading; none for a method on a table of one's own. */
  readonly clauses: readonly string[];
  readonly severity: 'duty' | 'advisory';
  readonly status: 'live' | 'shadow';
  /** Everything that could change the answer and is not the data: it goes into the receipt. */
  readonly parameters: Readonly<Record<string, ReportedValue>>;
  readonly asked: Asked;
}

export type Asked =
  /** Something it needs is not there; `reason` names it. */
  | { readonly kind: 'not-applicable'; readonly reason: Text }
  | {
      readonly kind: 'request';
      /** Over everything it asks about. Parameters are parsed by the method's own schema. */
      readonly request: MethodRequest<unknown>;
      readonly perDay?: PerDay;
      /** About how many records it reads, for the order in which questions are asked. */
      readonly records?: number;
      /** Told to the reader whatever comes out, such as rows of the source that are exact duplicates. */
      readonly notes?: readonly Text[];
    };

/** How to read some days only, for a method whose reduced rows may be kept per day and added up. */
export interface PerDay {
  /** What the reduced rows depend on beside the day and its records: check, method, versions, parameters, provider. */
  readonly key: unknown;
  /** Days that hold records, in order, each with a commitment to all it depends on. */
  readonly days: readonly CommittedDay[];
  /** How many records of the day itself it reads. */
  readonly rowsOf: (day: string) => number;
  /** Reads these days only, grouped by `day`. */
  readonly requestFor: (days: readonly string[]) => MethodRequest<unknown>;
}
