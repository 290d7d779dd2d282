import { text } from '@suanjian/rulebook';
import { civilDateOf, type CivilDate } from '@suanjian/rulebook';
import type { RegisterRecord } from '@suanjian/register';
import { announcedOf, mergeAnnounced } from './announced.ts';
import {
  contentHash,
  publishedContentOf,
  type Announced,
  type KeptContent,
  type RegisterEntry,
  type RegisterOrigin,
  type RegisterStatus,
} from './content.ts';
import { recordRow, type RecordRow } from './record-row.ts';
import type { NewVersion } from './write-records.ts';

/** What the store knows of a number that a file names. */
export interface StoredRecord {
  readonly number: string;
  readonly display: string;
  readonly status: RegisterStatus;
  readonly origin: RegisterOrigin;
  readonly matter_id: string | null;
  readonly first_month: string;
  readonly filed_on: string | null;
  readonly changed_on: string | null;
  readonly revision: number;
  readonly content: KeptContent;
}

export type Step =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'added' | 'changed'; readonly row: RecordRow; readonly version?: NewVersion };

const announcedEntry = (announced: Announced, on: CivilDate, first: boolean): RegisterEntry => {
  const batch = announced.announcements.at(-1)?.batch ?? '';
  const cancelled =
    announced.status === 'cancelled' ? text('备注为“已注销”。', ' The remark says it is cancelled.') : text('', '');
  const what = first
    ? text(`自${batch}公布的清单导入。`, `Imported from the list announced in ${batch}.`)
    : text(`按${batch}公布的清单更新。`, `Updated from the list announced in ${batch}.`);
  return { on, occasion: 'announced', text: text(what.zh + cancelled.zh, what.en + cancelled.en) };
};

const firstMonthOf = (announced: Announced): string => announced.announcements[0]?.batch ?? '';

const sameContent = (left: unknown, right: unknown): boolean => contentHash(left) === contentHash(right);

/** What to do about a record of the file; pure. `at` is the instant of the import. */
export const planRecord = (record: RegisterRecord, stored: StoredRecord | undefined, at: string): Step => {
  const incoming = announcedOf(record);
  if (stored === undefined) {
    const kept: KeptContent = { content: publishedContentOf(incoming), announced: incoming };
    const row = recordRow({
      number: record.id,
      display: record.printedNumber,
      status: incoming.status,
      origin: 'announcement',
      matter: null,
      firstMonth: firstMonthOf(incoming),
      filedOn: null,
      changedOn: null,
      revision: 1,
      kept,
      hash: contentHash(incoming),
    });
    const entry = announcedEntry(incoming, civilDateOf(at), true);
    return { kind: 'added', row, version: { number: record.id, version: 1, content: kept.content, entry, at } };
  }

  const before = stored.content.announced;
  const announced = before === undefined ? incoming : mergeAnnounced(before, incoming);
  const hash = contentHash(announced);
  if (before !== undefined && hash === contentHash(before)) return { kind: 'unchanged' };

  // What was decided here stands: the announcement is kept beside it and changes neither content nor status.
  const decidedHere = stored.origin === 'filing';
  const kept: KeptContent = {
    content: decidedHere ? stored.content.content : publishedContentOf(announced),
    announced,
  };
  const status = decidedHere ? stored.status : announced.status;
  const firstMonth = firstMonthOf(announced);
  const row = recordRow({
    number: stored.number,
    display: stored.display,
    status,
    origin: stored.origin,
    matter: stored.matter_id,
    firstMonth: decidedHere && stored.first_month < firstMonth ? stored.first_month : firstMonth,
    filedOn: stored.filed_on,
    changedOn: stored.changed_on,
    revision: stored.revision + 1,
    kept,
    hash,
  });
  const says =
    !sameContent(kept.content, stored.content.content) ||
    status !== stored.status ||
    before?.remarkText !== announced.remarkText;
  if (decidedHere || !says) return { kind: 'changed', row };
  const entry = announcedEntry(announced, civilDateOf(at), false);
  return {
    kind: 'changed',
    row,
    version: { number: stored.number, version: row.revision, content: kept.content, entry, at },
  };
};
