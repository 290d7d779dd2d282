import type { RecordClock, RegisterRecordModel } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { formatDate, say } from '../../design/language.ts';
import { Table, type Column } from '../../design/table.tsx';
import { bearerTexts, clockStandingTexts, recordTexts as texts } from '../../texts/record.ts';
import { ClauseLink } from './clause-link.tsx';

interface PartProps {
  readonly record: RegisterRecordModel;
  readonly language: Language;
}

const standingTone = { met: 'good', late: 'bad', running: 'info', overdue: 'bad', ended: 'plain' } as const;

const clockColumns = (language: Language): readonly Column<RecordClock>[] => [
  {
    title: say(texts.clock, language),
    head: true,
    className: 'min-w-40',
    cell: ({ title, clause }) => (
      <>
        {say(title, language)}{' '}
        <span className="font-normal">
          <ClauseLink id={clause} language={language} />
        </span>
      </>
    ),
  },
  {
    title: say(texts.bearer, language),
    className: 'whitespace-nowrap',
    cell: ({ bearer }) => say(bearerTexts[bearer], language),
  },
  {
    title: say(texts.from, language),
    className: 'whitespace-nowrap',
    cell: ({ event }) => formatDate(event, language),
  },
  {
    title: say(texts.due, language),
    className: 'whitespace-nowrap',
    cell: ({ due, provisional }) => (
      <>
        {formatDate(due, language)} {provisional ? <Badge tone="warn">{say(texts.provisional, language)}</Badge> : null}
      </>
    ),
  },
  {
    title: say(texts.ended, language),
    className: 'whitespace-nowrap',
    cell: ({ endedOn }) => (endedOn === undefined ? '—' : formatDate(endedOn, language)),
  },
  {
    title: say(texts.standing, language),
    cell: ({ standing }) => <Badge tone={standingTone[standing]}>{say(clockStandingTexts[standing], language)}</Badge>,
  },
];

/** Statutory periods of the filing, kept or missed. */
export const Clocks = ({ record: { clocks }, language }: PartProps) => (
  <div className="stack">
    <p>{say(texts.clocksHelp, language)}</p>
    <Table
      caption={say(texts.clocks, language)}
      captionHidden
      rows={clocks}
      keyOf={({ title, event, bearer }) => `${title.en} ${bearer} ${event}`}
      columns={clockColumns(language)}
    />
  </div>
);
