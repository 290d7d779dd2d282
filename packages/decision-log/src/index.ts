export { families, familyNames, type FamilyName } from './families/families.ts';
export type { Family, Field, FieldKind } from './families/field.ts';
export { logDatabase } from './store/store.ts';
export type { LogStore, QueryOptions, StoreReader, StoreWriter } from './store/store.ts';
export { StoreFault, type StoreFaultKind } from './store/store-fault.ts';
export { openStore, type StoreOptions } from './store/open-store.ts';
export { storeOptions, type StoreSettings } from './store/store-settings.ts';
export { ensureDatabase, ensureTable } from './store/schema.ts';

export { BatchSorter, type DayRows, type SortOptions, type SortedBatch } from './record/batch-sorter.ts';
export { RecordChecker, type CheckedRecord } from './record/record-checker.ts';
export type { FieldFault, Refusal } from './record/refusal.ts';
export { storedRows, type RowsPlace } from './record/stored-rows.ts';
export { tableOf } from './record/table.ts';

export { LogFault, type LogFaultKind } from './journal/log-fault.ts';
export type { BatchEntry, JournalEntry, JournalIndex, SegmentExtent, SegmentName } from './journal/journal-index.ts';
export { journalFile, segmentFolder } from './journal/journal.ts';
export type { Damage } from './journal/segments.ts';

export { openDecisionLog } from './ingest/decision-log.ts';
export type { AppendOptions, Appended, DecisionLog, DecisionLogOptions, Receipt } from './ingest/decision-log.ts';
export { JournalView, keyFolder, logFolder, readDecisionLog } from './ingest/journal-view.ts';
export { readCheckpoint } from './ingest/checkpoints.ts';
export type { LoadState } from './ingest/loader.ts';

export { startLogService, type RunningLogService, type StartOptions } from './service/start.ts';

export { beginEpoch, type BegunEpoch } from './ingest/begin-epoch.ts';
export { KeyFiles, type KeyFilesOptions } from './pseudonym/key-files.ts';
export { loadMasterKey, parseMasterKey, type Randomness } from './pseudonym/master-key.ts';
export {
  Pseudonyms,
  identifyWith,
  traitKeyAway,
  traitKeyMark,
  traitSubjectsWith,
  type PseudonymKeys,
} from './pseudonym/pseudonyms.ts';

export { createLogClient, type LogClient } from './client/log-client.ts';
export { RecordFault, type LogClientOptions, type RefusedRecords } from './client/log-client-options.ts';

export { ingestFiles } from './formats/ingest-files.ts';
export type { IngestOptions, IngestProgress, IngestedFile } from './formats/ingest-files.ts';
export { formatOf, type FileFormat } from './formats/source.ts';
export { ceilingOfBytes, underCeiling, usualCeiling, type UnpackingCeiling } from './formats/unpacking.ts';

export { generateLog, type GenerateOptions } from './generate/generate.ts';
export type { GeneratedBatch } from './generate/output.ts';
export { parsePlant, plants, plantNames, type PlantName } from './generate/plants/plants.ts';
export type { Plant } from './generate/plants/plant.ts';

export { coverageOf, type Coverage, type CoverageOptions, type CoverageRow } from './coverage/coverage.ts';

export { eventFamilies } from './retention/event-families.ts';

export { jsonSchemaOf, type JsonSchema } from './record/json-schema.ts';
export { parquetLayoutOf, type ParquetColumn } from './record/parquet-layout.ts';
export type { Hold, HoldScope, Obstacle } from './retention/hold.ts';
export { obstaclesOf, openHold, readHolds, releaseHold, type HoldState, type KnownHold } from './retention/holds.ts';
export { planRetention, refusalText, retain, type RetentionDecision } from './retention/retain.ts';
export { firstDayToKeep, keptThrough, LEAST_MONTHS } from './retention/term.ts';
export { civilDayOf } from './retention/civil-day.ts';

export { exportLog, MANIFEST_FILE, type Exported } from './export/export-log.ts';
export { keyOfExport, verifyExport } from './verify/verify-export.ts';
export { verifyOwnLog } from './verify/verify-own-log.ts';
export {
  compareStore,
  storeFaultText,
  type StoreComparison,
  type StoreFault as StoreDifference,
} from './verify/compare-store.ts';
export { loadSigner } from './ingest/origin.ts';
export {
  checkAuthority,
  extractRows,
  EXTRACT_FILE,
  type Authority,
  type Extracted,
  type ExtractWish,
} from './extract/extract.ts';
export { familiesKnowing } from './extract/find-rows.ts';
export { verifyExtract, type ExtractReport } from './extract/verify-extract.ts';
export { tokenFile } from './service/bearer.ts';
export { answerChallenge, CHALLENGE_FILE, type Answered } from './challenge/answer.ts';
export { commitmentOfSeed } from './challenge/draw.ts';
export { verifyAnswer, type AnswerReport } from './challenge/verify-answer.ts';
export { explainRequest, sourceOf, type Explanation } from './explain/explain-request.ts';
export { explainFromLog, type Explained, type ExplainWish } from './explain/explain-from-log.ts';
export type { KeptRow, RowSource, Sentence, Topic } from './explain/kept-row.ts';
