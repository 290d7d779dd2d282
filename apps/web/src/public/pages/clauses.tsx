import {
  bearerWords,
  dutyWords,
  editions,
  editionStatusWords,
  type Clause,
  type Edition,
  type Language,
} from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { Breadcrumbs } from '../../design/breadcrumbs.tsx';
import { DefinitionList } from '../../design/definition-list.tsx';
import { formatDate, formatNumber, joinList, say } from '../../design/language.ts';
import { PageHead } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Table } from '../../design/table.tsx';
import { clauseTexts as texts } from '../../texts/clauses.ts';
import { siteTexts } from '../../texts/site.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { clausePath } from './clause-link.tsx';

export const StatusBadge = ({ edition, language }: { readonly edition: Edition; readonly language: Language }) => (
  <Badge tone={edition.status === 'in-force' ? 'good' : edition.status === 'consultation' ? 'warn' : 'info'}>
    {say(editionStatusWords[edition.status], language)}
  </Badge>
);

/** A draft must never be taken for law, wherever it is shown. */
export const ConsultationNotice = ({ edition, language }: { readonly edition: Edition; readonly language: Language }) =>
  edition.status !== 'consultation' ? null : (
    <Notice tone="warn" title={say(texts.consultation, language)}>
      <p>{say(texts.consultationHelp, language)}</p>
    </Notice>
  );

/** All documents of the rulebook. */
export const editionsPage = ({ language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'clauses',
  json: '/clauses.json',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      <Table
        caption={say(texts.title, language)}
        captionHidden
        rows={editions}
        keyOf={({ id }) => id}
        columns={[
          {
            title: say(texts.document, language),
            head: true,
            className: 'w-1/2 min-w-64',
            cell: ({ id, title }) => <a href={hrefIn(language, `/clauses/${id}`)}>{say(title, language)}</a>,
          },
          {
            title: say(texts.status, language),
            cell: (edition) => <StatusBadge edition={edition} language={language} />,
          },
          {
            title: say(texts.published, language),
            cell: ({ published }) => <span className="whitespace-nowrap">{formatDate(published, language)}</span>,
          },
          {
            title: say(texts.inForce, language),
            cell: ({ inForceFrom }) => (
              <span className="whitespace-nowrap">
                {inForceFrom === undefined ? say(texts.never, language) : formatDate(inForceFrom, language)}
              </span>
            ),
          },
          {
            title: say(texts.count, language),
            align: 'number',
            cell: ({ clauses }) => formatNumber(clauses.length, language),
          },
        ]}
      />
      <p className="quiet mt-4">{say(texts.restated, language)}</p>
    </>
  ),
});

const ClauseEntry = ({ clause, language }: { readonly clause: Clause; readonly language: Language }) => (
  <li>
    <h2 className="text-[1.1875rem]">
      <a href={hrefIn(language, clausePath(clause.id))}>
        {clause.number} {say(clause.heading, language)}
      </a>
    </h2>
    <p className="hit-line">
      <span>{say(dutyWords[clause.duty], language)}</span>
      <span>
        {joinList(
          clause.who.map((bearer) => say(bearerWords[bearer], language)),
          language,
        )}
      </span>
    </p>
    <p className="mt-1 max-w-3xl">{say(clause.text, language)}</p>
  </li>
);

/** One document, clause by clause. */
export const editionPage = (edition: Edition, { language }: PageContext): Page => {
  const { title, issuer, published, inForceFrom, inForceUntil, note, clauses } = edition;
  return {
    title: say(title, language),
    section: 'clauses',
    json: `/clauses/${edition.id}.json`,
    body: (
      <>
        <Breadcrumbs
          label={say(siteTexts.breadcrumbs, language)}
          crumbs={[
            { label: say(texts.title, language), href: hrefIn(language, '/clauses') },
            { label: say(texts.shortNames[edition.id], language) },
          ]}
        />
        <PageHead title={say(title, language)}>
          <p className="mt-3">
            <StatusBadge edition={edition} language={language} />
          </p>
        </PageHead>
        <div className="stack">
          <ConsultationNotice edition={edition} language={language} />
          <DefinitionList
            terms={[
              { term: say(texts.issuer, language), value: say(issuer, language) },
              { term: say(texts.published, language), value: formatDate(published, language) },
              {
                term: say(texts.inForce, language),
                value: inForceFrom === undefined ? say(texts.never, language) : formatDate(inForceFrom, language),
              },
              inForceUntil === undefined
                ? undefined
                : { term: say(texts.until, language), value: formatDate(inForceUntil, language) },
            ]}
          />
          {note === undefined ? null : <p className="quiet max-w-3xl">{say(note, language)}</p>}
        </div>
        <ol className="hits mt-8">
          {clauses.map((clause) => (
            <ClauseEntry key={clause.id} clause={clause} language={language} />
          ))}
        </ol>
      </>
    ),
  };
};
