import type { RegisterFacet, RegisterHit, RegisterSearch } from '@suanjian/contracts';
import { registerFacets, registerSorts } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { Button, ButtonLink } from '../../design/button.tsx';
import { Facets } from '../../design/facets.tsx';
import { SelectField, TextField } from '../../design/field.tsx';
import { fill, formatDate, formatNumber, say } from '../../design/language.ts';
import { PageHead } from '../../design/layout.tsx';
import { State } from '../../design/notice.tsx';
import { Pagination } from '../../design/pagination.tsx';
import { registerTexts as texts, sortTexts } from '../../texts/register.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import { hrefIn, withQuery, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { facetTitle, facetWord, provinceWord, statusTone, statusWord, techniqueWord } from '../shell/words.ts';

type Query = RegisterSearch['query'];

/** The address of a search; pages and orders that are usual are left out, so that one search has one address. */
export const searchPath = ({ q, filters, sort, page }: Query): string => {
  const usual = q === '' ? 'newest' : 'relevance';
  return withQuery('/register', {
    q,
    ...filters,
    sort: sort === usual ? undefined : sort,
    page: page > 1 ? String(page) : undefined,
  });
};

const Hit = ({ hit, language }: { readonly hit: RegisterHit; readonly language: Language }) => (
  <li>
    <h3>
      <a href={hrefIn(language, `/register/${encodeURIComponent(hit.number)}`)}>
        <Chinese language={language}>{hit.algorithmName}</Chinese>
      </a>
    </h3>
    <p>
      <Chinese language={language}>{hit.subject}</Chinese>
    </p>
    <p className="hit-line">
      {hit.technique === undefined ? null : <span>{techniqueWord(hit.technique, language)}</span>}
      {hit.province === undefined ? null : <span>{provinceWord(hit.province, language)}</span>}
      <span>{fill(texts.since, { month: formatDate(hit.firstMonth, language) }, language)}</span>
      {hit.status === 'filed' ? null : <Badge tone={statusTone(hit.status)}>{statusWord(hit.status, language)}</Badge>}
      {hit.exact ? <Badge tone="info">{say(texts.exact, language)}</Badge> : null}
      {hit.flagged ? <Badge tone="warn">{say(texts.flagged, language)}</Badge> : null}
    </p>
    <p className="quiet">
      <span className="digits" lang={language === 'en' ? 'zh-CN' : undefined}>
        {hit.printed}
      </span>
    </p>
  </li>
);

const selectedOf = (query: Query): readonly { readonly facet: RegisterFacet; readonly value: string }[] =>
  registerFacets.flatMap((facet) => (query.filters[facet] ?? []).map((value) => ({ facet, value })));

const without = (query: Query, facet: RegisterFacet, value: string): Query => ({
  ...query,
  page: 1,
  filters: { ...query.filters, [facet]: (query.filters[facet] ?? []).filter((each) => each !== value) },
});

const Chosen = ({ query, language }: { readonly query: Query; readonly language: Language }) => {
  const selected = selectedOf(query);
  if (selected.length === 0) return null;
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1" aria-label={say(texts.chosen, language)}>
      {selected.map(({ facet, value }) => {
        const word = facetWord(facet, value, language);
        return (
          <li key={`${facet} ${value}`}>
            <a
              className="choice-card inline-block no-underline"
              href={hrefIn(language, searchPath(without(query, facet, value)))}
              aria-label={fill(texts.remove, { value: word }, language)}
            >
              {word} <span aria-hidden="true">×</span>
            </a>
          </li>
        );
      })}
      <li>
        <a href={hrefIn(language, withQuery('/register', { q: query.q }))}>{say(texts.clear, language)}</a>
      </li>
    </ul>
  );
};

