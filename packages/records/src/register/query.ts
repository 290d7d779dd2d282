import type { RegisterOrigin, RegisterStatus } from './content.ts';

export interface RegisterQuery {
  /** A name, words, or a number; empty for browsing. */
  readonly text: string;
  readonly technique?: readonly string[];
  /** First two digits of GB/T 2260. */
  readonly province?: readonly string[];
  readonly status?: readonly string[];
  /** Of the first announcement or of the filing, four digits. */
  readonly year?: readonly string[];
  readonly role?: readonly string[];
  readonly list?: readonly string[];
  readonly flagged?: boolean;
  readonly sort: 'relevance' | 'newest' | 'oldest' | 'name';
  /** From 1. */
  readonly page: number;
  /** 1 to 100. */
  readonly size: number;
}

export interface RegisterListItem {
  readonly number: string;
  /** As printed or issued, with prefix. */
  readonly display: string;
  readonly algorithmName: string;
  readonly subject: string;
  readonly technique: string;
  readonly typeCode: string;
  readonly role?: string;
  readonly place: string;
  readonly province: string;
  readonly status: RegisterStatus;
  readonly origin: RegisterOrigin;
  readonly list?: string;
  /** `YYYY-MM`. */
  readonly firstMonth: string;
  readonly filedOn?: string;
  readonly changedOn?: string;
  readonly flagged: boolean;
  /** Names of the products, `、` between them. */
  readonly products: string;
  readonly purpose: string;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface RegisterPage {
  readonly total: number;
  readonly page: number;
  readonly size: number;
  /** How many pages can be turned to; fewer than `total` needs when there are too many to leaf through (see `reach`). */
  readonly pages: number;
  readonly records: readonly RegisterListItem[];
  /** Most frequent first. A facet's counts heed every filter but its own. */
  readonly facets: Readonly<Record<'technique' | 'province' | 'status' | 'year' | 'role', readonly FacetCount[]>>;
  /** False when `total` or the facets were estimated from a sample, because the words stand in too much of a large register. */
  readonly exact: boolean;
}

/**
 * How far a list can be turned. Beyond, narrow the question or take the open data, which is whole.
 * `estimated`: for a list whose length is an estimate.
 */
export const reach = { counted: 10_000, estimated: 1_000 } as const;
