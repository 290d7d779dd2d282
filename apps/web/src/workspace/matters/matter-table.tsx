import {
  createColumnHelper,
  flexRender,
  getCoreRowModel,
  useReactTable,
  type ColumnDef,
  type OnChangeFn,
  type RowSelectionState,
} from '@tanstack/react-table';
import type { MatterListItemAnswer } from '@suanjian/contracts';
import { useMemo } from 'react';
import { homeTexts } from '../texts/home.ts';
import {
  Assignee,
  Changed,
  ChooseAll,
  ChooseRow,
  DueOf,
  head,
  Kind,
  NameOf,
  Owner,
  State,
  Title,
} from './matter-cells.tsx';

type Column = 'kind' | 'title' | 'owner' | 'state' | 'due' | 'assignee' | 'changed';

interface Props {
  readonly items: readonly MatterListItemAnswer[];
  readonly columns: readonly Column[];
  readonly caption: string;
  /** How an account is called. */
  readonly nameOf?: (account: string) => string | undefined;
  readonly selection?: {
    readonly chosen: RowSelectionState;
    readonly choose: OnChangeFn<RowSelectionState>;
    /** Which rows can be chosen at all. */
    readonly can: (item: MatterListItemAnswer) => boolean;
  };
}

const helper = createColumnHelper<MatterListItemAnswer>();
const { columns: words } = homeTexts;

const defined: Readonly<Record<Column, ColumnDef<MatterListItemAnswer>>> = {
  kind: helper.display({ id: 'kind', header: head(words.kind), cell: Kind }),
  title: helper.display({ id: 'title', header: head(words.title), cell: Title }),
  owner: helper.display({ id: 'owner', header: head(words.owner), cell: Owner }),
  state: helper.display({ id: 'state', header: head(words.state), cell: State }),
  due: helper.display({ id: 'due', header: head(words.due), cell: DueOf }),
  assignee: helper.display({ id: 'assignee', header: head(words.assignee), cell: Assignee }),
  changed: helper.display({ id: 'changed', header: head(words.changed), cell: Changed }),
};
const choice = helper.display({ id: 'choice', header: ChooseAll, cell: ChooseRow });

const unknown = (): undefined => undefined;

export const MatterTable = ({ items, columns, caption, nameOf = unknown, selection }: Props) => {
  const selectable = selection !== undefined;
  const shown = useMemo(
    () => [...(selectable ? [choice] : []), ...columns.map((name) => defined[name])],
    [columns, selectable],
  );
  const data = useMemo(() => [...items], [items]);
  // The table keeps its own identity; nothing here is memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const table = useReactTable({
    data,
    columns: shown,
    getCoreRowModel: getCoreRowModel(),
    getRowId: ({ kind, id }) => `${kind}/${id}`,
    enableRowSelection: ({ original }) => selection?.can(original) === true,
    state: { rowSelection: selection?.chosen ?? {} },
    onRowSelectionChange: (change) => selection?.choose(change),
  });
  return (
    <NameOf value={nameOf}>
      <div className="table-frame" tabIndex={0} role="group" aria-label={caption}>
        <table className="table matter-table">
          <caption className="sr-only">{caption}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <th key={header.id} scope="col" className="whitespace-nowrap">
                    {flexRender(header.column.columnDef.header, header.getContext())}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id} className={row.getIsSelected() ? 'bg-accent-soft' : undefined}>
                {row.getVisibleCells().map((cell) => (
                  <td key={cell.id} data-column={cell.column.id}>
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </NameOf>
  );
};
