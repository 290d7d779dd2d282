import { assessorDependent } from './assessor-dependent.ts';
import { declaredAgainstObserved } from './declared-against-observed.ts';
import { evidenceInconclusive } from './evidence-inconclusive.ts';
import { evidenceMissing } from './evidence-missing.ts';
import { evidenceOutdated } from './evidence-outdated.ts';
import { filingDiffers } from './filing-differs.ts';
import { outcomeAgainstAnswers } from './outcome-against-answers.ts';
import { period } from './period.ts';
import { riskKindMissing } from './risk-kind-missing.ts';
import { riskRemains } from './risk-remains.ts';
import type { GapRule } from './rule.ts';

/** What keeps an assessment from holding together. Adding a rule: its file, and a line here. */
export const gapRules: readonly GapRule[] = [
  declaredAgainstObserved,
  filingDiffers,
  outcomeAgainstAnswers,
  riskKindMissing,
  period,
  assessorDependent,
  evidenceMissing,
  evidenceOutdated,
  evidenceInconclusive,
  riskRemains,
];
