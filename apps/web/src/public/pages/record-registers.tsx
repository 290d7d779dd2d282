import type { PublishedRegisters } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { fill, formatDate, say } from '../../design/language.ts';
import { Table, type Column } from '../../design/table.tsx';
import { publicRegisterTexts as texts } from '../../texts/registers.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import { ClauseLink } from './clause-link.tsx';

interface RegistersProps {
  readonly registers: PublishedRegisters;
  readonly language: Language;
}

const tagColumns = (language: Language): readonly Column<PublishedRegisters['tags'][number]>[] => [
  {
    title: say(texts.tag, language),
    head: true,
    cell: ({ tag }) => <Chinese language={language}>{tag}</Chinese>,
  },
  { title: say(texts.kind, language), cell: ({ kind }) => say(kind, language) },
  {
    title: say(texts.meaning, language),
    className: 'min-w-40',
    cell: ({ meaning }) => <Chinese language={language}>{meaning}</Chinese>,
  },
];

const Tags = ({ registers: { tags }, language }: RegistersProps) => (
  <div>
    <h3>
      {say(texts.tags, language)} <ClauseLink id="final/10" language={language} />
    </h3>
    <Table
      caption={say(texts.tags, language)}
      captionHidden
      rows={tags}
      keyOf={({ tag }) => tag}
      columns={tagColumns(language)}
    />
  </div>
);

const News = ({
  news: { licence, authority, until, sources },
  language,
}: {
  readonly news: NonNullable<PublishedRegisters['news']>;
  readonly language: Language;
}) => (
  <div>
    <h3>
      {say(texts.news, language)} <ClauseLink id="final/13" language={language} />
    </h3>
    <p>
      <Mixed
        text={fill(texts.licence, { authority, licence, date: formatDate(until, language) }, language)}
        language={language}
      />
    </p>
    <p>
      <Mixed
        text={fill(texts.sources, { names: sources.join(language === 'zh' ? '、' : ', ') }, language)}
        language={language}
      />
    </p>
  </div>
);

const Cases = ({ registers: { cases }, language }: RegistersProps) => (
  <div>
    <h3>
      {say(texts.cases, language)} <ClauseLink id="checklist/15" language={language} />
    </h3>
    <ul className="stack">
      {cases.map(({ title, about, outcome, publishedOn }) => (
        <li key={`${publishedOn} ${title}`} className="card">
          <p>
            <Chinese language={language}>{title}</Chinese>{' '}
            <span className="quiet">{formatDate(publishedOn, language)}</span>
          </p>
          <p>
            <Chinese language={language}>{about}</Chinese>
          </p>
          <p>
            <Chinese language={language}>{outcome}</Chinese>
          </p>
        </li>
      ))}
    </ul>
  </div>
);

/** What a provider's registers hold for everybody: tags in use, news licence and sources, successful appeals. */
export const PublicRegisters = ({ registers, language }: RegistersProps) => (
  <>
    {registers.tags.length === 0 ? null : <Tags registers={registers} language={language} />}
    {registers.news === undefined ? null : <News news={registers.news} language={language} />}
    {registers.cases.length === 0 ? null : <Cases registers={registers} language={language} />}
  </>
);
