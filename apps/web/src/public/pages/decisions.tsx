import type { PublishedDecisionModel, PublishedDecisionsModel } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { DefinitionList } from '../../design/definition-list.tsx';
import { fill, formatDate, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Notice, State } from '../../design/notice.tsx';
import { Pagination } from '../../design/pagination.tsx';
import { Timeline } from '../../design/timeline.tsx';
import { decisionTexts as texts, supervisionTexts } from '../../texts/supervision.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import { hrefIn, withQuery, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { ClauseLink } from './clause-link.tsx';
import { Basis, ClauseList, Files, Trail, Written, placeWord } from './supervision-parts.tsx';

interface PartProps {
  readonly decision: PublishedDecisionModel;
  readonly language: Language;
}

const Standing = ({ decision: { withdrawn, overturned, corrections }, language }: PartProps) => {
  if (withdrawn !== undefined) return <Badge tone="warn">{say(texts.withdrawn, language)}</Badge>;
  if (overturned !== undefined) return <Badge tone="warn">{say(overturned.title, language)}</Badge>;
  return corrections.length > 0 ? <Badge tone="info">{say(texts.corrected, language)}</Badge> : null;
};

const Facts = ({ decision, language }: PartProps) => {
  const { company, number, place, clauses, decidedOn, servedOn, publishedOn } = decision;
  const day = (title: (typeof texts)['decidedOn'], on: string | undefined) =>
    on === undefined ? undefined : { term: say(title, language), value: formatDate(on, language) };
  return (
    <DefinitionList
      terms={[
        { term: say(supervisionTexts.company, language), value: <Chinese language={language}>{company}</Chinese> },
        number === undefined
          ? undefined
          : {
              term: say(supervisionTexts.number, language),
              value: (
                <a className="digits" href={hrefIn(language, `/register/${number}`)}>
                  {number}
                </a>
              ),
            },
        { term: say(supervisionTexts.place, language), value: placeWord(place, language) },
        clauses.length === 0
          ? undefined
          : { term: say(supervisionTexts.clauses, language), value: <ClauseList ids={clauses} language={language} /> },
        day(texts.decidedOn, decidedOn),
        day(texts.servedOn, servedOn),
        day(texts.publishedOn, publishedOn),
      ]}
    />
  );
};

const Item = ({ decision, language }: PartProps) => {
  const { id, company, publishedOn, words, withdrawn } = decision;
  return (
    <li className="card">
      <h2 className="text-lead font-semibold">
        <a href={hrefIn(language, `/decisions/${id}`)}>
          <Mixed text={fill(texts.about, { company }, language)} language={language} />
        </a>{' '}
        <Standing decision={decision} language={language} />
      </h2>
      <p className="quiet">
        {placeWord(decision.place, language)} · {say(texts.publishedOn, language)} {formatDate(publishedOn, language)}
      </p>
      <p className="line-clamp-3 mt-1">
        <Chinese language={language}>{withdrawn === undefined ? words : withdrawn.explanation}</Chinese>
      </p>
    </li>
  );
};

export const decisionsPage = (
  { total, page, pages, items }: PublishedDecisionsModel,
  { language }: PageContext,
): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'other',
  json: withQuery('/decisions.json', page === 1 ? {} : { page: String(page) }),
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      <Basis clauses={['penalty-law/48']} language={language} className="mb-4" />
      {items.length === 0 ? (
        <State title={say(texts.none, language)}>
          <p>{say(texts.noneHelp, language)}</p>
        </State>
      ) : (
        <>
          <p className="mb-3">{fill(texts.total, { count: total }, language)}</p>
          <ol className="stack">
            {items.map((decision) => (
              <Item key={decision.id} decision={decision} language={language} />
            ))}
          </ol>
          <div className="mt-4">
            <Pagination
              page={page}
              pages={pages}
              hrefOf={(each) => hrefIn(language, withQuery('/decisions', { page: String(each) }))}
              texts={{
                label: say(supervisionTexts.pagination, language),
                previous: say(supervisionTexts.previous, language),
                next: say(supervisionTexts.next, language),
                page: (each) => fill(supervisionTexts.page, { page: each }, language),
              }}
            />
          </div>
        </>
      )}
      <Files name="decisions" language={language} />
      <p className="quiet mt-3 max-w-3xl">{say(texts.onlyCases, language)}</p>
    </>
  ),
});

export const decisionPage = (decision: PublishedDecisionModel, { language }: PageContext): Page => {
  const { id, company, words, corrections, overturned, withdrawn } = decision;
  const title = fill(texts.about, { company }, language);
  return {
    title,
    section: 'other',
    json: `/decisions/${id}.json`,
    body: (
      <>
        <Trail language={language} above={[{ path: '/decisions', label: say(texts.title, language) }]} here={company} />
        <PageHead title={<Mixed text={title} language={language} />} />
        {withdrawn === undefined ? null : (
          <Notice tone="warn" title={fill(texts.withdrawnOn, { date: formatDate(withdrawn.on, language) }, language)}>
            <p>{say(texts.withdrawnHelp, language)}</p>
            <Written words={withdrawn.explanation} language={language} />
          </Notice>
        )}
        {overturned === undefined || withdrawn !== undefined ? null : (
          <Notice tone="warn">
            <p>
              {fill(
                texts.overturned,
                { outcome: say(overturned.title, language), date: formatDate(overturned.on, language) },
                language,
              )}{' '}
              <ClauseLink id="penalty-law/48" language={language} />
            </p>
          </Notice>
        )}
        <div className="mt-4">
          <Facts decision={decision} language={language} />
        </div>
        {words === undefined ? null : (
          <Section id="words" title={say(texts.words, language)}>
            <Written words={words} language={language} />
          </Section>
        )}
        {corrections.length === 0 || withdrawn !== undefined ? null : (
          <Section id="corrections" title={say(texts.corrections, language)}>
            <p className="mb-3">{say(texts.correctionsHelp, language)}</p>
            <Timeline
              items={corrections.map(({ on, explanation }, index) => ({
                key: `${index} ${on}`,
                when: formatDate(on, language),
                title: <Chinese language={language}>{explanation}</Chinese>,
              }))}
            />
          </Section>
        )}
      </>
    ),
  };
};
