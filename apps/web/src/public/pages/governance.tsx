import type { GovernanceFigures } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { fill, formatDate, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { governanceTexts as texts } from '../../texts/supervision.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { ClauseLink } from './clause-link.tsx';
import { countWord } from './complaints-answered.tsx';
import { Basis } from './supervision-parts.tsx';

type Figure = GovernanceFigures['parts'][number]['figures'][number];

const valueWord = ({ value, unit }: Figure, language: Language): string =>
  unit === 'share' && typeof value === 'number' ? `${(value / 10).toFixed(1)}%` : countWord(value, language);

export const governancePage = ({ asOf, parts }: GovernanceFigures, { language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'other',
  json: '/figures/governance.json',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      <p className="quiet">
        {fill(texts.asOf, { date: formatDate(asOf, language) }, language)}{' '}
        <ClauseLink id="opinions/goal.1" language={language} />
      </p>
      {parts.map(({ name, title, clauses, figures }) => (
        <Section key={name} id={name} title={say(title, language)}>
          <Basis clauses={clauses} language={language} className="mb-2" />
          <Table
            caption={say(title, language)}
            captionHidden
            rows={figures}
            keyOf={(figure) => figure.name}
            columns={[
              {
                title: say(texts.figure, language),
                head: true,
                className: 'min-w-32',
                cell: ({ title: words, path }) =>
                  path === undefined ? (
                    say(words, language)
                  ) : (
                    <a href={hrefIn(language, path)}>{say(words, language)}</a>
                  ),
              },
              {
                title: say(texts.value, language),
                align: 'number',
                className: 'whitespace-nowrap',
                cell: (figure) => valueWord(figure, language),
              },
              {
                title: say(texts.meaning, language),
                className: 'min-w-48',
                cell: ({ meaning }) => say(meaning, language),
              },
            ]}
          />
        </Section>
      ))}
      <p className="quiet mt-8 max-w-3xl">
        {say(texts.note, language)} <a href={hrefIn(language, '/')}>{say(texts.register, language)}</a>
      </p>
    </>
  ),
});
