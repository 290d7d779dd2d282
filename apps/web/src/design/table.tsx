import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'number';
  /** The column that names the row. */
  readonly head?: boolean;
  readonly className?: string;
}

interface TableProps<Row> {
  readonly caption: string;
  /** Keeps the caption for screen readers where a heading says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

const classOf = ({ align, className }: Pick<Column<never>, 'align' | 'className'>): string | undefined =>
  [align, className].filter((name) => name !== undefined).join(' ') || undefined;

/** Wide tables scroll inside their frame, which can be reached by keyboard. */
export const Table = <Row,>({ caption, captionHidden = false, columns, rows, keyOf }: TableProps<Row>) => (
  <div className="table-frame" role="group" aria-label={caption} tabIndex={0}>
    <table className="table">
      <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col" className={classOf(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) =>
              column.head === true ? (
                <th key={column.title} scope="row" className={classOf(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.title} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
