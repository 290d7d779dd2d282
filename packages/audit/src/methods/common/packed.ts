/**
 * Two numbers of 64 bits as one of 128, in the order of the pair. Lists of plain numbers are collected and sorted in half the time that lists of
 * tuples take.
 */

const sign = 'toUInt64(9223372036854775808)';

/** A finite number (Float64) as an unsigned whole number that stands in the same order; nothing and minus nothing are one. */
export const orderOf = (number: string): string => {
  const bits = `reinterpretAsUInt64(toFloat64(${number}) + 0)`;
  return `if(${bits} >= ${sign}, bitNot(${bits}), bitXor(${bits}, ${sign}))`;
};

/** The number again, over what `orderOf` gave. */
export const numberOfOrder = (order: string): string =>
  `reinterpretAsFloat64(if(${order} >= ${sign}, bitXor(${order}, ${sign}), bitNot(${order})))`;

/** Over two columns of UInt64. */
export const packedPair = (first: string, second: string): string =>
  `bitOr(bitShiftLeft(toUInt128(${first}), 64), toUInt128(${second}))`;

export const firstOfPair = (pair: string): string => `toUInt64(bitShiftRight(${pair}, 64))`;
export const secondOfPair = (pair: string): string => `toUInt64(${pair})`;
