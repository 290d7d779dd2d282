export * from './store/open-store.ts';
export * from './store/errors.ts';
export * from './store/database-errors.ts';
export type { Scope, TransactionOptions, Work } from './store/transactions.ts';
export type { Migration } from './store/migration.ts';
export { applicationRole, rowSecurity, scopeSetting, type RowSecurity } from './store/row-security.ts';
export { gatherStatistics } from './store/statistics.ts';
export type { Database } from './migrations/database.ts';
export * from './matters/matter-service.ts';
export type { MatterPorts } from './matters/command-context.ts';
export type { Done, Refused, RefusedWhy } from './matters/outcome.ts';
export type { AttachmentHolder } from './matters/attachment-holder.ts';
export type { ClockView } from './matters/clock-views.ts';
export type { MatterReading, ReadOptions } from './matters/read.ts';
export type { TimelineEntry } from './matters/timeline.ts';
export type { MatterList, MatterListItem, MatterQuery } from './matters/list.ts';
export {
  readMatterAttachment,
  referenceOfFile,
  type Brought,
  type BroughtFile,
  type FilePorts,
} from './matters/brought.ts';
export { findLapses, giveLapsed, type Lapse } from './matters/lapses.ts';
export { erasePending, forgetOrigins } from './matters/erasure.ts';
export type { SealedBox, SealOwner } from './matters/sealed-box.ts';
export { createSealer, type Sealer } from './matters/sealing.ts';
export { scopeOf } from './matters/scope.ts';
export { findProspects } from './matters/prospects.ts';
export { parseInput } from './matters/input.ts';
export { clockStanding } from './matters/projection.ts';
export { verifyMatters, type StreamFault, type Verification } from './matters/verify.ts';
export { recomputeClocks, type Recomputed } from './matters/recompute-clocks.ts';
export { openFileKeyring, type FileKeyringOptions } from './keys/file-keyring.ts';
export { createMemoryKeyring } from './keys/memory-keyring.ts';
export type { DataKey, KeyOwner, Keyring, KeyringPorts, KeyState } from './keys/keyring.ts';
export { loadOrCreateMasterKey, parseMasterKey } from './keys/master-key.ts';
export { createSealedBox, isSealed, openSealed, seal, unseal, type Sealed } from './keys/sealed-box.ts';
export * from './keys/errors.ts';
export { keepAttachment, readAttachment, type KeptAttachment, type NewAttachment } from './attachments/attachments.ts';
export { addAuditKey, listAuditKeys, retireAuditKey, type AddedAuditKey, type AuditKey } from './audits/audit-keys.ts';
export {
  findAuditBundle,
  keepAuditBundle,
  listAuditBundles,
  type AuditBundleEntry,
  type AuditBundleNote,
  type BundleDoubt,
  type NewAuditBundle,
} from './audits/audit-bundles.ts';
export {
  keepSiteVisit,
  listSiteVisits,
  readSiteScreenshot,
  type NewSiteVisit,
  type SiteFindings,
  type SiteVisit,
  type SiteVisitWay,
} from './site-checks/site-visits.ts';
export {
  claimDueSiteWatch,
  claimSiteWatch,
  enrolSiteWatches,
  releaseSiteWatch,
  siteWatchStanding,
  type SiteWatch,
  type SiteWatchStanding,
} from './site-checks/site-watches.ts';
export * from './made-public/answered.ts';
export * from './made-public/found.ts';
export * from './made-public/totals.ts';
export * from './monitoring/complaints.ts';
export * from './monitoring/indicators.ts';
export { readFigures, writeFigures, type FigureSheet, type KeptFigure } from './monitoring/months.ts';
export * from './monitoring/share-notice.ts';
export * from './monitoring/silences.ts';
export * from './monitoring/warnings.ts';
export { openBytes, sealBytes, type SealedBytes } from './keys/sealed-bytes.ts';
export type { Announced, KeptAnnouncement, RegisterEntry, RegisterOrigin, RegisterStatus } from './register/content.ts';
export * from './register/query.ts';
export { searchRegister } from './register/search.ts';
export { findRecord, suggestNear } from './register/find.ts';
export type { RegisterRecordView, RegisterVersion, VersionDifference } from './register/record-view.ts';
export { registerFigures, type RegisterFigures } from './register/figures.ts';
export { allRecords, type AllRecordsOptions } from './register/all-records.ts';
export {
  importRegister,
  type ImportFaults,
  type ImportOptions,
  type ImportProgress,
  type ImportSummary,
} from './register/import.ts';
export { publishToRegister, type PublicationContext } from './register/publish.ts';
export { registerPeak, subjectCodeInRegister } from './register/peak.ts';
export { exportColumns, type ExportColumn } from './register/export/columns.ts';
export { toCsv, type CsvOptions } from './register/export/csv.ts';
export { toJsonLines } from './register/export/json-lines.ts';
export { toParquet, type ParquetOptions } from './register/export/parquet.ts';
