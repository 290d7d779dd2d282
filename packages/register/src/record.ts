import type { ReadRow } from './announcement-reader.ts';
import type { AnnouncementList, AnnouncementRow } from './announcement-row.ts';
import { fault, type Fault } from './fault.ts';
import type { FilingNumber } from './filing-number.ts';
import { splitProducts, type Product } from './product.ts';
import { parseRemark, type HistoryEntry } from './remark.ts';
import { announcedClass, type ProviderRole, type RegisterTypeId, type Technique } from './technique.ts';

export type RecordStatus = 'filed' | 'cancelled';

/** What an announcement printed differently from the record's present values. */
export type PrintedDifferences = Partial<
  Pick<AnnouncementRow, 'algorithmName' | 'classOrRole' | 'subject' | 'product' | 'purpose'>
>;

export interface Announcement {
  readonly list: AnnouncementList;
  readonly batch: string;
  readonly sequence?: string;
  readonly url: string;
  /** Where it stood in the file that was read; no part of what the record says. */
  readonly line: number;
  readonly differences?: PrintedDifferences;
}

/** One filed algorithm as the public announcements describe it, however many of them name it. */
export interface RegisterRecord {
  /** The 21 digits; of a faulty number its digits as printed, or its text when it has none. Stable over imports. */
  readonly id: string;
  /** Absent when the printed number breaks the rules. */
  readonly number?: FilingNumber;
  readonly printedNumber: string;
  readonly algorithmName: string;
  readonly classOrRole: string;
  /** Of the printed class; when that is unknown, of the number. */
  readonly technique?: Technique;
  /** Of the number; when that is faulty, of the printed class if it allows only one. */
  readonly registerType?: RegisterTypeId;
  readonly role?: ProviderRole;
  readonly subject: string;
  readonly products: readonly Product[];
  /** The product column as printed. */
  readonly productText: string;
  readonly productsAndOthers: boolean;
  readonly purpose: string;
  /** Six digits of GB/T 2260 from the number; absent when the number has not 21 digits. */
  readonly place?: string;
  readonly status: RecordStatus;
  /** The earliest first. */
  readonly announcements: readonly Announcement[];
  readonly history: readonly HistoryEntry[];
  /** All remarks as printed. */
  readonly remarkText: string;
  /** What of the remarks could not be read as history. */
  readonly remarkRest: string;
  /** The rules the number breaks; a record with any is kept and flagged. */
  readonly flags: readonly Fault[];
  /** Oddities that break no rule. */
  readonly notes: readonly Fault[];
}

export interface FlaggedRow {
  readonly line: number;
  /** As printed. */
  readonly number: string;
  readonly reasons: readonly Fault[];
}

export const recordIdOf = ({ number, row }: Pick<ReadRow, 'number' | 'row'>): string => {
  if (number.ok) return number.number;
  return number.digits === '' ? row.filingNumber : number.digits;
};

/** Two spellings of one subject: brackets full or half width, a stray space. */
export const subjectKey = (subject: string): string => subject.normalize('NFKC').replaceAll(/[\s\p{Cf}]/gu, '');

/** Order of publication. The deep-synthesis list took rows over from the recommendation list, so it comes later. */
const byPublication = (left: ReadRow, right: ReadRow): number => {
  if (left.row.batch !== right.row.batch) return left.row.batch < right.row.batch ? -1 : 1;
  if (left.row.list !== right.row.list) return left.row.list === 'recommendation' ? -1 : 1;
  return left.line - right.line;
};

const compared = ['algorithmName', 'classOrRole', 'subject', 'product', 'purpose'] as const;

const differencesOf = (older: AnnouncementRow, current: AnnouncementRow): PrintedDifferences | undefined => {
  const different = compared.filter((column) => older[column] !== current[column]);
  return different.length === 0 ? undefined : Object.fromEntries(different.map((column) => [column, older[column]]));
};

const announcementOf = ({ row, line }: ReadRow, current: AnnouncementRow): Announcement => {
  const differences = differencesOf(row, current);
  return {
    list: row.list,
    batch: row.batch,
    ...(row.sequence === undefined ? {} : { sequence: row.sequence }),
    url: row.announcementUrl,
    line,
    ...(differences === undefined ? {} : { differences }),
  };
};

