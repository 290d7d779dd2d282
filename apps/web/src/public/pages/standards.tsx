import type { AdoptionModel, StandardsModel, StandardsOfBodyModel, StandardVersionModel } from '@suanjian/contracts';
import { answers, type Language, type Text } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { DefinitionList } from '../../design/definition-list.tsx';
import { fill, formatDate, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { standardTexts as texts, supervisionTexts } from '../../texts/supervision.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { Basis, Cards, Files, Trail, Written } from './supervision-parts.tsx';

const checkTitles: ReadonlyMap<string, Text> = new Map(
  Object.values(answers.checks).map(({ name, title }) => [name, title]),
);

/** Checks of the product by their title; those of a body's own pack by the name it gave them. */
const CheckName = ({ name, language }: { readonly name: string; readonly language: Language }) => {
  const title = checkTitles.get(name);
  return title === undefined ? <Mixed text={name} language={language} /> : say(title, language);
};

const keeping = (adoptions: readonly AdoptionModel[]): number =>
  new Set(adoptions.filter(({ withdrawn }) => withdrawn === undefined).map(({ company }) => company)).size;

const Item = ({ standards, language }: { readonly standards: StandardsOfBodyModel; readonly language: Language }) => {
  const { id, body, versions, adoptions, ended } = standards;
  const titles = [...new Map(versions.map(({ code, title }) => [code, title]))];
  return (
    <li className="card">
      <h2 className="text-lead font-semibold">
        <a href={hrefIn(language, `/standards/${id}`)}>
          <Mixed text={fill(texts.of, { body }, language)} language={language} />
        </a>
      </h2>
      {ended ? <p>{say(texts.ended, language)}</p> : null}
      <ul>
        {titles.map(([code, title]) => (
          <li key={code}>
            <Chinese language={language}>
              {code} {title}
            </Chinese>
          </li>
        ))}
      </ul>
      <p className="quiet mt-1">
        {fill(texts.count, { versions: versions.length, companies: keeping(adoptions) }, language)}
      </p>
    </li>
  );
};

export const standardsPage = ({ items }: StandardsModel, { language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'other',
  json: '/standards.json',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      <Basis clauses={['final/5']} language={language} className="mb-4" />
      <Cards none={texts.none} noneHelp={texts.noneHelp} language={language}>
        {items.map((standards) => (
          <Item key={standards.id} standards={standards} language={language} />
        ))}
      </Cards>
      <Files name="adoptions" language={language} />
    </>
  ),
});

const boundColumns = (language: Language): readonly Column<StandardVersionModel['thresholds'][number]>[] => [
  {
    title: say(texts.check, language),
    head: true,
    cell: ({ check }) => <CheckName name={check} language={language} />,
  },
  { title: say(texts.bound, language), cell: ({ bound }) => <Mixed text={bound} language={language} /> },
];

const Version = ({ each, language }: { readonly each: StandardVersionModel; readonly language: Language }) => {
  const { code, version, title, from, publishedOn, pack, words, thresholds, withdrawn } = each;
  return (
    <article className="card">
      <h3>
        <Chinese language={language}>
          {code} {title}
        </Chinese>{' '}
        · {fill(texts.version, { version }, language)}{' '}
        <Badge tone={withdrawn === undefined ? 'good' : 'warn'}>
          {say(withdrawn === undefined ? texts.current : texts.isWithdrawn, language)}
        </Badge>
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
          { term: say(texts.from, language), value: formatDate(from, language) },
          { term: say(texts.publishedOn, language), value: formatDate(publishedOn, language) },
          { term: say(texts.words, language), value: <Written words={words} language={language} /> },
          { term: say(texts.pack, language), value: <code className="break-all">{pack}</code> },
        ]}
      />
      {thresholds.length === 0 ? null : (
        <Table
          caption={`${say(texts.thresholds, language)} · ${version}`}
          rows={thresholds}
          keyOf={({ check, bound }) => `${check} ${bound}`}
          columns={boundColumns(language)}
        />
      )}
    </article>
  );
};

const adoptionColumns = (language: Language): readonly Column<AdoptionModel>[] => {
  const sinceWords = ({ version, on }: AdoptionModel['adopted']): string =>
    fill(texts.sinceVersion, { version, date: formatDate(on, language) }, language);
  return [
    {
      title: say(supervisionTexts.company, language),
      head: true,
      className: 'min-w-40',
      cell: ({ company }) => <Chinese language={language}>{company}</Chinese>,
    },
    {
      title: say(texts.standard, language),
      cell: ({ code, title }) => (
        <Chinese language={language}>
          {code} {title}
        </Chinese>
      ),
    },
    {
      title: say(texts.since, language),
      className: 'min-w-40',
      cell: ({ adopted, earlier }) => (
        <>
          {sinceWords(adopted)}
          {earlier.length === 0 ? null : (
            <span className="quiet">
              {' '}
              {fill(texts.before, { versions: earlier.map(sinceWords).join('; ') }, language)}
            </span>
          )}
        </>
      ),
    },
    {
      title: say(texts.state, language),
      className: 'min-w-40',
      cell: ({ withdrawn }) =>
        withdrawn === undefined ? (
          <Badge tone="good">{say(texts.keeps, language)}</Badge>
        ) : (
          <Mixed
            text={fill(texts.gaveUp, { date: formatDate(withdrawn.on, language), reason: withdrawn.reason }, language)}
            language={language}
          />
        ),
    },
  ];
};

const Adoptions = ({
  adoptions,
  language,
}: {
  readonly adoptions: readonly AdoptionModel[];
  readonly language: Language;
}) => (
  <Table
    caption={say(texts.adoptions, language)}
    captionHidden
    rows={adoptions}
    keyOf={({ company, code, adopted }) => `${company} ${code} ${adopted.on}`}
    columns={adoptionColumns(language)}
  />
);

export const standardsOfBodyPage = (
  { id, body, ended, versions, adoptions }: StandardsOfBodyModel,
  { language }: PageContext,
): Page => {
  const title = fill(texts.of, { body }, language);
  return {
    title,
    section: 'other',
    json: `/standards/${id}.json`,
    body: (
      <>
        <Trail language={language} above={[{ path: '/standards', label: say(texts.title, language) }]} here={body} />
        <PageHead
          title={<Mixed text={title} language={language} />}
          {...(ended ? { lead: say(texts.ended, language) } : {})}
        />
        {versions.length === 0 ? null : (
          <Section id="versions" title={say(texts.versions, language)}>
            <div className="stack">
              {versions.map((each) => (
                <Version key={`${each.code} ${each.version}`} each={each} language={language} />
              ))}
            </div>
          </Section>
        )}
        <Section id="adoptions" title={say(texts.adoptions, language)}>
          {adoptions.length === 0 ? (
            <p>{say(texts.nobody, language)}</p>
          ) : (
            <Adoptions adoptions={adoptions} language={language} />
          )}
        </Section>
      </>
    ),
  };
};
