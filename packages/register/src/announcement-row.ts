import { fault, type Fault } from './fault.ts';

/** The columns of an announcement table, in the order they are published. A file may order them otherwise. */
export const announcementColumns = [
  'list',
  'batch',
  'seq',
  'algorithmName',
  'classOrRole',
  'subject',
  'product',
  'purpose',
  'filingNo',
  'remark',
  'announcementUrl',
] as const;
export type AnnouncementColumn = (typeof announcementColumns)[number];

export const announcementLists = ['recommendation', 'deep_synthesis'] as const;
export type AnnouncementList = (typeof announcementLists)[number];

/** One row as printed, spaces at the ends of cells removed. */
export interface AnnouncementRow {
  readonly list: AnnouncementList;
  /** `YYYY-MM`. */
  readonly batch: string;
  /** Many batches print none. */
  readonly sequence?: string;
  readonly algorithmName: string;
  readonly classOrRole: string;
  readonly subject: string;
  readonly product: string;
  readonly purpose: string;
  readonly filingNumber: string;
  readonly remark: string;
  readonly announcementUrl: string;
}

export interface ColumnFault extends Fault {
  readonly column: AnnouncementColumn;
}

export type RowReading =
  | { readonly ok: true; readonly row: AnnouncementRow }
  | { readonly ok: false; readonly faults: readonly ColumnFault[] };

const required: readonly AnnouncementColumn[] = [
  'list',
  'batch',
  'algorithmName',
  'classOrRole',
  'subject',
  'filingNo',
  'announcementUrl',
];

const isList = (value: string): value is AnnouncementList => announcementLists.some((list) => list === value);

type Cells = Readonly<Record<AnnouncementColumn, string>>;

const valueFaults = (cells: Cells): readonly ColumnFault[] => {
  const faults: ColumnFault[] = required
    .filter((column) => cells[column] === '')
    .map((column) => ({ ...fault('empty-cell', `“${column}”不能为空。`, `“${column}” must not be empty.`), column }));
  if (cells.list !== '' && !isList(cells.list)) {
    const known = announcementLists.join(', ');
    faults.push({
      ...fault(
        'unknown-list',
        `清单“${cells.list}”未知，应为：${known}。`,
        `“${cells.list}” is no known list; known are ${known}.`,
      ),
      column: 'list',
    });
  }
  if (cells.batch !== '' && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(cells.batch)) {
    faults.push({
      ...fault(
        'batch',
        `批次“${cells.batch}”应写作“2024-08”。`,
        `The batch “${cells.batch}” should read like 2024-08.`,
      ),
      column: 'batch',
    });
  }
  // The address becomes a link on a public page, so nothing but the web is let in.
  if (cells.announcementUrl !== '' && !/^https?:\/\/[^\s"'<>]+$/.test(cells.announcementUrl)) {
    faults.push({
      ...fault('address', `“${cells.announcementUrl}”不是网页地址。`, `“${cells.announcementUrl}” is no web address.`),
      column: 'announcementUrl',
    });
  }
  return faults;
};

/** Checks a row's cells. The filing number is not judged here: a row with a faulty one is kept and flagged. */
export const readAnnouncementRow = (cells: Cells): RowReading => {
  const faults = valueFaults(cells);
  const { list } = cells;
  if (faults.length > 0 || !isList(list)) return { ok: false, faults };
  return {
    ok: true,
    row: {
      list,
      batch: cells.batch,
      ...(cells.seq === '' ? {} : { sequence: cells.seq }),
      algorithmName: cells.algorithmName,
      classOrRole: cells.classOrRole,
      subject: cells.subject,
      product: cells.product,
      purpose: cells.purpose,
      filingNumber: cells.filingNo,
      remark: cells.remark,
      announcementUrl: cells.announcementUrl,
    },
  };
};