const classNotes = (row: AnnouncementRow, numberType: RegisterTypeId | undefined): readonly Fault[] => {
  const known = announcedClass(row.classOrRole);
  if (known === undefined) {
    return [
      fault('unknown-class', `类别或角色“${row.classOrRole}”未知。`, `“${row.classOrRole}” is no known class or role.`),
    ];
  }
  if (numberType === undefined || known.types.includes(numberType)) return [];
  return [
    fault(
      'class-differs',
      `公布的类别“${row.classOrRole}”与编号中的类型代码不一致。`,
      `The announced class “${row.classOrRole}” differs from the type in the number.`,
    ),
  ];
};

const unique = (values: readonly string[]): readonly string[] => [...new Set(values.filter((value) => value !== ''))];

const recordFrom = (rows: readonly [ReadRow, ...ReadRow[]]): RegisterRecord => {
  const [first] = rows;
  const ordered = rows.toSorted(byPublication);
  const current = ordered.at(-1) ?? first;
  const { row, number } = current;
  const remarks = unique(ordered.map(({ row }) => row.remark));
  const parsed = remarks.map(parseRemark);
  const history = parsed.flatMap(({ entries }) => entries);
  const known = announcedClass(row.classOrRole);
  const numbered = number.parts?.type;
  const [onlyType, ...otherTypes] = known?.types ?? [];
  const registerType = number.ok ? numbered?.id : otherTypes.length === 0 ? onlyType : numbered?.id;
  const technique = known?.technique ?? numbered?.technique;
  const { products, andOthers } = splitProducts(row.product);
  return {
    id: recordIdOf(current),
    ...(number.ok ? { number: number.number } : {}),
    printedNumber: row.filingNumber,
    algorithmName: row.algorithmName,
    classOrRole: row.classOrRole,
    ...(technique === undefined ? {} : { technique }),
    ...(registerType === undefined ? {} : { registerType }),
    ...(known?.role === undefined ? {} : { role: known.role }),
    subject: row.subject,
    products,
    productText: row.product,
    productsAndOthers: andOthers,
    purpose: row.purpose,
    ...(number.parts === undefined ? {} : { place: number.parts.place }),
    status: history.some(({ kind }) => kind === 'cancelled') ? 'cancelled' : 'filed',
    announcements: ordered.map((read) => announcementOf(read, row)),
    history,
    remarkText: remarks.join('\n'),
    remarkRest: parsed
      .map(({ rest }) => rest)
      .filter((rest) => rest !== '')
      .join('\n'),
    flags: number.ok ? [] : number.faults,
    notes: [...(number.ok ? number.notes : []), ...classNotes(row, number.ok ? numbered?.id : undefined)],
  };
};

export interface MergedRegister {
  /** In the order in which their numbers first appeared. */
  readonly records: readonly RegisterRecord[];
  readonly flagged: readonly FlaggedRow[];
  readonly rows: number;
  /** Distinct subjects, spellings of one name counted once. */
  readonly subjects: number;
  readonly cancelled: number;
}

export interface RegisterAccumulator {
  add(read: ReadRow): void;
  finish(): MergedRegister;
}

/** Gathers rows by number as they stream in; nothing is decided before the end, so the order of rows does not matter. */
export const createRegisterAccumulator = (): RegisterAccumulator => {
  const rowsById = new Map<string, [ReadRow, ...ReadRow[]]>();
  const flagged: FlaggedRow[] = [];
  const subjects = new Set<string>();
  let rows = 0;
  return {
    add: (read) => {
      rows += 1;
      subjects.add(subjectKey(read.row.subject));
      if (!read.number.ok)
        flagged.push({ line: read.line, number: read.row.filingNumber, reasons: read.number.faults });
      const id = recordIdOf(read);
      const gathered = rowsById.get(id);
      if (gathered === undefined) rowsById.set(id, [read]);
      else gathered.push(read);
    },
    finish: () => {
      const records = [...rowsById.values()].map(recordFrom);
      return {
        records,
        flagged,
        rows,
        subjects: subjects.size,
        cancelled: records.filter(({ status }) => status === 'cancelled').length,
      };
    },
  };
};

export const mergeRows = (rows: Iterable<ReadRow>): MergedRegister => {
  const accumulator = createRegisterAccumulator();
  for (const read of rows) accumulator.add(read);
  return accumulator.finish();
};

/**
 * All that a record says, as one string: two records with the same content are unchanged from import to import. Lines of
 * the file are left out, because a longer file moves them.
 */
export const recordContent = (record: RegisterRecord): string =>
  JSON.stringify({
    ...record,
    announcements: record.announcements.map(({ line: _line, ...announcement }) => announcement),
  });
