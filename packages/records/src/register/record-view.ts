import type { Selectable } from 'kysely';
import type { PublishedContent } from '@suanjian/matters';
import type { Fault, HistoryEntry } from '@suanjian/register';
import type { RegisterRecordTable } from '../migrations/database.ts';
import {
  contentHash,
  type Announced,
  type KeptAnnouncement,
  type KeptContent,
  type RegisterEntry,
  type RegisterOrigin,
  type RegisterStatus,
} from './content.ts';

/** One field that a version says otherwise than the one before; an absent side means: not said. */
export interface VersionDifference {
  readonly field: keyof PublishedContent;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface RegisterVersion {
  /** Rising; not every revision of a record is a version of its content. */
  readonly version: number;
  readonly at: string;
  readonly entry: RegisterEntry;
  readonly content: PublishedContent;
  /** Against the version before; empty for the first. */
  readonly differences: readonly VersionDifference[];
}

/** A record with all that is publicly known of it. */
export interface RegisterRecordView {
  readonly number: string;
  readonly display: string;
  readonly status: RegisterStatus;
  readonly origin: RegisterOrigin;
  readonly matter?: string;
  readonly technique: string;
  readonly typeCode: string;
  readonly role?: string;
  readonly place: string;
  readonly province: string;
  readonly list?: string;
  readonly firstMonth: string;
  readonly filedOn?: string;
  readonly changedOn?: string;
  readonly revision: number;
  /** What is in force. */
  readonly content: PublishedContent;
  /** As last announced, word for word. */
  readonly announced?: Announced;
  readonly announcements: readonly KeptAnnouncement[];
  /** Changes and cancellation as the announcements' remarks tell them. */
  readonly history: readonly HistoryEntry[];
  readonly flags: readonly Fault[];
  /** The oldest first. */
  readonly versions: readonly RegisterVersion[];
}

const differencesBetween = (before: PublishedContent, after: PublishedContent): readonly VersionDifference[] => {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof PublishedContent)[];
  return fields.flatMap((field) => {
    const [left, right] = [before[field], after[field]];
    if (contentHash(left ?? null) === contentHash(right ?? null)) return [];
    return [
      { field, ...(left === undefined ? {} : { before: left }), ...(right === undefined ? {} : { after: right }) },
    ];
  });
};

/** A version as the store keeps it. */
export interface VersionRow {
  readonly number: string;
  readonly version: number;
  readonly content: unknown;
  readonly entry: unknown;
  readonly at: string;
}

const versionsOf = (rows: readonly VersionRow[]): readonly RegisterVersion[] =>
  rows.map(({ version, at, entry, content }, index) => {
    const before = rows[index - 1]?.content as PublishedContent | undefined;
    const present = content as PublishedContent;
    return {
      version,
      at,
      entry: entry as RegisterEntry,
      content: present,
      differences: before === undefined ? [] : differencesBetween(before, present),
    };
  });

export const viewColumns = [
  'number',
  'display',
  'status',
  'origin',
  'matter_id',
  'technique',
  'type_code',
  'role',
  'place',
  'province',
  'list',
  'first_month',
  'filed_on',
  'changed_on',
  'revision',
  'content',
] as const;

export type ViewRow = Pick<Selectable<RegisterRecordTable>, (typeof viewColumns)[number]>;

export const recordView = (row: ViewRow, versions: readonly VersionRow[]): RegisterRecordView => {
  const { content, announced } = row.content as unknown as KeptContent;
  return {
    number: row.number,
    display: row.display,
    status: row.status,
    origin: row.origin,
    ...(row.matter_id === null ? {} : { matter: row.matter_id }),
    technique: row.technique,
    typeCode: row.type_code,
    ...(row.role === null ? {} : { role: row.role }),
    place: row.place,
    province: row.province,
    ...(row.list === null ? {} : { list: row.list }),
    firstMonth: row.first_month,
    ...(row.filed_on === null ? {} : { filedOn: row.filed_on }),
    ...(row.changed_on === null ? {} : { changedOn: row.changed_on }),
    revision: row.revision,
    content,
    ...(announced === undefined ? {} : { announced }),
    announcements: announced?.announcements ?? [],
    history: announced?.history ?? [],
    flags: announced?.flags ?? [],
    versions: versionsOf(versions),
  };
};
