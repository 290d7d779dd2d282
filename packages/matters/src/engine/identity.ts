import type { Branded } from '@suanjian/rulebook';

/** UUIDs, made by the injected source of ids. */
export type MatterId = Branded<string, 'MatterId'>;
export type OrganisationId = Branded<string, 'OrganisationId'>;
export type AccountId = Branded<string, 'AccountId'>;

/** A moment, ISO 8601 in UTC ending in `Z`. */
export type Instant = Branded<string, 'Instant'>;
