import type { ReactNode } from 'react';
import { placeOf } from '@suanjian/register';
import type { Language } from '@suanjian/rulebook';
import { Breadcrumbs } from '../../design/breadcrumbs.tsx';
import { joinList, say } from '../../design/language.ts';
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
