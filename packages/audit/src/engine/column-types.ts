import type { StoreReader } from '@suanjian/decision-log';

/** The ClickHouse type without what does not change how a value is written: Nullable, LowCardinality, and the wrapping of an aggregate. */
export const bareType = (type: string): string => {
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/su.exec(type)?.[1];
  return inner === undefined ? type : bareType(inner);
};

/**
 * The types that scalar expressions have over a relation, in their order. Nothing is read. The store's fault comes through as it is
 * when an expression does not fit the relation.
 */
export const typesOf = async (
  session: Pick<StoreReader, 'query'>,
  relation: string,
  expressions: readonly string[],
): Promise<readonly string[]> => {
  if (expressions.length === 0) return [];
  const columns = expressions.map((sql, index) => `(${sql}) AS column_${index}`).join(', ');
  const described = await session.query<{ name: string; type: string }>(
    `DESCRIBE TABLE (SELECT ${columns} FROM ${relation} AS relation)`,
  );
  return described.map(({ type }) => bareType(type));
};
