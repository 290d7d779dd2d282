export { auditLog, type LogAudit, type LogAuditOutcome } from './engine/audit-log.ts';
export { AuditFault } from './engine/audit-fault.ts';
export { defineCheck, type Check, type CheckExample, type CheckParameter, type CheckValue } from './engine/check.ts';
export { typesOf } from './engine/column-types.ts';
export { addedUp } from './engine/exact-rows.ts';
export { defineMethod, type Method, type MethodRequest, type PartSpecification } from './engine/method.ts';
export { lookingAtEverything } from './engine/part.ts';
export { partialsIn, type Partials } from './engine/partials.ts';
export type { Question } from './engine/question.ts';
export { runQuestions, type Answered, type CouldNotRun, type Outcome, type Run } from './engine/run.ts';
export { checkOf, checks } from './checks/checks.ts';
export { meaningIn } from './methods/common/meaning.ts';
export { methodOf, methods } from './methods/methods.ts';
export { errorBudget, receiptOf, suanjianVersion, yearlyError, type ErrorBudget } from './receipt/receipt.ts';
export { comparedPart, compareReports, type Comparison } from './receipt/rerun.ts';
export { buildReport, failsRun, resultOf } from './report/build.ts';
export { htmlReport } from './report/html/html-report.ts';
export { reportJsonSchema, reportSchema, type Report, type ReportResult, type ReportUnit } from './report/schema.ts';
export { failingWords } from './report/failing.ts';
export { terminalReport, terminalResults } from './report/terminal.ts';
export { storeDisagreements, type Disagreement } from './engine/store-agreement.ts';
export { enterRun, overspent, type Spending } from './receipt/ledger.ts';
export { auditOfReport } from './receipt/log-rerun.ts';
export { explainCheck, explainMethod } from './report/explain.ts';
export { auditMapping, type MappingAudit, type MappingOutcome } from './mapping/audit-mapping.ts';
export { MappingFault, type MappingProblem } from './mapping/fault.ts';
export { loadPack } from './packs/load-pack.ts';
export { PackFault, type PackProblem } from './packs/pack-fault.ts';
export { tryExamples, type TriedExample } from './packs/try-examples.ts';
export { bundleSchema, type Bundle, type BundledResult, type BundledUnit } from './bundle/bundle-schema.ts';
export { makeBundle, type BundleFor } from './bundle/make-bundle.ts';
export { bundleSalt, opensBundle, signBundle, verifyBundle, type BundleCheck } from './bundle/signed-bundle.ts';
export {
  differsFromEdition,
  differsFromPack,
  releaseOfEdition,
  releaseOfPack,
  signRelease,
  verifyRelease,
  type Difference,
  type PackFile,
  type Release,
} from './release/release.ts';
