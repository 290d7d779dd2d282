import type { Language } from '@suanjian/rulebook';
import { fill, formatDate, say } from '../../design/language.ts';
import { Breadcrumbs } from '../../design/breadcrumbs.tsx';
import { PageHead, Section } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { guidanceTexts as texts } from '../../texts/guidance.ts';
import { readers, type GuidancePage, type GuidancePoint } from '../../texts/guidance/guide-page.ts';
import { guidancePages } from '../../texts/guidance/index.ts';
import { trainingSets } from '../../texts/guidance/training.ts';
import { siteTexts } from '../../texts/site.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { ClauseLink } from './clause-link.tsx';

export const GuidanceTrail = ({ language, here }: { readonly language: Language; readonly here: string }) => (
  <Breadcrumbs
    label={say(siteTexts.breadcrumbs, language)}
    crumbs={[{ label: say(texts.title, language), href: hrefIn(language, '/guidance') }, { label: here }]}
  />
);

export const Edited = ({
  of: { version, date },
  language,
}: {
  readonly of: Pick<GuidancePage, 'version' | 'date'>;
  readonly language: Language;
}) => (
  <p className="quiet mt-6">
    {fill(texts.edited, { version, date: formatDate(date, language) }, language)} {say(texts.caution, language)}
  </p>
);

export const guidanceIndexPage = ({ language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'other',
  json: '/guidance.json',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      {readers.map((reader) => (
        <Section key={reader} id={reader} title={say(texts[reader], language)}>
          <ul className="grid gap-4 sm:grid-cols-2">
            {guidancePages
              .filter((page) => page.reader === reader)
              .map(({ id, title, lead }) => (
                <li key={id} className="card">
                  <h3>
                    <a href={hrefIn(language, `/guidance/${id}`)}>{say(title, language)}</a>
                  </h3>
                  <p className="mt-1">{say(lead, language)}</p>
                </li>
              ))}
            {trainingSets
              .filter((set) => set.reader === reader)
              .map(({ title }) => (
                <li key="training" className="card">
                  <h3>
                    <a href={hrefIn(language, `/training/${reader}`)}>{say(title, language)}</a>
                  </h3>
                  <p className="mt-1">{say(texts.trainingHelp, language)}</p>
                </li>
              ))}
          </ul>
        </Section>
      ))}
      <p className="quiet mt-6">{say(texts.caution, language)}</p>
    </>
  ),
});

const Point = ({
  point: { text, clause, path },
  language,
}: {
  readonly point: GuidancePoint;
  readonly language: Language;
}) => (
  <li>
    {say(text, language)} {clause === undefined ? null : <ClauseLink id={clause} language={language} />}
    {path === undefined ? null : (
      <>
        {' '}
        <a href={hrefIn(language, path)} aria-label={`${say(texts.where, language)} ${path}`}>
          {say(texts.where, language)}
        </a>
      </>
    )}
  </li>
);

export const guidancePage = (page: GuidancePage, { language }: PageContext): Page => {
  const { id, reader, title, lead, sections } = page;
  const others = guidancePages.filter((each) => each.reader === reader && each.id !== id);
  return {
    title: say(title, language),
    description: say(lead, language),
    section: 'other',
    json: `/guidance/${id}.json`,
    body: (
      <>
        <GuidanceTrail language={language} here={say(title, language)} />
        <PageHead title={say(title, language)} lead={say(lead, language)} />
        {sections.map(({ title: heading, points }, index) => (
          <Section key={heading.en} id={`part-${index + 1}`} title={say(heading, language)}>
            <ul className="prose list-disc pl-5">
              {points.map((point) => (
                <Point key={point.text.en} point={point} language={language} />
              ))}
            </ul>
          </Section>
        ))}
        <Section id="others" title={say(texts.others, language)}>
          <ul className="prose list-disc pl-5">
            {others.map((each) => (
              <li key={each.id}>
                <a href={hrefIn(language, `/guidance/${each.id}`)}>{say(each.title, language)}</a>
              </li>
            ))}
            <li>
              <a href={hrefIn(language, `/training/${reader}`)}>{say(texts.training, language)}</a>
            </li>
          </ul>
        </Section>
        <div className="mt-6">
          <Notice>
            <Edited of={page} language={language} />
          </Notice>
        </div>
      </>
    ),
  };
};
