import { Readable } from 'node:stream';
import {
  families,
  traitKeyMark,
  traitSubjectsWith,
  type FamilyName,
  type Field,
  type LogStore,
  type StoreReader,
} from '@suanjian/decision-log';
import { text } from '@suanjian/rulebook';
import type { Check } from './check.ts';
import { cutFamily, type Cut } from './cut.ts';
import { templatesOf } from './prepare-check.ts';
import { familiesIn, type FamilyPlace } from './template.ts';

/** What the holder of the key of traits lends to one audit. */
export interface TraitKeyUse {
  readonly key: Uint8Array;
  readonly store: Pick<LogStore, 'writer' | 'openPrivateRoom'>;
}

/** People and their traits side by side, as long as one audit lasts. */
export interface LinkedTraits {
  /** Reads the log and the linking table; nobody else reads the latter. */
  readonly session: StoreReader;
  /** Tells which key it was, and gives nothing of it away. */
  readonly keyMark: string;
  /** Rows of traits that belong to people whom the checks look at. */
  readonly rows: number;
  readonly family: (place: FamilyPlace, history: 'all' | number) => string;
  /** Drops the linking table with its room. */
  close(): Promise<void>;
}

export const readsLinkedTraits = (check: Check): boolean =>
  familiesIn(templatesOf(check)).some(({ linked }) => linked === true);

export const noTraitKey = text(
  '受保护特征另用一把密钥隔开，没有它就不能与人对照，而这次审计没有拿到这把密钥。请由持有者运行审计：密钥在数据目录的 keys/log 中，或用 --trait-key 给出密钥文件。',
  'Protected traits are kept apart under a key of their own, and without it they cannot be laid beside people. This audit was not given that key. Let its holder run the audit: the key lies in keys/log of the data folder, or name its file with --trait-key.',
);

export const keyLinksNobody = text(
  '给出的特征密钥对不上任何一个人：日志中的受保护特征是用另一把密钥写入的，或属于另一个假名时期。请使用写入时的那把密钥。',
  'The key of traits that was given links nobody: the traits in the log were written under another key, or are of another epoch of pseudonyms. Use the key they were written under.',
);

/** Columns that name people under the key of people. */
const peopleIn = (family: FamilyName): readonly string[] => {
  const fields: readonly Field[] = families[family].fields;
  return fields.flatMap(({ name, type }) => (type.kind === 'pseudonym' && type.key !== 'traits' ? [name] : []));
};

const quotedColumn = (name: string): string => `\`${name}\``;

const pairs = async function* (
  people: AsyncIterable<{ readonly person: string }>,
  key: Uint8Array,
): AsyncGenerator<Buffer> {
  const subjectOf = traitSubjectsWith(key);
  let lines: string[] = [];
  for await (const { person } of people) {
    lines.push(`${person}\t${subjectOf(person)}\n`);
    if (lines.length === 10_000) {
      yield Buffer.from(lines.join(''));
      lines = [];
    }
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''));
};

/**
 * Lays the traits of the log beside the people whom checks look at: who is who under the key of traits is written into a private room, which this audit alone
 * reads. The caller closes it. @throws StoreFault
 */
export const linkTraits = async (
  { key, store }: TraitKeyUse,
  checks: readonly Check[],
  cut: Cut,
): Promise<LinkedTraits> => {
  const places = new Map(
    checks
      .flatMap((check) => familiesIn(templatesOf(check)))
      .map((place) => [`${place.family} ${place.history}`, place] as const),
  );
  const people = [...places.values()].flatMap((place) =>
    peopleIn(place.family).map(
      (column) => `SELECT ${quotedColumn(column)} AS person FROM ${cutFamily(place, cut, 'all')} AS every_row`,
    ),
  );
  const room = await store.openPrivateRoom({ besideTheLog: true });
  const link = `${room.database}.link`;
  const columns = [...families.trait.fields.map(({ name }) => name), 'day', 'batch_id', 'row_no'].map(
    (name) => `${name === 'subject' ? 'link.person' : `told.${quotedColumn(name)}`} AS ${quotedColumn(name)}`,
  );
  const family: LinkedTraits['family'] = (place, history) => {
    const told = cutFamily(place, cut, history);
    // GLOBAL: on a cluster the room stands on the node that was asked.
    return place.linked === true
      ? `(SELECT ${columns.join(', ')} FROM ${told} AS told GLOBAL INNER JOIN ${link} AS link ON told.subject = link.subject)`
      : told;
  };
  try {
    await store.writer.command(
      `CREATE TABLE ${link} (person String, subject String) ENGINE = MergeTree ORDER BY subject`,
    );
    if (people.length > 0)
      await store.writer.insert(
        link,
        Readable.from(
          pairs(
            store.writer.stream<{ readonly person: string }>(
              `SELECT DISTINCT person FROM (${people.join(' UNION ALL ')}) AS everybody WHERE person != ''`,
            ),
            key,
          ),
          { objectMode: false },
        ),
        { format: 'TabSeparated', columns: ['person', 'subject'] },
      );
    const [counted] = await room.auditor.query<{ rows: string }>(
      `SELECT count() AS rows FROM ${family({ family: 'trait', history: true, linked: true }, 'all')} AS linked`,
    );
    return {
      session: room.auditor,
      keyMark: traitKeyMark(key),
      rows: Number(counted?.rows ?? 0),
      family,
      close: () => room.close(),
    };
  } catch (error) {
    await room.close();
    throw error;
  }
};
