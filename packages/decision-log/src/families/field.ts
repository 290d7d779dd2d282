import type { Text } from '@suanjian/rulebook';

/**
 * What a field of a record may hold. The kinds are few on purpose: each has one canonical JSON form, one column type and one
 * Parquet type, so that a row means the same in a file, in the store and in its proof.
 */
export type FieldKind =
  /** Whole milliseconds since 1970-01-01T00:00Z. */
  | { readonly kind: 'instant' }
  /** An id of the provider's own for a thing (never a person): 1 to 128 visible characters. */
  | { readonly kind: 'identifier' }
  /** A person, account holder, worker or device as a keyed hash: `p<epoch>_` and 22 base64url characters. `traits`: hashed once more, under the key of traits. */
  | { readonly kind: 'pseudonym'; readonly key?: 'traits' }
  /** One word of a small vocabulary: letters, digits, `.`, `-`, `_`, `/` and `:`, 1 to 64 of them. */
  | { readonly kind: 'token' }
  /** One word of a closed vocabulary. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** Several tokens; none is the same as absent. */
  | { readonly kind: 'tokens' }
  /** A sentence that was shown or written: 1 to 500 characters. */
  | { readonly kind: 'sentence' }
  /** A whole number within bounds (both included, at most 2^53 - 1). */
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  /** Whole numbers beside each other, parallel to another list. */
  | { readonly kind: 'integers'; readonly least: number; readonly most: number }
  /** A finite number. */
  | { readonly kind: 'number' }
  | { readonly kind: 'numbers' }
  | { readonly kind: 'flag' };

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly type: FieldKind;
  /** What it means, in one or two sentences: shown in the reference pages and in the JSON Schema. */
  readonly meaning: Text;
  readonly unit?: 'ms' | 's' | 'fen' | 'm' | 'days';
  /** For a list: the list it runs beside, element by element. */
  readonly parallelTo?: string;
  /** A value as it would be written, for the reference pages. */
  readonly example: unknown;
}

export interface Family {
  readonly name: string;
  /** Raised whenever a field is added. A field is never removed, renamed or given another meaning: that is another family. */
  readonly version: number;
  readonly title: Text;
  readonly meaning: Text;
  /** What one row is. */
  readonly grain: Text;
  readonly fields: readonly Field[];
  /** The columns the store sorts by (after the provider), and shards by. */
  readonly order: readonly string[];
  readonly shardBy: string;
}
