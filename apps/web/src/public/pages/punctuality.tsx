import type { PunctualityModel } from '@suanjian/contracts';
import { answers, text, type Language, type Text } from '@suanjian/rulebook';
import { fill, formatDate, formatNumber, say } from '../../design/language.ts';
import { Figures } from '../../design/definition-list.tsx';
import { PageHead, Section } from '../../design/layout.tsx';
import { State } from '../../design/notice.tsx';
import { Table } from '../../design/table.tsx';
import { punctualityTexts as texts } from '../../texts/punctuality.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { provinceWord } from '../shell/words.ts';
import { ClauseLink } from './clause-link.tsx';

type Row = PunctualityModel['rows'][number];

const clockTitles: ReadonlyMap<string, Text> = new Map(
  Object.values(answers.clocks).map(({ name, title }) => [name, title]),
);

const clockTitle = (name: string, language: Language): string =>
  say(clockTitles.get(name) ?? text(name, name), language);

const officeName = (office: string, language: Language): string =>
  office === '00' ? say(texts.nation, language) : provinceWord(office, language);

/** Late is what was answered late and what is overdue now; what still runs is neither. */
export const shareOnTime = ({ onTime, late, openLate }: Omit<Row, 'office' | 'clock'>): number | undefined => {
  const decided = onTime + late + openLate;
  return decided === 0 ? undefined : onTime / decided;
};

const percent = (share: number | undefined): string =>
  share === undefined ? '—' : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;

const sumOf = (rows: readonly Row[]) =>
  rows.reduce(
    (sum, row) => ({
      onTime: sum.onTime + row.onTime,
      late: sum.late + row.late,
      openInTime: sum.openInTime + row.openInTime,
      openLate: sum.openLate + row.openLate,
    }),
    { onTime: 0, late: 0, openInTime: 0, openLate: 0 },
  );

const counted = ['onTime', 'late', 'openInTime', 'openLate'] as const;

export const punctualityPage = ({ asOf, rows }: PunctualityModel, { language }: PageContext): Page => {
  const overall = sumOf(rows);
  return {
    title: say(texts.title, language),
    description: say(texts.lead, language),
    section: 'other',
    json: '/punctuality.json',
    body: (
      <>
        <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
        {rows.length === 0 ? (
          <State title={say(texts.none, language)}>
            <p>{say(texts.noneHelp, language)}</p>
          </State>
        ) : (
          <>
            <p className="quiet mb-4">{fill(texts.asOf, { date: formatDate(asOf, language) }, language)}</p>
            <Figures
              figures={[
                { term: say(texts.rate, language), value: percent(shareOnTime(overall)) },
                ...counted.map((name) => ({
                  term: say(texts[name], language),
                  value: formatNumber(overall[name], language),
                })),
              ]}
            />
            <Section id="offices" title={say(texts.table, language)}>
              <Table
                caption={say(texts.table, language)}
                captionHidden
                rows={rows}
                keyOf={({ office, clock }) => `${office} ${clock}`}
                columns={[
                  {
                    title: say(texts.office, language),
                    head: true,
                    cell: ({ office }) => officeName(office, language),
                  },
                  {
                    title: say(texts.clock, language),
                    cell: ({ clock }) => clockTitle(clock, language),
                    className: 'min-w-40',
                  },
                  ...counted.map((name) => ({
                    title: say(texts[name], language),
                    align: 'number' as const,
                    cell: (row: Row) => formatNumber(row[name], language),
                  })),
                  {
                    title: say(texts.rate, language),
                    align: 'number' as const,
                    cell: (row: Row) => percent(shareOnTime(row)),
                  },
                ]}
              />
            </Section>
          </>
        )}
        <Section id="how" title={say(texts.how, language)}>
          <p className="max-w-3xl">
            {say(texts.howText, language)} <ClauseLink id="final/25" language={language} />
          </p>
          <p className="mt-3">
            <a href={hrefIn(language, '/punctuality/complaints')}>{say(texts.providers, language)}</a>
          </p>
        </Section>
      </>
    ),
  };
};
