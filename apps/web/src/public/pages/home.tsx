import type { RegisterFiguresModel } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { Button } from '../../design/button.tsx';
import { Bar, ColumnChart } from '../../design/chart.tsx';
import { Figures } from '../../design/definition-list.tsx';
import { TextField } from '../../design/field.tsx';
import { fill, formatDate, formatNumber, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { State } from '../../design/notice.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { homeTexts as texts } from '../../texts/home.ts';
import { registerTexts } from '../../texts/register.ts';
import { siteTexts } from '../../texts/site.ts';
import { hrefIn, withQuery, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { provinceWord, techniqueWord } from '../shell/words.ts';

interface PartProps {
  readonly figures: RegisterFiguresModel;
  readonly language: Language;
}

type Counted = RegisterFiguresModel['months'][number];

/** Labels of the first month and of the January after it would run into each other on a narrow screen. */
const hasRoomBeforeJanuary = (month: string, shown: number): boolean => (13 - Number(month.slice(5))) / shown > 0.15;

const Months = ({ figures: { months }, language }: PartProps) => {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return null;
  const peak = months.reduce((most, each) => (each.count > most.count ? each : most), first);
  const summary = fill(
    texts.monthsSummary,
    {
      from: formatDate(first.value, language),
      to: formatDate(last.value, language),
      peak: formatDate(peak.value, language),
      count: peak.count,
    },
    language,
  );
  return (
    <Section id="months" title={say(texts.months, language)}>
      <ColumnChart
        summary={summary}
        format={(value) => formatNumber(value, language)}
        points={months.map(({ value, count }, index) => ({
          key: value,
          value: count,
          title: fill(texts.monthPoint, { month: formatDate(value, language), count }, language),
          ...(value.endsWith('-01') || (index === 0 && hasRoomBeforeJanuary(value, months.length))
            ? { label: value.slice(0, 4) }
            : {}),
        }))}
      />
      <details className="mt-4">
        <summary>{say(texts.monthsTable, language)}</summary>
        <div className="mt-3 max-w-md">
          <Table
            caption={say(texts.months, language)}
            captionHidden
            rows={months.filter(({ count }) => count > 0)}
            keyOf={({ value }) => value}
            columns={[
              { title: say(texts.month, language), head: true, cell: ({ value }) => formatDate(value, language) },
              {
                title: say(texts.count, language),
                align: 'number',
                cell: ({ count }) => formatNumber(count, language),
              },
            ]}
          />
        </div>
      </details>
    </Section>
  );
};

interface SharesProps {
  readonly id: string;
  readonly title: string;
  readonly head: string;
  readonly rows: readonly (Counted & { readonly label: string; readonly href?: string })[];
  readonly language: Language;
}

const shareColumns = (
  head: string,
  most: number,
  language: Language,
): readonly Column<SharesProps['rows'][number]>[] => [
  { title: head, head: true, cell: ({ label, href }) => (href === undefined ? label : <a href={href}>{label}</a>) },
  { title: say(texts.compared, language), className: 'bar-cell', cell: ({ count }) => <Bar share={count / most} /> },
  { title: say(texts.count, language), align: 'number', cell: ({ count }) => formatNumber(count, language) },
];

/** A table whose rows carry their own bar: picture and figures in one. */
const Shares = ({ id, title, head, rows, language }: SharesProps) => {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <Section id={id} title={title}>
      <Table
        caption={title}
        captionHidden
        rows={rows}
        keyOf={({ value }) => value}
        columns={shareColumns(head, most, language)}
      />
    </Section>
  );
};

const shownProvinces = 10;

const Places = ({ figures: { provinces }, language }: PartProps) => {
  const shown = provinces.slice(0, shownProvinces);
  const others = provinces.slice(shownProvinces);
  const rows: SharesProps['rows'] = shown.map((province) => ({
    ...province,
    label: provinceWord(province.value, language),
    href: hrefIn(language, withQuery('/register', { province: province.value })),
  }));
  const rest =
    others.length === 0
      ? []
      : [
          {
            value: 'others',
            count: others.reduce((sum, { count }) => sum + count, 0),
            label: fill(texts.otherPlaces, { count: others.length }, language),
          },
        ];
  return (
    <Shares
      id="places"
      title={say(texts.places, language)}
      head={say(texts.province, language)}
      rows={[...rows, ...rest]}
      language={language}
    />
  );
};

const tasks = [
  ['/check', texts.taskCheck, texts.taskCheckHelp],
  ['/guide', texts.taskGuide, texts.taskGuideHelp],
  ['/clauses', texts.taskClauses, texts.taskClausesHelp],
  ['/open-data', texts.taskData, texts.taskDataHelp],
  ['/guidance', texts.taskGuidance, texts.taskGuidanceHelp],
  ['/supervision', texts.taskSupervision, texts.taskSupervisionHelp],
] as const;

const Tasks = ({ language }: { readonly language: Language }) => (
  <Section id="tasks" title={say(texts.tasks, language)}>
    <ul className="grid gap-4 sm:grid-cols-2">
      {tasks.map(([path, title, help]) => (
        <li key={path} className="card">
          <h3>
            <a href={hrefIn(language, path)}>{say(title, language)}</a>
          </h3>
          <p className="mt-1">{say(help, language)}</p>
        </li>
      ))}
    </ul>
  </Section>
);

export const homePage = (figures: RegisterFiguresModel, { language }: PageContext): Page => {
  const count = (value: number): string => formatNumber(value, language);
  return {
    title: say(siteTexts.name, language),
    description: say(texts.lead, language),
    section: 'home',
    json: '/figures.json',
    body: (
      <>
        <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
        <form
          className="grid max-w-3xl gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end"
          action={hrefIn(language, '/register')}
          method="get"
          role="search"
          aria-label={say(registerTexts.title, language)}
        >
          <TextField id="q" label={say(registerTexts.searchLabel, language)} type="search" longest={200} />
          <Button>{say(registerTexts.searchButton, language)}</Button>
        </form>
        <Section id="figures" title={say(texts.figures, language)}>
          {figures.records === 0 ? (
            <State title={say(registerTexts.empty, language)}>
              <p>{say(registerTexts.emptyHelp, language)}</p>
            </State>
          ) : (
            <Figures
              figures={[
                { term: say(texts.records, language), value: count(figures.records) },
                { term: say(texts.subjects, language), value: count(figures.subjects) },
                {
                  term: say(texts.cancelled, language),
                  value: <a href={hrefIn(language, '/register?status=cancelled')}>{count(figures.cancelled)}</a>,
                },
                {
                  term: say(texts.flagged, language),
                  value: <a href={hrefIn(language, '/register?flagged=true')}>{count(figures.flagged)}</a>,
                },
              ]}
            />
          )}
        </Section>
        <Tasks language={language} />
        {figures.records === 0 ? null : (
          <>
            <Months figures={figures} language={language} />
            <div className="grid gap-x-10 lg:grid-cols-2 [&>*]:min-w-0">
              <Shares
                id="techniques"
                title={say(texts.techniques, language)}
                head={say(texts.technique, language)}
                language={language}
                rows={figures.techniques.map((technique) => ({
                  ...technique,
                  label: techniqueWord(technique.value, language),
                  href: hrefIn(language, withQuery('/register', { technique: technique.value })),
                }))}
              />
              <Places figures={figures} language={language} />
            </div>
          </>
        )}
      </>
    ),
  };
};
