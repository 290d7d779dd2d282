import type { MethodRequest } from '../../engine/method.ts';
import { type KeyColumn, leftOutName, type NamedColumn, unitColumns } from './reduction.ts';
import { bucketsFor, keyHash } from './sql.ts';

/**
 * Rows that hang together with none are each a cluster of their own, those that are equal in every column too: people who were treated alike are not one
 * person. Rows are told apart by all they hold and, where that is the same, by counting them. It does not matter which of two equal rows is counted
 * first, so that every run and every order of the files gives the same.
 */

/** A raw column, over the relation's own columns: it reads all of them. */
export const rowColumn: NamedColumn = { name: 'raw_row', sql: 'cityHash64(tuple(*))' };

/**
 * The bucket of a row, over the raw columns. Over a whole relation rows are dealt out in the order of their hashes: no two share a bucket as long as there
 * are enough, and none holds many more than another. By day each day must say the same whether others are read with it or not.
 */
export const rowBucket = <Parameters>(request: MethodRequest<Parameters>): KeyColumn => {
  const among = [...unitColumns(request).map(({ name }) => name), leftOutName].join(', ');
  const number =
    request.readWhole === true
      ? `(row_number() OVER (PARTITION BY ${among} ORDER BY raw_row) - 1)`
      : keyHash(['raw_row', 'row_number() OVER (PARTITION BY raw_row)']);
  return { name: 'bucket', sql: `toUInt32(${number} % ${bucketsFor(request)})`, whenLeftOut: 'toUInt32(0)' };
};
