import type { AuditComparisonAnswer } from '@suanjian/contracts';
import { parseVerifier } from '@suanjian/evidence';
import type { Bundle } from '@suanjian/audit/bundle';
import type { AuditBundleNote } from '@suanjian/records';
import type { NamedFiling } from './filing.ts';

/** What one check of a bundle found, with every part that it tells apart. Undefined where the bundle has no such result that counts. */
export const comparisonOf = (
  { id, uploadedAt, vkey, log }: AuditBundleNote,
  { results }: Bundle,
  filing: NamedFiling,
  check: string,
): AuditComparisonAnswer | undefined => {
  const result = results.find((each) => each.status === 'live' && (each.check ?? each.id) === check);
  if (result === undefined) return undefined;
  const { title, clauses, method, matched, scale, materiality, verdict, estimate, interval, n, suppressed } = result;
  return {
    bundle: id,
    filing: {
      id: filing.id,
      title: filing.title,
      ...(filing.number === undefined ? {} : { number: filing.number }),
    },
    uploadedAt,
    signer: parseVerifier(vkey).name,
    ...(log === undefined ? {} : { from: log.from, to: log.to }),
    check,
    title,
    clauses,
    method,
    ...(matched === undefined ? {} : { matched }),
    scale,
    materiality,
    verdict,
    estimate,
    interval,
    n,
    suppressed,
    units: result.units.map((unit) => ({
      by: unit.by,
      verdict: unit.verdict,
      estimate: unit.estimate,
      interval: unit.interval,
      n: unit.n,
      suppressed: unit.suppressed,
    })),
  };
};
