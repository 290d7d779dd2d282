import type { ReactNode } from 'react';
import { placeOf } from '@suanjian/register';
import type { Language, Text } from '@suanjian/rulebook';
import { Breadcrumbs } from '../../design/breadcrumbs.tsx';
import { joinList, say } from '../../design/language.ts';
import { State } from '../../design/notice.tsx';
import { siteTexts } from '../../texts/site.ts';
import { supervisionTexts as texts } from '../../texts/supervision.ts';
import { hrefIn } from '../shell/context.ts';
import { ClauseLink } from './clause-link.tsx';

/** The place of an office by its code; all zeros are the nation. */
export const placeWord = (code: string, language: Language): string => {
  if (code.startsWith('00')) return say(texts.nation, language);
  const place = placeOf(code) ?? placeOf(`${code.slice(0, 2)}0000`);
  return place === undefined ? say(siteTexts.unknown, language) : say(place.name, language);
};

export const ClauseList = ({ ids, language }: { readonly ids: readonly string[]; readonly language: Language }) =>
  ids.map((id, index) => (
    <span key={id}>
      {index === 0 ? null : joinList(['', ''], language)}
      <ClauseLink id={id} language={language} />
    </span>
  ));

/** The clauses by which a page, or a part of it, is there. */
export const Basis = ({
  clauses,
  language,
  className,
}: {
  readonly clauses: readonly string[];
  readonly language: Language;
  readonly className: string;
}) => (
  <p className={`quiet ${className}`}>
    {say(texts.basis, language)}
    {language === 'zh' ? '：' : ': '}
    <ClauseList ids={clauses} language={language} />
  </p>
);

/** Cards one below the other, or what is said where there are none yet. */
export const Cards = ({
  children,
  none,
  noneHelp,
  language,
}: {
  readonly children: readonly ReactNode[];
  readonly none: Text;
  readonly noneHelp: Text;
  readonly language: Language;
}) =>
  children.length === 0 ? (
    <State title={say(none, language)}>
      <p>{say(noneHelp, language)}</p>
    </State>
  ) : (
    <ol className="stack">{children}</ol>
  );

/** What somebody wrote, line by line as it was written. */
export const Written = ({ words, language }: { readonly words: string; readonly language: Language }) => (
  <div className="prose" {...(language === 'zh' ? {} : { lang: 'zh-CN' })}>
    {words.split(/\n+/).map((line, index) => (
      // The same line may stand twice, and lines never move.
      // oxlint-disable-next-line react/no-array-index-key
      <p key={index}>{line}</p>
    ))}
  </div>
);

export const Trail = ({
  language,
  above,
  here,
}: {
  readonly language: Language;
  readonly above: readonly { readonly path: string; readonly label: string }[];
  /** Of what somebody wrote, and so in Chinese. */
  readonly here: string;
}) => (
  <Breadcrumbs
    label={say(siteTexts.breadcrumbs, language)}
    crumbs={[
      { label: say(texts.title, language), href: hrefIn(language, '/supervision') },
      ...above.map(({ path, label }) => ({ label, href: hrefIn(language, path) })),
      { label: here, ...(language === 'zh' ? {} : { lang: 'zh-CN' }) },
    ]}
  />
);

/** The same content to be taken away whole. */
export const Files = ({ name, language }: { readonly name: string; readonly language: Language }): ReactNode => (
  <p className="quiet mt-6">
    {say(texts.files, language)}
    {language === 'zh' ? '：' : ': '}
    <a href={`/open-data/${name}.csv`}>CSV</a> · <a href={`/open-data/${name}.jsonl`}>JSON Lines</a>
  </p>
);
