import type { RecordPublished } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { fill, formatDate, say } from '../../design/language.ts';
import { Table, type Column } from '../../design/table.tsx';
import { recordTexts as texts } from '../../texts/record.ts';
import { answeredTexts } from '../../texts/supervision.ts';
import { Chinese } from '../shell/chinese.tsx';
import { hrefIn } from '../shell/context.ts';
import { ClauseLink } from './clause-link.tsx';
import { countColumns } from './complaints-answered.tsx';
import { PublicRegisters } from './record-registers.tsx';

type Commitments = RecordPublished['commitments'][number];
type Limit = Commitments['limits'][number];
type Rules = RecordPublished['rules'][number];

const units = {
  'working-day': [texts.workingDay, texts.workingDays],
  'calendar-day': [texts.calendarDay, texts.calendarDays],
  'calendar-month': [texts.calendarMonth, texts.calendarMonths],
  'calendar-year': [texts.calendarYear, texts.calendarYears],
} as const;

const lengthIn = ({ length, unit }: Limit, language: Language): string => {
  const [one, many] = units[unit];
  return fill(length === 1 ? one : many, { length: String(length) }, language);
};

const limitColumns = (language: Language): readonly Column<Limit>[] => [
  { title: say(texts.publishedFor, language), head: true, cell: ({ title }) => say(title, language) },
  { title: say(texts.publishedLimit, language), cell: (limit) => lengthIn(limit, language) },
];

const ruleColumns = (language: Language): readonly Column<Rules>[] => [
  {
    title: say(texts.publishedRule, language),
    head: true,
    cell: ({ title, address }) =>
      /^https?:/.test(address) ? (
        <a href={address} rel="nofollow noopener external">
          <Chinese language={language}>{title}</Chinese>
        </a>
      ) : (
        <Chinese language={language}>{title}</Chinese>
      ),
  },
  {
    title: say(texts.version, language),
    cell: ({ version }) => <Chinese language={language}>{version}</Chinese>,
  },
  {
    title: say(texts.publishedSince, language),
    className: 'whitespace-nowrap',
    cell: ({ since }) => formatDate(since, language),
  },
  {
    title: say(texts.publishedOn, language),
    className: 'whitespace-nowrap',
    cell: ({ publishedOn }) => formatDate(publishedOn, language),
  },
];

const standingOf = (
  { version, holds }: Commitments,
  holding: number | undefined,
): 'publishedHolds' | 'publishedAhead' | 'publishedEarlier' =>
  holds ? 'publishedHolds' : holding === undefined || version > holding ? 'publishedAhead' : 'publishedEarlier';

const Answered = ({
  answered: { asOf, from, until, provider, total },
  language,
}: {
  readonly answered: NonNullable<RecordPublished['answered']>;
  readonly language: Language;
}) => (
  <div>
    <h3>{say(answeredTexts.title, language)}</h3>
    <Table
      caption={fill(
        answeredTexts.asOf,
        { date: formatDate(asOf, language), from: formatDate(from, language), until: formatDate(until, language) },
        language,
      )}
      rows={[total]}
      keyOf={() => 'total'}
      columns={countColumns(language)}
    />
    <p className="mt-2">
      <a href={hrefIn(language, `/punctuality/complaints/${provider}`)}>{say(answeredTexts.more, language)}</a>
    </p>
  </div>
);

interface PublishedProps {
  readonly published: RecordPublished;
  readonly language: Language;
}

/** Service rules and time limits that the provider has made public, every version. */
export const Published = ({ published: { rules, commitments, answered, registers }, language }: PublishedProps) => {
  const holding = commitments.find(({ holds }) => holds)?.version;
  return (
    <div className="stack">
      <p className="max-w-3xl">
        {say(texts.publishedHelp, language)} <ClauseLink id="final/22" language={language} />
      </p>
      {commitments.map((each) => {
        const { version, from, limits } = each;
        const words = fill(
          texts.publishedVersion,
          { version: String(version), date: formatDate(from, language) },
          language,
        );
        return (
          <div key={version}>
            <h3>
              {say(texts.publishedLimits, language)} · {words}{' '}
              <Badge tone={each.holds ? 'good' : 'plain'}>{say(texts[standingOf(each, holding)], language)}</Badge>
            </h3>
            <Table
              caption={`${say(texts.publishedLimits, language)} ${words}`}
              captionHidden
              rows={limits}
              keyOf={({ kind }) => kind}
              columns={limitColumns(language)}
            />
          </div>
        );
      })}
      {answered === undefined ? null : <Answered answered={answered} language={language} />}
      {registers === undefined ? null : <PublicRegisters registers={registers} language={language} />}
      {rules.length === 0 ? null : (
        <div>
          <h3>{say(texts.publishedRules, language)}</h3>
          <Table
            caption={say(texts.publishedRules, language)}
            captionHidden
            rows={rules}
            keyOf={({ title, version }) => `${title} ${version}`}
            columns={ruleColumns(language)}
          />
        </div>
      )}
    </div>
  );
};
