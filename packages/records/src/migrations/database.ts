import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { AccountTables } from './account-tables.ts';
import type { MonitoringTables } from './monitoring-tables.ts';

/** JSON is written as text and read parsed. */
type Json<Value> = ColumnType<Value, string, string>;

export interface InstallationTable {
  id: GeneratedAlways<string>;
  created_at: GeneratedAlways<string>;
  settings: JSONColumnType<Record<string, unknown>, string | undefined>;
  only_one: Generated<boolean>;
}

export interface OrganisationTable {
  id: string;
  kind: 'provider' | 'office' | 'industry-body';
  name: string;
  place: string;
  level: 'nation' | 'province' | 'city' | null;
  department: string | null;
  credit_code: string | null;
  registered: Generated<boolean>;
  subject_code: string | null;
  demonstration: Generated<boolean>;
  created_at: string;
}

export interface MembershipTable {
  account_id: string;
  organisation_id: string;
  roles: string[];
  since: string;
}

export interface InvitationTable {
  id: string;
  organisation_id: string;
  email: string;
  roles: string[];
  token_hash: string;
  invited_by: string;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
  withdrawn_at: string | null;
}

export interface MatterTable {
  id: string;
  kind: string;
  owner: string | null;
  place: string;
  parent_kind: string | null;
  parent_id: string | null;
  status: string;
  final: boolean;
  visible: string[];
  desk_side: string | null;
  desk_level: string | null;
  assignee: string | null;
  title: string;
  number: string | null;
  technique: string | null;
  grade: string | null;
  terms: string[];
  position: number;
  head_hash: string;
  opened_at: string;
  changed_at: string;
  /** The open clock that runs out first. */
  next_due: string | null;
  /** Accounts of the joint team it belongs to; null where it is no team's. */
  team: string[] | null;
  /** Accounts that were named to the team and are no members of it. */
  named: string[] | null;
  /** The last day until which the owner is not told of what the team reads. */
  readings_deferred_until: string | null;
}

export interface MatterEventTable {
  matter_id: string;
  position: number;
  type: string;
  payload: Json<Record<string, unknown>>;
  at: string;
  civil_date: string;
  actor: Json<Record<string, unknown>>;
  command: string;
  edition: string;
  reason: string | null;
  previous_hash: string;
  hash: string;
}

export interface CommandReceiptTable {
  actor: string;
  key: string;
  request_hash: string;
  result: Json<Record<string, unknown>>;
  at: string;
}

export interface ClockTable {
  matter_id: string;
  name: string;
  run: number;
  bearer: 'provider' | 'office';
  clause: string;
  edition: string;
  event_on: string;
  due_on: string;
  provisional: boolean;
  suspended: boolean;
  ended_how: string | null;
  ended_on: string | null;
  receipts: Json<readonly Record<string, unknown>[]>;
}

export interface ReadingTable {
  id: GeneratedAlways<number>;
  matter_id: string;
  account_id: string | null;
  organisation_id: string | null;
  pointer: string;
  secrecy: string;
  position: number;
  at: string;
  /** The last day on which the owner is not told of it yet. */
  deferred_until: string | null;
}

export interface AttachmentTable {
  hash: string;
  organisation_id: string;
  size: number;
  type: string;
  scanned: string;
  key_id: string;
  content: Uint8Array;
  uploaded_by: string;
  uploaded_at: string;
}

export interface FollowCodeTable {
  code_hash: string;
  matter_id: string;
}

export interface MatterAttachmentTable {
  matter_id: string;
  hash: string;
  size: number;
  type: string;
  scanned: string;
  key_id: string;
  content: Uint8Array;
  added_at: string;
}

export interface KeyErasureTable {
  matter_id: string;
  person: string;
  asked_at: string;
  done_at: string | null;
}

export interface IntakeTable {
  origin: string;
  kind: string;
  at: string;
}

export interface RegisterRecordTable {
  number: string;
  display: string;
  algorithm_name: string;
  name_key: string;
  subject: string;
  subject_key: string;
  product_key: string;
  search_text: string;
  technique: string;
  type_code: string;
  role: string | null;
  place: string;
  province: string;
  status: 'filed' | 'cancelled' | 'revoked';
  origin: 'announcement' | 'filing';
  matter_id: string | null;
  list: string | null;
  first_month: string;
  year: GeneratedAlways<string>;
  filed_on: string | null;
  changed_on: string | null;
  flagged: boolean;
  revision: number;
  content: Json<Record<string, unknown>>;
  content_hash: string;
  terms: string[];
  sort_key: string;
}

export interface RegisterVersionTable {
  number: string;
  version: number;
  content: Json<Record<string, unknown>>;
  entry: Json<Record<string, unknown>>;
  at: string;
}

export interface RegisterImportTable {
  id: GeneratedAlways<number>;
  file_hash: string;
  summary: Json<Record<string, unknown>>;
  actor: string;
  at: string;
}

