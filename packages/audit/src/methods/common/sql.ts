import type { Expression } from '../../engine/method.ts';

/** Pieces of SQL that every method writes alike. Expressions of a request are already checked; nothing else of a person's text enters. */

const escaped = (value: string, quote: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);

export const identifier = (name: string): string => `\`${escaped(name, '`')}\``;

export const literal = (value: string | number | boolean): string => {
  if (typeof value === 'string') return `'${escaped(value, "'")}'`;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot stand in SQL`);
  return String(value);
};

export const literals = (values: readonly (string | number)[]): string => `(${values.map(literal).join(', ')})`;

/** A level as text; NULL and nothing are both `''`, which no method takes for a level. */
export const levelOf = (expression: Expression): string => `ifNull(toString(${expression.sql}), '')`;

/** A level that is shown to people even when it is nothing: `by` and strata. Of few words the store then looks at each once, not at each row's. */
export const namedLevelOf = (expression: Expression): string => `transform(${levelOf(expression)}, [''], ['(none)'])`;

/** Types whose values may be hashed as they are; any other goes through its text. */
const plainKey = /^(?:String$|U?Int\d+$|Date|Tuple|UUID|Bool$)/u;

/** A key that is only compared and hashed, as the column it will be read as. */
export const keyOf = (expression: Expression): string =>
  plainKey.test(expression.type) ? expression.sql : levelOf(expression);

/** For a column made by `keyOf`: whether there is no key. */
export const keyIsMissing = (column: string, expression: Expression): string =>
  expression.type === 'String' || !plainKey.test(expression.type) ? `ifNull(${column} = '', 1)` : `isNull(${column})`;

/** One number for keys made by `keyOf`, never NULL. */
export const keyHash = (columns: readonly string[]): string => `cityHash64(tuple(${columns.join(', ')}))`;

const integerType = /^U?Int(8|16|32|64)$/u;

/** Whether sums over it are sums of whole numbers (money in fen, counts, flags), which need no rounding at all. */
export const isInteger = (expression: Expression): boolean =>
  integerType.test(expression.type) || expression.type === 'Bool';

/** A number column: Nullable(Int128) for whole numbers, Nullable(Float64) for all others. */
export const numberOf = (expression: Expression): string =>
  isInteger(expression) ? `toInt128(${expression.sql})` : `toFloat64(${expression.sql})`;

/** Larger numbers are refused: their squares would leave what an exact sum can hold. */
export const largestNumber = 1e15;

/** For a column made by `numberOf`: true when it is there and cannot be summed (NaN, infinite, beyond `largestNumber`). */
export const isUnusableNumber = (column: string): string =>
  `ifNull(NOT isFinite(toFloat64(${column})) OR abs(toFloat64(${column})) > ${largestNumber}, 0)`;

/**
 * Which of `buckets` a cluster falls into. Clusters of one bucket are added up: they are independent of each other, so the sum of
 * their scores is as good a term of the variance as each alone, and a reduction stays small however many users there are.
 */
export const bucketOf = (column: string, buckets: number): string => `cityHash64(${column}) % ${buckets}`;

/** Fewer buckets where there are many cells; 200 leave no statistic noticeably poorer, more serve designs with few clusters. */
export const bucketsFor = (request: { readonly by: readonly unknown[]; readonly strata: readonly unknown[] }): number =>
  [1000, 400][request.by.length + request.strata.length] ?? 200;

/** `day` as text, first column, when the request wants its rows per day. */
export const dayName = 'day';
export const byName = (index: number): string => `by_${index}`;
