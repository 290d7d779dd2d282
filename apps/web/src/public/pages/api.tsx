import { matterDefinitions } from '@suanjian/matters';
import type { Language, Text } from '@suanjian/rulebook';
import { say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { apiTexts as texts, tagTexts } from '../../texts/api.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';

export interface Endpoint {
  readonly method: string;
  readonly path: string;
  /** `中文 / English`, as routes write it. */
  readonly summary: string;
  readonly tag: string;
}

/** Routes write their summary in both languages, with ` / ` between; what is written in one stands for both. */
const summaryIn = (summary: string, language: Language): string => {
  const [zh = '', en = zh] = summary.split(' / ');
  return language === 'zh' ? zh : en;
};

const tagTitles: ReadonlyMap<string, Text> = new Map([
  ...Object.entries(tagTexts),
  ...matterDefinitions.map(({ kind, title }): [string, Text] => [kind, title]),
]);

const tagTitle = (tag: string, language: Language): string => {
  const title = tagTitles.get(tag);
  return title === undefined ? tag || say(texts.other, language) : say(title, language);
};

export const apiPage = (endpoints: readonly Endpoint[], { language }: PageContext): Page => {
  const byTag = Map.groupBy(endpoints, ({ tag }) => tag);
  return {
    title: say(texts.title, language),
    description: say(texts.lead, language),
    section: 'other',
    json: '/api/openapi.json',
    body: (
      <>
        <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
        <p>
          <a href="/api/openapi.json">{say(texts.document, language)}</a>
        </p>
        <Section id="public" title={say(texts.publicTitle, language)}>
          <p className="max-w-3xl">
            {say(texts.publicHelp, language)} <a href={hrefIn(language, '/open-data')}>/open-data</a>
          </p>
        </Section>
        <Section id="errors" title={say(texts.errors, language)}>
          <p className="max-w-3xl">{say(texts.errorsHelp, language)}</p>
        </Section>
        <Section id="language" title={say(texts.language, language)}>
          <p className="max-w-3xl">{say(texts.languageHelp, language)}</p>
        </Section>
        {[...byTag].map(([tag, rows]) => (
          <Section key={tag} id={`tag-${tag.replaceAll(/[^\w-]/g, '-')}`} title={tagTitle(tag, language)}>
            <Table
              caption={tagTitle(tag, language)}
              captionHidden
              rows={rows}
              keyOf={({ method, path }) => `${method} ${path}`}
              columns={[
                { title: say(texts.method, language), cell: ({ method }) => <code>{method.toUpperCase()}</code> },
                {
                  title: say(texts.path, language),
                  head: true,
                  cell: ({ path }) => <code className="font-normal">{path}</code>,
                },
                {
                  title: say(texts.summary, language),
                  className: 'min-w-56',
                  cell: ({ summary }) => summaryIn(summary, language),
                },
              ]}
            />
          </Section>
        ))}
        {endpoints.length === 0 ? <p>{say(texts.none, language)}</p> : null}
      </>
    ),
  };
};
