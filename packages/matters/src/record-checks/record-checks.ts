import { assessmentCurrent } from './assessment-current.ts';
import { lawfulData } from './lawful-data.ts';
import { publishedCases } from './published-cases.ts';
import { resultOf, type ProviderRecords, type RecordCheck, type RecordResult } from './record-check.ts';
import { releaseApproved } from './release-approved.ts';
import { timelyAnswers } from './timely-answers.ts';

/** Every check that records decide, by id. One line each. */
export const recordChecks: readonly RecordCheck[] = [
  assessmentCurrent,
  lawfulData,
  publishedCases,
  releaseApproved,
  timelyAnswers,
];

export const judgeRecords = (records: ProviderRecords): readonly RecordResult[] =>
  recordChecks.map((check) => resultOf(check, records));
