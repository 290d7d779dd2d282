import { canonicalJson } from '@suanjian/evidence';

/** Noon in Shanghai on 20 November 2026. */
export const noon = Date.UTC(2026, 10, 20, 4);
export const day = 86_400_000;

/** A row of `intervention`, the smallest family there is. */
export const row = (id: string, time = noon): string =>
  canonicalJson({ intervention: id, kind: 'pin', provider: 'demo', time });

/** So many rows as a body. */
export const body = (prefix: string, count: number, time = noon): string =>
  Array.from({ length: count }, (_, index) => `${row(`${prefix}-${index}`, time)}\n`).join('');
