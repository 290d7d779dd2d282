import type { RegisterRecordModel } from '@suanjian/contracts';
import { placeOf } from '@suanjian/register';
import type { Language } from '@suanjian/rulebook';
import { DefinitionList } from '../../design/definition-list.tsx';
import { formatDate, joinList, say } from '../../design/language.ts';
import { recordTexts as texts } from '../../texts/record.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import { hrefIn, withQuery } from '../shell/context.ts';
import { applicationFieldWord, formWord, roleWord, techniqueWord } from '../shell/words.ts';
import { ClauseLink } from './clause-link.tsx';

interface PartProps {
  readonly record: RegisterRecordModel;
  readonly language: Language;
}

const Products = ({ record: { content }, language }: PartProps) => {
  if (content.products.length === 0) return <>{say(texts.noProducts, language)}</>;
  return (
    <>
      <ul>
        {content.products.map(({ name, forms, detail, address }) => {
          const kind =
            detail ??
            joinList(
              forms.map((form) => formWord(form, language)),
              language,
            );
          return (
            <li key={`${name} ${forms.join(' ')}`}>
              <Chinese language={language}>{name}</Chinese>
              {kind === '' ? null : <span className="quiet"> · {kind}</span>}
              {address === undefined || !/^https?:/.test(address) ? null : (
                <>
                  {' '}
                  <a href={address} rel="nofollow noopener external">
                    {address}
                  </a>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {content.productsAndOthers ? <p className="quiet">{say(texts.andOthers, language)}</p> : null}
    </>
  );
};

/** What the record says at a glance. */
export const Glance = ({ record, language }: PartProps) => {
  const { content } = record;
  const place = content.place === undefined ? undefined : placeOf(content.place);
  const chinese = (value: string) => <Chinese language={language}>{value}</Chinese>;
  return (
    <DefinitionList
      terms={[
        {
          term: say(texts.number, language),
          value: <span className="digits">{chinese(record.printed)}</span>,
        },
        {
          term: say(texts.subject, language),
          value: (
            <a href={hrefIn(language, withQuery('/register', { q: content.subject }))}>{chinese(content.subject)}</a>
          ),
        },
        content.creditCode === undefined
          ? undefined
          : { term: say(texts.creditCode, language), value: <span className="digits">{content.creditCode}</span> },
        content.technique === undefined
          ? content.classOrRole === undefined
            ? undefined
            : { term: say(texts.classOrRole, language), value: chinese(content.classOrRole) }
          : { term: say(texts.technique, language), value: techniqueWord(content.technique, language) },
        content.role === undefined
          ? undefined
          : { term: say(texts.role, language), value: roleWord(content.role, language) },
        place === undefined
          ? undefined
          : {
              term: say(texts.place, language),
              value: <Mixed text={say(place.fullName, language)} language={language} />,
            },
        { term: say(texts.products, language), value: <Products record={record} language={language} /> },
        { term: say(texts.purpose, language), value: chinese(content.purpose) },
        content.version === undefined
          ? undefined
          : { term: say(texts.version, language), value: chinese(content.version) },
        content.launched === undefined
          ? undefined
          : { term: say(texts.launched, language), value: formatDate(content.launched, language) },
        content.applicationFields === undefined || content.applicationFields.length === 0
          ? undefined
          : {
              term: say(texts.fields, language),
              value: (
                <Mixed
                  language={language}
                  text={joinList(
                    content.applicationFields.map((field) => applicationFieldWord(field, language)),
                    language,
                  )}
                />
              ),
            },
      ]}
    />
  );
};

/** What the provider tells the public, where it was filed here. */
export const Disclosure = ({ record, language }: PartProps) => {
  const { disclosure } = record.content;
  if (disclosure === undefined)
    return (
      <p className="max-w-3xl">
        {say(texts.disclosureNone, language)} <ClauseLink id="final/16" language={language} />
      </p>
    );
  const { publishedAt } = disclosure;
  const shown = [
    [texts.principle, disclosure.basicPrinciple],
    [texts.mechanism, disclosure.operatingMechanism],
    [texts.scenario, disclosure.applicationScenario],
    [texts.disclosedPurpose, disclosure.purpose],
  ] as const;
  return (
    <DefinitionList
      terms={[
        ...shown.map(([term, value]) => ({
          term: say(term, language),
          value: (
            <span className="whitespace-pre-line">
              <Chinese language={language}>{value}</Chinese>
            </span>
          ),
        })),
        publishedAt === undefined || !/^https?:/.test(publishedAt)
          ? undefined
          : {
              term: say(texts.publishedAt, language),
              value: (
                <a href={publishedAt} rel="nofollow noopener external">
                  {publishedAt}
                </a>
              ),
            },
      ]}
    />
  );
};
