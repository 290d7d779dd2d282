import type { DiscretionModel, DiscretionStandardModel } from '@suanjian/contracts';
import { gravityTitles } from '@suanjian/matters';
import type { Language } from '@suanjian/rulebook';
import { DefinitionList } from '../../design/definition-list.tsx';
import { fill, formatDate, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { State } from '../../design/notice.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { discretionTexts as texts } from '../../texts/discretion.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import type { PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { ClauseLink } from './clause-link.tsx';
import { Written } from './supervision-parts.tsx';

const stepColumns = (language: Language): readonly Column<DiscretionStandardModel['steps'][number]>[] => [
  {
    title: say(texts.gravity, language),
    head: true,
    cell: ({ gravity }) => say(gravityTitles[gravity], language),
  },
  {
    title: say(texts.when, language),
    className: 'min-w-40',
    cell: ({ when }) => <Chinese language={language}>{when}</Chinese>,
  },
  {
    title: say(texts.fine, language),
    className: 'min-w-40',
    cell: ({ atLeast, atMost }) => fill(texts.range, { atLeast, atMost }, language),
  },
];

const Standard = ({ each, language }: { readonly each: DiscretionStandardModel; readonly language: Language }) => {
  const { version, title, clause, from, publishedOn, words, steps, withdrawn } = each;
  return (
    <article className="card">
      <h3>
        <Chinese language={language}>{title}</Chinese> · {fill(texts.version, { version }, language)}
      </h3>
      {withdrawn === undefined ? null : (
        <p>
          <Mixed
            text={fill(
              texts.withdrawn,
              { date: formatDate(withdrawn.on, language), reason: withdrawn.reason },
              language,
            )}
            language={language}
          />
        </p>
      )}
      <DefinitionList
        terms={[
          { term: say(texts.clause, language), value: <ClauseLink id={clause} language={language} /> },
          { term: say(texts.from, language), value: formatDate(from, language) },
          { term: say(texts.publishedOn, language), value: formatDate(publishedOn, language) },
          { term: say(texts.words, language), value: <Written words={words} language={language} /> },
        ]}
      />
      <Table
        caption={`${say(texts.steps, language)} · ${fill(texts.version, { version }, language)}`}
        rows={steps}
        keyOf={({ gravity }) => gravity}
        columns={stepColumns(language)}
      />
    </article>
  );
};

export const discretionPage = ({ items }: DiscretionModel, { language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'other',
  json: '/discretion.json',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      <p className="quiet mb-4">
        <ClauseLink id="penalty-law/34" language={language} />
      </p>
      {items.length === 0 ? (
        <State title={say(texts.none, language)}>
          <p>{say(texts.noneHelp, language)}</p>
        </State>
      ) : (
        items.map(({ id, office, ended, standards }) => (
          <Section key={id} id={`office-${id}`} title={<Chinese language={language}>{office}</Chinese>}>
            {ended ? <p>{say(texts.ended, language)}</p> : null}
            <div className="stack">
              {standards.map((each) => (
                <Standard key={each.version} each={each} language={language} />
              ))}
            </div>
          </Section>
        ))
      )}
    </>
  ),
});