export interface RegisterCellTable {
  technique: string;
  province: string;
  status: 'filed' | 'cancelled' | 'revoked';
  month: string;
  role: string;
  list: string;
  flagged: boolean;
  records: number;
}

export interface RegisterSubjectTable {
  subject_key: string;
  records: number;
}

interface LocalisedText {
  readonly zh: string;
  readonly en: string;
}

export interface OutboxTable {
  id: GeneratedAlways<number>;
  matter_id: string;
  position: number;
  organisation_id: string | null;
  office_level: string | null;
  place: string;
  subject: Json<LocalisedText>;
  body: Json<LocalisedText>;
  created_at: string;
  handled_at: string | null;
}

export interface NoticeTable {
  id: GeneratedAlways<number>;
  organisation_id: string;
  matter_id: string;
  matter_kind: string;
  position: number;
  cause: string;
  subject: Json<LocalisedText>;
  body: Json<LocalisedText>;
  created_at: string;
}

export interface NoticeReadTable {
  notice_id: number;
  account_id: string;
  at: string;
}

export interface DeadlineNoticeTable {
  matter_id: string;
  clock: string;
  run: number;
  due_on: string;
  stage: '5' | '2' | '0' | 'lapsed';
  at: string;
}

export interface NoticePreferenceTable {
  account_id: string;
  organisation_id: string;
  mail: boolean;
  language: 'zh' | 'en';
}

export interface DeliveryTable {
  id: GeneratedAlways<number>;
  notice_id: number;
  channel: 'mail' | 'webhook';
  target: string;
  attempts: Generated<number>;
  next_attempt_at: string;
  claimed_until: string | null;
  delivered_at: string | null;
  abandoned_at: string | null;
  last_fault: string | null;
}

export interface WebhookTable {
  id: string;
  organisation_id: string;
  address: string;
  secret: Json<Record<string, unknown>>;
  active: Generated<boolean>;
  created_by: string;
  created_at: string;
}

export interface CalendarFeedTable {
  account_id: string;
  organisation_id: string;
  generation: number;
  token_hash: string;
  created_at: string;
}

export interface CalendarImportTable {
  id: GeneratedAlways<number>;
  version: string;
  content: Json<unknown>;
  actor: string;
  at: string;
}

export interface AuditKeyTable {
  id: string;
  organisation_id: string;
  vkey: string;
  added_by: string;
  added_at: string;
  retired_by: string | null;
  retired_at: string | null;
}

export interface AuditBundleTable {
  id: string;
  organisation_id: string;
  matter_id: string;
  hash: string;
  vkey: string;
  period_from: string | null;
  period_to: string | null;
  origin: string | null;
  tree_size: number | null;
  root: string | null;
  doubt: 'went-back' | 'split' | null;
  key_id: string;
  content: Uint8Array;
  size: number;
  uploaded_by: string;
  uploaded_at: string;
}

export interface SiteWatchTable {
  matter_id: string;
  next_at: string;
  claimed_until: string | null;
  asked_at: string | null;
}

export interface SiteVisitTable {
  id: string;
  matter_id: string;
  organisation_id: string;
  address: string;
  at: string;
  asked_by: string;
  way: 'browser' | 'without-script';
  fault: string | null;
  number_shown: boolean | null;
  link_shown: boolean | null;
  notice: 'shown' | 'linked' | 'absent' | null;
  notice_address: string | null;
  key_id: string | null;
  screenshot: Uint8Array | null;
}

/** The tables as Kysely sees them. Instants are ISO strings, civil dates `YYYY-MM-DD`, bigint numbers (see store/value-parsers.ts). */
export interface Database extends AccountTables, MonitoringTables {
  installation: InstallationTable;
  organisation: OrganisationTable;
  membership: MembershipTable;
  invitation: InvitationTable;
  matter: MatterTable;
  matter_event: MatterEventTable;
  command_receipt: CommandReceiptTable;
  clock: ClockTable;
  reading: ReadingTable;
  attachment: AttachmentTable;
  follow_code: FollowCodeTable;
  matter_attachment: MatterAttachmentTable;
  key_erasure: KeyErasureTable;
  intake: IntakeTable;
  register_record: RegisterRecordTable;
  register_version: RegisterVersionTable;
  register_import: RegisterImportTable;
  register_cell: RegisterCellTable;
  register_subject: RegisterSubjectTable;
  outbox: OutboxTable;
  notice: NoticeTable;
  notice_read: NoticeReadTable;
  deadline_notice: DeadlineNoticeTable;
  notice_preference: NoticePreferenceTable;
  delivery: DeliveryTable;
  webhook: WebhookTable;
  calendar_feed: CalendarFeedTable;
  calendar_import: CalendarImportTable;
  audit_key: AuditKeyTable;
  audit_bundle: AuditBundleTable;
  site_watch: SiteWatchTable;
  site_visit: SiteVisitTable;
}
