import type { CellContext, HeaderContext } from '@tanstack/react-table';
import { Link } from '@tanstack/react-router';
import type { MatterListItemAnswer } from '@suanjian/contracts';
import type { Text } from '@suanjian/rulebook';
import { createContext, useContext } from 'react';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { Due, StateBadge } from '../parts/badges.tsx';
import { homeTexts } from '../texts/home.ts';
import { matterTexts } from '../texts/matter.ts';
import { queueTexts } from '../texts/queue.ts';
import { kindTitle } from './definitions.ts';

type Cell = CellContext<MatterListItemAnswer, unknown>;

/** How an account is called, where the reader may know. */
export const NameOf = createContext<(account: string) => string | undefined>(() => undefined);

const Said = ({ text }: { readonly text: Text }) => useLanguage().say(text);

export const head = (text: Text) => () => <Said text={text} />;

export const Kind = ({ row }: Cell) => {
  const { say } = useLanguage();
  return <span className="whitespace-nowrap">{say(kindTitle(row.original.kind))}</span>;
};

export const Title = ({ row: { original } }: Cell) => (
  <>
    <Link to="/matters/$kind/$id" params={{ kind: original.kind, id: original.id }} className="font-semibold">
      {original.title}
    </Link>
    {original.number === undefined ? null : <span className="digits small quiet block">{original.number}</span>}
  </>
);

export const Owner = ({ row }: Cell) => row.original.ownerName ?? '—';

export const State = ({ row: { original } }: Cell) => <StateBadge kind={original.kind} status={original.status} />;

export const DueOf = ({ row }: Cell) => <Due due={row.original.due} />;

export const Assignee = ({ row }: Cell) => {
  const { say } = useLanguage();
  const nameOf = useContext(NameOf);
  const { assignee } = row.original;
  if (assignee === undefined) return <span className="quiet">{say(homeTexts.filters.nobody)}</span>;
  return nameOf(assignee) ?? say(matterTexts.somebodyElse);
};

export const Changed = ({ row }: Cell) => {
  const { language } = useLanguage();
  return <span className="small quiet">{formatInstant(row.original.changedAt, language)}</span>;
};

export const ChooseAll = ({ table }: HeaderContext<MatterListItemAnswer, unknown>) => {
  const { say } = useLanguage();
  return (
    <input
      type="checkbox"
      className="size-5"
      aria-label={say(queueTexts.chooseAll)}
      checked={table.getIsAllRowsSelected()}
      onChange={table.getToggleAllRowsSelectedHandler()}
    />
  );
};

export const ChooseRow = ({ row }: Cell) => {
  const { say } = useLanguage();
  return (
    <input
      type="checkbox"
      className="size-5"
      aria-label={say(queueTexts.choose(row.original.title))}
      title={row.getCanSelect() ? undefined : say(queueTexts.notToBeGiven)}
      data-choice={row.id}
      disabled={!row.getCanSelect()}
      checked={row.getIsSelected()}
      onChange={row.getToggleSelectedHandler()}
    />
  );
};
