import { ratiosOf, writePages } from './calibration/outcome.ts';
import { studied } from './calibration/studies.ts';
import type { Ratio } from './ratio.ts';

export const name = 'audit-calibration';

export const run = async (): Promise<readonly Ratio[]> => {
  const [tabled, powers, suite] = await Promise.all([studied('nulls'), studied('power'), studied('suite')]);
  const findings = { ...tabled, powers, suite };
  writePages(findings);
  return ratiosOf(findings);
};
