import {
  createColumnHelper,
  flexRender,
  getCoreRowModel,
  useReactTable,
  type RowSelectionState,
} from '@tanstack/react-table';
import { Link } from '@tanstack/react-router';
import type { MatterListItemAnswer } from '@suanjian/contracts';
import { useMemo } from 'react';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { Due, StateBadge } from '../parts/badges.tsx';
import { homeTexts } from '../texts/home.ts';
import { queueTexts } from '../texts/queue.ts';
import { kindTitle } from './definitions.ts';

export type Column = 'kind' | 'title' | 'owner' | 'state' | 'due' | 'assignee' | 'changed';

interface Props {
  readonly items: readonly MatterListItemAnswer[];
  readonly columns: readonly Column[];
  readonly caption: string;
  /** How an account is called; without it the column says only whether anybody has it. */
  readonly nameOf?: (account: string) => string;
  readonly selection?: {
    readonly chosen: RowSelectionState;
    readonly choose: (next: RowSelectionState) => void;
  };
}

const helper = createColumnHelper<MatterListItemAnswer>();

export const MatterTable = ({ items, columns, caption, nameOf, selection }: Props) => {
  const { say, language } = useLanguage();
  const defined = useMemo(() => {
    const all = {
      kind: helper.accessor('kind', {
        header: say(homeTexts.columns.kind),
        cell: ({ getValue }) => <span className="whitespace-nowrap">{say(kindTitle(getValue()))}</span>,
      }),
      title: helper.accessor('title', {
        header: say(homeTexts.columns.title),
        cell: ({ row: { original } }) => (
          <>
            <Link to="/matters/$kind/$id" params={{ kind: original.kind, id: original.id }} className="font-semibold">
              {original.title}
            </Link>
            {original.number === undefined ? null : <span className="digits small quiet block">{original.number}</span>}
          </>
        ),
      }),
      owner: helper.accessor('ownerName', {
        header: say(homeTexts.columns.owner),
        cell: ({ getValue }) => getValue() ?? '—',
      }),
      state: helper.accessor('status', {
        header: say(homeTexts.columns.state),
        cell: ({ row: { original } }) => <StateBadge kind={original.kind} status={original.status} />,
      }),
      due: helper.accessor('due', {
        header: say(homeTexts.columns.due),
        cell: ({ getValue }) => <Due due={getValue()} />,
      }),
      assignee: helper.accessor('assignee', {
        header: say(homeTexts.columns.assignee),
        cell: ({ getValue }) => {
          const account = getValue();
          return account === undefined ? (
            <span className="quiet">{say(homeTexts.filters.nobody)}</span>
          ) : (
            (nameOf?.(account) ?? account)
          );
        },
      }),
      changed: helper.accessor('changedAt', {
        header: say(homeTexts.columns.changed),
        cell: ({ getValue }) => <span className="small quiet">{formatInstant(getValue(), language)}</span>,
      }),
    } as const;
    const choose = helper.display({
      id: 'choose',
      header: ({ table }) => (
        <input
          type="checkbox"
          className="size-5"
          aria-label={say(queueTexts.chooseAll)}
          checked={table.getIsAllRowsSelected()}
          onChange={table.getToggleAllRowsSelectedHandler()}
        />
      ),
      cell: ({ row }) => (
        <input
          type="checkbox"
          className="size-5"
          aria-label={say(queueTexts.choose(row.original.title))}
          checked={row.getIsSelected()}
          onChange={row.getToggleSelectedHandler()}
        />
      ),
    });
    return [...(selection === undefined ? [] : [choose]), ...columns.map((name) => all[name])];
  }, [say, language, columns, nameOf, selection]);
  const data = useMemo(() => [...items], [items]);
  const table = useReactTable({
    data,
    columns: defined,
    getCoreRowModel: getCoreRowModel(),
    getRowId: ({ kind, id }) => `${kind}/${id}`,
    enableRowSelection: selection !== undefined,
    state: { rowSelection: selection?.chosen ?? {} },
    onRowSelectionChange: (change) =>
      selection?.choose(typeof change === 'function' ? change(selection.chosen) : change),
  });
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table className="table">
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
                <td key={cell.id}>{flexRender(cell.column.columnDef.cell, cell.getContext())}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