const countLine = ({ total, estimated, pages, query }: RegisterSearch, language: Language): string => {
  const counted = estimated ? texts.countAbout : total === 1 ? texts.countOne : texts.countMany;
  const count = fill(counted, { count: total }, language);
  const words = query.q === '' ? '' : fill(texts.forWords, { q: query.q }, language);
  const said = language === 'zh' ? `${words}${count}` : `${count} ${words}`.trim();
  if (pages < 2) return said;
  const where = fill(texts.pageOf, { page: query.page, pages }, language);
  return language === 'zh' ? `${said}，${where}` : `${said}, ${where}`;
};

const Nothing = ({ query, language }: { readonly query: Query; readonly language: Language }) => {
  const isBlank = query.q === '' && selectedOf(query).length === 0;
  if (isBlank)
    return (
      <State title={say(texts.empty, language)}>
        <p>{say(texts.emptyHelp, language)}</p>
      </State>
    );
  return (
    <State title={say(texts.none, language)}>
      <p>{say(texts.noneHelp, language)}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={hrefIn(language, '/register')} look="quiet">
          {say(texts.clear, language)}
        </ButtonLink>
        <ButtonLink
          href={hrefIn(language, withQuery('/check', { number: /\d/.test(query.q) ? query.q : undefined }))}
          look="quiet"
        >
          {say(texts.noneCheck, language)}
        </ButtonLink>
      </p>
    </State>
  );
};

/** One page of the register: words and narrowings in one form that needs no script. */
export const registerSearchPage = (model: RegisterSearch, { language }: PageContext): Page => {
  const { query, facets, hits, pages, total, estimated } = model;
  const isLast = query.page === pages && total > query.page * query.size && !estimated;
  return {
    title: query.q === '' ? say(texts.title, language) : `${query.q} · ${say(texts.title, language)}`,
    description: say(texts.lead, language),
    section: 'register',
    json: searchPath(query).replace('/register', '/register.json'),
    unlisted: query.q !== '' || selectedOf(query).length > 0,
    body: (
      <>
        <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
        <form action={hrefIn(language, '/register')} method="get" role="search" aria-label={say(texts.title, language)}>
          <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
            <TextField id="q" label={say(texts.searchLabel, language)} type="search" value={query.q} longest={200} />
            <Button>{say(texts.searchButton, language)}</Button>
          </div>
          <div className="mt-8 grid gap-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
            <div className="no-print lg:order-first order-last">
              <h2 className="mb-3 text-lead font-semibold">{say(texts.narrow, language)}</h2>
              <Facets
                groups={facets.map(({ name, values }) => ({
                  name,
                  title: facetTitle(name, language),
                  choices: values.map(({ value, count, selected }) => ({
                    value,
                    label: facetWord(name, value, language),
                    count: formatNumber(count, language),
                    selected,
                  })),
                }))}
              />
              <div className="facet stack">
                <SelectField
                  id="sort"
                  label={say(texts.sort, language)}
                  value={query.sort}
                  options={registerSorts.map((sort) => ({ value: sort, label: say(sortTexts[sort], language) }))}
                />
                <Button look="quiet">{say(texts.apply, language)}</Button>
              </div>
            </div>
            <div className="stack min-w-0">
              <h2 className="sr-only">{say(texts.results, language)}</h2>
              {total === 0 ? null : (
                <p role="status">
                  <Mixed text={countLine(model, language)} language={language} />
                </p>
              )}
              <Chosen query={query} language={language} />
              {hits.length === 0 ? (
                <Nothing query={query} language={language} />
              ) : (
                <ol className="hits">
                  {hits.map((hit) => (
                    <Hit key={hit.number} hit={hit} language={language} />
                  ))}
                </ol>
              )}
              <Pagination
                page={query.page}
                pages={pages}
                hrefOf={(page) => hrefIn(language, searchPath({ ...query, page }))}
                texts={{
                  label: say(texts.pagination, language),
                  previous: say(texts.previous, language),
                  next: say(texts.next, language),
                  page: (page) => fill(texts.page, { page }, language),
                }}
              />
              {isLast ? <p className="quiet">{say(texts.allPages, language)}</p> : null}
            </div>
          </div>
        </form>
      </>
    ),
  };
};
