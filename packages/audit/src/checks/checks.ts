import type { Check } from '../engine/check.ts';
import { declaredAutomation } from './declared-automation/check.ts';
import { declaredData } from './declared-data/check.ts';
import { declaredTechniques } from './declared-techniques/check.ts';
import { exposureAfterDisposal } from './exposure-after-disposal/check.ts';
import { implicitLabel } from './implicit-label/check.ts';
import { interventionOwned } from './intervention-owned/check.ts';
import { interventionTerm } from './intervention-term/check.ts';
import { labelTampering } from './label-tampering/check.ts';
import { logRetention } from './log-retention/check.ts';
import { rankingReasons } from './ranking-reasons/check.ts';
import { syntheticNews } from './synthetic-news/check.ts';
import { unlabelledSynthetic } from './unlabelled-synthetic/check.ts';
import { unlistedNews } from './unlisted-news/check.ts';

/** Every check of the house, by id. One line each. */
export const checks: readonly Check[] = [
  declaredAutomation,
  declaredData,
  declaredTechniques,
  exposureAfterDisposal,
  implicitLabel,
  interventionOwned,
  interventionTerm,
  labelTampering,
  logRetention,
  rankingReasons,
  syntheticNews,
  unlabelledSynthetic,
  unlistedNews,
];

export const checkOf = (id: string): Check | undefined => checks.find((check) => check.id === id);
