import type { RiskNoticeModel, RiskNoticesModel } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { DefinitionList } from '../../design/definition-list.tsx';
import { fill, formatDate, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { riskNoticeTexts as texts, supervisionTexts } from '../../texts/supervision.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { ClauseLink } from './clause-link.tsx';
import { Basis, Cards, Trail, Written, placeWord } from './supervision-parts.tsx';

const Item = ({ notice, language }: { readonly notice: RiskNoticeModel; readonly language: Language }) => {
  const { id, company, service, place, publishedOn, words, lifted } = notice;
  return (
    <li className="card">
      <h2 className="text-lead font-semibold">
        <a href={hrefIn(language, `/risk-notices/${id}`)}>
          <Mixed text={fill(texts.about, { service }, language)} language={language} />
        </a>{' '}
        <Badge tone={lifted === undefined ? 'bad' : 'plain'}>
          {say(lifted === undefined ? texts.stands : texts.lifted, language)}
        </Badge>
      </h2>
      <p className="quiet">
        <Chinese language={language}>{company}</Chinese> · {placeWord(place, language)} ·{' '}
        {formatDate(publishedOn, language)}
      </p>
      <p className="line-clamp-3 mt-1">
        <Chinese language={language}>{lifted === undefined ? words : lifted.explanation}</Chinese>
      </p>
    </li>
  );
};

export const riskNoticesPage = ({ items }: RiskNoticesModel, { language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'other',
  json: '/risk-notices.json',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      <Basis clauses={['safety-2018/13']} language={language} className="mb-4" />
      <Cards none={texts.none} noneHelp={texts.noneHelp} language={language}>
        {items.map((notice) => (
          <Item key={notice.id} notice={notice} language={language} />
        ))}
      </Cards>
    </>
  ),
});

export const riskNoticePage = (notice: RiskNoticeModel, { language }: PageContext): Page => {
  const { id, company, service, number, place, publishedOn, words, lifted } = notice;
  const title = fill(texts.about, { service }, language);
  return {
    title,
    section: 'other',
    json: `/risk-notices/${id}.json`,
    body: (
      <>
        <Trail
          language={language}
          above={[{ path: '/risk-notices', label: say(texts.title, language) }]}
          here={service}
        />
        <PageHead title={<Mixed text={title} language={language} />} />
        {lifted === undefined ? null : (
          <Notice title={fill(texts.liftedOn, { date: formatDate(lifted.on, language) }, language)}>
            <p>{say(texts.liftedHelp, language)}</p>
            <Written words={lifted.explanation} language={language} />
          </Notice>
        )}
        {words === undefined ? null : (
          <Section id="words" title={say(texts.words, language)}>
            <Written words={words} language={language} />
          </Section>
        )}
        <div className="mt-6">
          <DefinitionList
            terms={[
              { term: say(texts.service, language), value: <Chinese language={language}>{service}</Chinese> },
              {
                term: say(supervisionTexts.company, language),
                value: <Chinese language={language}>{company}</Chinese>,
              },
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
              { term: say(texts.publishedOn, language), value: formatDate(publishedOn, language) },
              {
                term: say(supervisionTexts.basis, language),
                value: <ClauseLink id="safety-2018/13" language={language} />,
              },
            ]}
          />
        </div>
      </>
    ),
  };
};
