import type { ReactNode } from 'react';

interface DataRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

interface Props {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly DataRow[];
}

/** A plain table that scrolls by itself on a narrow screen, reachable by keyboard. */
export const DataTable = ({ caption, heads, rows }: Props) => (
  <div className="table-frame" tabIndex={0} role="group" aria-label={caption}>
    <table className="table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) => (
              <td key={heads[index]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
