import type { Check } from '../engine/check.ts';
import { accountHandover } from './account-handover/check.ts';
import { barredTags } from './barred-tags/check.ts';
import { chartChurn } from './chart-churn/check.ts';
import { chartGaps } from './chart-gaps/check.ts';
import { chartRecompute } from './chart-recompute/check.ts';
import { chartRules } from './chart-rules/check.ts';
import { claimFailureReasons } from './claim-failure-reasons/check.ts';
import { consentedFeatures } from './consented-features/check.ts';
import { couponRules } from './coupon-rules/check.ts';
import { declaredAutomation } from './declared-automation/check.ts';
import { declaredData } from './declared-data/check.ts';
import { declaredTechniques } from './declared-techniques/check.ts';
import { deletedTagsUnused } from './deleted-tags-unused/check.ts';
import { deliveryOutcomes } from './delivery-outcomes/check.ts';
import { destinationObstruction } from './destination-obstruction/check.ts';
import { deviceReuse } from './device-reuse/check.ts';
import { differentialPricing } from './differential-pricing/check.ts';
import { differentialTerms } from './differential-terms/check.ts';
import { discountLines } from './discount-lines/check.ts';
import { elderlyAvailability } from './elderly-availability/check.ts';
import { elderlyFraud } from './elderly-fraud/check.ts';
import { engagementBursts } from './engagement-bursts/check.ts';
import { exposureAfterDisposal } from './exposure-after-disposal/check.ts';
import { feasibleTime } from './feasible-time/check.ts';
import { feeLines } from './fee-lines/check.ts';
import { impersonalResults } from './impersonal-results/check.ts';
import { implicitLabel } from './implicit-label/check.ts';
import { interventionOwned } from './intervention-owned/check.ts';
import { interventionTerm } from './intervention-term/check.ts';
import { labelTampering } from './label-tampering/check.ts';
import { listPrice } from './list-price/check.ts';
import { lockstepEngagement } from './lockstep-engagement/check.ts';
import { logCoverage } from './log-coverage/check.ts';
import { logRetention } from './log-retention/check.ts';
import { minorsExposure } from './minors-exposure/check.ts';
import { minorsTime } from './minors-time/check.ts';
import { negativeFeedback } from './negative-feedback/check.ts';
import { noticeShown } from './notice-shown/check.ts';
import { optOutHonoured } from './opt-out-honoured/check.ts';
import { optOutReachable } from './opt-out-reachable/check.ts';
import { orderShare } from './order-share/check.ts';
import { promotionRules } from './promotion-rules/check.ts';
import { proxyTags } from './proxy-tags/check.ts';
import { qualityShare } from './quality-share/check.ts';
import { rankInversions } from './rank-inversions/check.ts';
import { rankingReasons } from './ranking-reasons/check.ts';
import { registrationBursts } from './registration-bursts/check.ts';
import { repetition } from './repetition/check.ts';
import { restReminders } from './rest-reminders/check.ts';
import { rumourHandling } from './rumour-handling/check.ts';
import { selfPreference } from './self-preference/check.ts';
import { sessionTails } from './session-tails/check.ts';
import { slateDuplicates } from './slate-duplicates/check.ts';
import { spendingTails } from './spending-tails/check.ts';
import { suppressedItems } from './suppressed-items/check.ts';
import { syntheticLabelCoverage } from './synthetic-label-coverage/check.ts';
import { syntheticNews } from './synthetic-news/check.ts';
import { tagsOptional } from './tags-optional/check.ts';
import { tagsShown } from './tags-shown/check.ts';
import { topicNarrowing } from './topic-narrowing/check.ts';
import { unlabelledSynthetic } from './unlabelled-synthetic/check.ts';
import { unlistedNews } from './unlisted-news/check.ts';
import { workerPay } from './worker-pay/check.ts';
import { workerPenalties } from './worker-penalties/check.ts';
import { workingHours } from './working-hours/check.ts';

/** Every check of the house, by id. One line each. */
export const checks: readonly Check[] = [
  accountHandover,
  barredTags,
  chartChurn,
  chartGaps,
  chartRecompute,
  chartRules,
  claimFailureReasons,
  consentedFeatures,
  couponRules,
  declaredAutomation,
  declaredData,
  declaredTechniques,
  deletedTagsUnused,
  deliveryOutcomes,
  destinationObstruction,
  deviceReuse,
  differentialPricing,
  differentialTerms,
  discountLines,
  elderlyAvailability,
  elderlyFraud,
  engagementBursts,
  exposureAfterDisposal,
  feasibleTime,
  feeLines,
  impersonalResults,
  implicitLabel,
  interventionOwned,
  interventionTerm,
  labelTampering,
  listPrice,
  lockstepEngagement,
  logCoverage,
  logRetention,
  minorsExposure,
  minorsTime,
  negativeFeedback,
  noticeShown,
  optOutHonoured,
  optOutReachable,
  orderShare,
  promotionRules,
  proxyTags,
  qualityShare,
  rankInversions,
  rankingReasons,
  registrationBursts,
  repetition,
  restReminders,
  rumourHandling,
  selfPreference,
  sessionTails,
  slateDuplicates,
  spendingTails,
  suppressedItems,
  syntheticLabelCoverage,
  syntheticNews,
  tagsOptional,
  tagsShown,
  topicNarrowing,
  unlabelledSynthetic,
  unlistedNews,
  workerPay,
  workerPenalties,
  workingHours,
];

export const checkOf = (id: string): Check | undefined => checks.find((check) => check.id === id);
