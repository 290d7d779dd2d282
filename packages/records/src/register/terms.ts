import { createHash } from 'node:crypto';
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

const bucketOf = (number: string): number => (createHash('sha256').update(number).digest()[0] ?? 0) % bucketCount;

const facetNames: readonly FacetName[] = ['technique', 'province', 'status', 'year', 'role', 'list', 'flagged'];

/** Everything a record can be found by, for the column `terms`. */
export const termsOf = ({ number, algorithmName, subject, products, purpose, facets }: TermSource): string[] => [
  ...new Set([
    ...indexTokens([algorithmName, subject, products], [purpose]),
    ...bigramsOf(algorithmName).map(inName),
    ...facetNames.flatMap((facet) => facets[facet].map((value) => facetTerm(facet, value))),
    number,
    bucketTerm(bucketOf(number)),
  ]),
];
