import type { CivilDate, Text } from '@suanjian/rulebook';

/** The five fields of a disclosure and, optionally, where it is published already (final/16, draft/14). */
export interface Disclosure {
  readonly algorithmName: string;
  readonly basicPrinciple: string;
  readonly operatingMechanism: string;
  readonly applicationScenario: string;
  readonly purpose: string;
  readonly publishedAt?: string;
}

export interface PublishedProduct {
  readonly name: string;
  readonly forms: readonly string[];
  readonly address?: string;
}

/** One version of a public record: only what may be public. */
export interface PublishedContent {
  readonly algorithmName: string;
  readonly subject: string;
  readonly creditCode?: string;
  readonly technique: string;
  readonly role?: string;
  readonly place: string;
  readonly products: readonly PublishedProduct[];
  readonly purpose: string;
  readonly version?: string;
  readonly launched?: CivilDate;
  readonly applicationFields?: readonly string[];
  readonly disclosure?: Disclosure;
}

export interface PublishedEntry {
  readonly on: CivilDate;
  readonly occasion: 'filed' | 'changed' | 'cancelled' | 'revoked';
  readonly text: Text;
  readonly basis?: readonly string[];
}

/** What an accepted event makes public about a filing number. */
export interface Publication {
  /** The 21 digits. */
  readonly number: string;
  readonly status: 'filed' | 'cancelled' | 'revoked';
  readonly content: PublishedContent;
  readonly entry: PublishedEntry;
}
