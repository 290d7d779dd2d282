import type { Check } from '../engine/check.ts';

/** Every check of the house, by id. One line each. */
export const checks: readonly Check[] = [];

export const checkOf = (id: string): Check | undefined => checks.find((check) => check.id === id);
