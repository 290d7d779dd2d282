import type { Text } from '@suanjian/rulebook';
import { fill, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { openDataTexts as texts } from '../../texts/open-data.ts';
import { answeredTexts, decisionTexts, standardTexts } from '../../texts/supervision.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';

export interface OpenDataModel {
  readonly records: number;
  readonly columns: readonly { readonly name: string; readonly label: Text }[];
}

const files = [
  { path: '/open-data/register.csv', name: 'CSV', good: texts.csv },
  { path: '/open-data/register.jsonl', name: 'JSON Lines', good: texts.jsonLines },
  { path: '/open-data/register.parquet', name: 'Parquet', good: texts.parquet },
] as const;

const others = [
  { name: 'decisions', page: '/decisions', title: decisionTexts.title },
  { name: 'adoptions', page: '/standards', title: standardTexts.title },
  { name: 'complaints-answered', page: '/punctuality/complaints', title: answeredTexts.title },
] as const;

export const openDataPage = ({ records, columns }: OpenDataModel, { language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'open-data',
  json: '/open-data/catalog.jsonld',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      <p>{fill(texts.records, { count: records }, language)}</p>
      <Section id="files" title={say(texts.files, language)}>
        <Table
          caption={say(texts.files, language)}
          captionHidden
          rows={files}
          keyOf={({ path }) => path}
          columns={[
            {
              title: say(texts.format, language),
              head: true,
              className: 'whitespace-nowrap',
              cell: ({ path, name }) => <a href={path}>{name}</a>,
            },
            { title: say(texts.good, language), className: 'min-w-64', cell: ({ good }) => say(good, language) },
          ]}
        />
        <p className="mt-4">
          <a href="/open-data/catalog.jsonld">{say(texts.catalog, language)}</a>
          <span className="quiet"> · {say(texts.catalogHelp, language)}</span>
        </p>
      </Section>
      <Section id="others" title={say(texts.others, language)}>
        <Table
          caption={say(texts.others, language)}
          captionHidden
          rows={others}
          keyOf={({ name }) => name}
          columns={[
            {
              title: say(texts.data, language),
              head: true,
              cell: ({ page, title }) => <a href={hrefIn(language, page)}>{say(title, language)}</a>,
            },
            {
              title: say(texts.format, language),
              className: 'whitespace-nowrap',
              cell: ({ name }) => (
                <>
                  <a href={`/open-data/${name}.csv`}>CSV</a> · <a href={`/open-data/${name}.jsonl`}>JSON Lines</a>
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section id="single" title={say(texts.single, language)}>
        <p className="max-w-3xl">{say(texts.singleHelp, language)}</p>
        <ul className="mt-2">
          {['/register.json?q=音乐', '/clauses/final/24.2.json', '/figures.json'].map((path) => (
            <li key={path}>
              <a href={path}>
                <code lang="zh-CN">{path}</code>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="terms" title={say(texts.terms, language)}>
        <p className="max-w-3xl">{say(texts.termsText, language)}</p>
      </Section>
      <Section id="columns" title={say(texts.columns, language)}>
        <Table
          caption={say(texts.columns, language)}
          captionHidden
          rows={columns}
          keyOf={({ name }) => name}
          columns={[
            { title: say(texts.column, language), head: true, cell: ({ name }) => <code>{name}</code> },
            { title: say(texts.meaning, language), cell: ({ label }) => say(label, language) },
          ]}
        />
        <p className="quiet mt-3">{say(texts.stable, language)}</p>
      </Section>
    </>
  ),
});
