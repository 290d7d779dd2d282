import { bigramsOf, indexTokens } from '@suanjian/register';

/**
 * The terms of a record beyond its texts' own tokens. Marks (`#`, `^`) never occur in a token, so the kinds cannot be mistaken for
 * one another:
 * `^token` the token stands in the algorithm's name; `#facet:value` a facet; `#bucket:n` one of 64 even parts of the register,
 * from which broad questions are estimated.
 */
export const bucketCount = 64;
export const inName = (token: string): string => `^${token}`;
export const bucketTerm = (bucket: number): string => `#bucket:${bucket}`;

export type FacetName = 'technique' | 'province' | 'status' | 'year' | 'role' | 'list' | 'flagged';
export const facetTerm = (facet: FacetName, value: string): string => `#${facet}:${value}`;

export interface TermSource {
  readonly number: string;
  readonly algorithmName: string;
  readonly subject: string;
  readonly products: string;
  readonly purpose: string;
  readonly facets: Readonly<Record<FacetName, readonly string[]>>;
}

/** Spreads numbers evenly, neighbours too; stays the same for ever, because it is stored. */
const bucketOf = (number: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < number.length; index += 1) hash = Math.imul(hash ^ number.charCodeAt(index), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % bucketCount;
};

const facetNames: readonly FacetName[] = ['technique', 'province', 'status', 'year', 'role', 'list', 'flagged'];

/** Everything a record can be found by, for the column `terms`. */
export const termsOf = ({ number, algorithmName, subject, products, purpose, facets }: TermSource): string[] => {
  const terms = indexTokens([algorithmName, subject, products], [purpose]);
  for (const token of bigramsOf(algorithmName)) terms.push(inName(token));
  for (const facet of facetNames) for (const value of facets[facet]) terms.push(facetTerm(facet, value));
  if (!terms.includes(number)) terms.push(number);
  terms.push(bucketTerm(bucketOf(number)));
  return terms;
};
