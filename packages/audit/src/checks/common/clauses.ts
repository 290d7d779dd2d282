import { clausesAnsweredBy } from '@suanjian/rulebook';
import type { Check } from '../../engine/check.ts';
import { severityOf } from './severity.ts';

/** The clauses that the rulebook says a check answers, with their severity: said in one place, and there alone. */
export const clausesOf = (id: string): Check['clauses'] =>
  clausesAnsweredBy('check', id).map((clause) => ({
    clause: clause.id,
    severity: severityOf(clause.id) ?? 'advisory',
  }));
