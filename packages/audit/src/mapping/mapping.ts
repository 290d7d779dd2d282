/** A mapping as it was read: who plays which part in a person's own table. Nothing in it is trusted yet. */

/** An expression, or the two ends of a count that was suppressed. */
export type PartSource = string | { readonly low: string; readonly high: string };

export interface MappingSource {
  /** How a query calls it. */
  readonly name: string;
  /** A file or a glob, relative to the mapping. */
  readonly pattern: string;
}

export type Target =
  | { readonly kind: 'method'; readonly id: string }
  | { readonly kind: 'check'; readonly id: string }
  | { readonly kind: 'family'; readonly id: string };

export interface Mapping {
  /** The file it stands in. */
  readonly path: string;
  /** How its results are called: `name`, else the method or check. */
  readonly name: string | undefined;
  readonly sources: readonly MappingSource[];
  readonly query: string | undefined;
  readonly target: Target;
  readonly parts: Readonly<Record<string, PartSource>>;
  readonly compare: readonly string[] | undefined;
  readonly by: readonly string[];
  readonly strata: readonly string[];
  readonly controls: readonly string[];
  readonly where: string | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The line of a key such as `parts.group`, from 1. */
  readonly lineOf: (key: string) => number | undefined;
  /** All of it as plain data, for the receipt. */
  readonly content: unknown;
}

/** The name of the only source when the mapping gives none. */
export const onlySource = 'source';

/** The data files as the mapping names them, for messages. */
export const filesOf = ({ sources }: Mapping): string => sources.map(({ pattern }) => pattern).join(', ');
