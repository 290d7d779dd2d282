import type { RecordDifference, RegisterRecordModel } from '@suanjian/contracts';
import { text, type Language, type Text } from '@suanjian/rulebook';
import { placeOf } from '@suanjian/register';
import { Difference, type FieldDifference } from '../../design/difference.tsx';
import { fill, formatDate, joinList, say } from '../../design/language.ts';
import { Timeline } from '../../design/timeline.tsx';
import { fieldTexts, recordTexts as texts } from '../../texts/record.ts';
import { Chinese } from '../shell/chinese.tsx';
import { applicationFieldWord, roleWord, techniqueWord } from '../shell/words.ts';
import { ClauseLink } from './clause-link.tsx';

type Item = RegisterRecordModel['history'][number];

const fieldNames: ReadonlyMap<string, Text> = new Map(Object.entries(fieldTexts));

const valueIn = (field: string, value: string | undefined, language: Language): string | undefined => {
  if (value === undefined) return undefined;
  if (field === 'technique') return techniqueWord(value, language);
  if (field === 'role') return roleWord(value, language);
  if (field === 'place') {
    const place = placeOf(value);
    return place === undefined ? value : say(place.fullName, language);
  }
  if (field === 'applicationFields')
    return joinList(
      value.split('\n').map((each) => applicationFieldWord(each, language)),
      language,
    );
  return field === 'launched' ? formatDate(value, language) : value;
};

export const readableDifferences = (
  differences: readonly RecordDifference[],
  language: Language,
): readonly FieldDifference[] =>
  differences.map(({ field, before, after }) => {
    const [was, is] = [valueIn(field, before, language), valueIn(field, after, language)];
    return {
      field: say(fieldNames.get(field) ?? text(field, field), language),
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    };
  });

export const RecordDifferences = ({
  differences,
  language,
}: {
  readonly differences: readonly RecordDifference[];
  readonly language: Language;
}) =>
  differences.length === 0 ? null : (
    <Difference
      differences={readableDifferences(differences, language)}
      texts={{ before: say(texts.before, language), after: say(texts.after, language) }}
      valueLanguage={language === 'zh' ? undefined : 'zh-CN'}
    />
  );

const whenOf = ({ when, possibleMonths }: Item, language: Language): string => {
  if (when !== undefined) return formatDate(when, language);
  if (possibleMonths === undefined) return say(texts.undated, language);
  const months = joinList(
    possibleMonths.map((month) => formatDate(month, language)),
    language,
  );
  return fill(texts.possible, { months }, language);
};

const Body = ({ item, language }: { readonly item: Item; readonly language: Language }) => {
  const { text, from, to, items, basis, differences } = item;
  return (
    <>
      {text === undefined ? null : <p>{say(text, language)}</p>}
      {from === undefined && to === undefined ? null : (
        <Difference
          differences={[
            {
              field: say(item.title, language),
              ...(from === undefined ? {} : { before: from }),
              ...(to === undefined ? {} : { after: to }),
            },
          ]}
          texts={{ before: say(texts.before, language), after: say(texts.after, language) }}
          valueLanguage={language === 'zh' ? undefined : 'zh-CN'}
        />
      )}
      {items === undefined || items.length === 0 ? null : (
        <p>
          <Chinese language={language}>{items.join('、')}</Chinese>
        </p>
      )}
      {basis === undefined || basis.length === 0 ? null : (
        <p>
          {say(texts.basis, language)}
          {basis.map((id, index) => (
            <span key={id}>
              {index === 0 ? '' : joinList(['', ''], language)}
              <ClauseLink id={id} language={language} />
            </span>
          ))}
        </p>
      )}
      <RecordDifferences differences={differences} language={language} />
    </>
  );
};

export const RecordHistory = ({
  history,
  language,
}: Pick<RegisterRecordModel, 'history'> & { readonly language: Language }) =>
  history.length === 0 ? (
    <p>{say(texts.historyNone, language)}</p>
  ) : (
    <Timeline
      items={history.map((item, index) => ({
        key: `${index} ${item.title.en}`,
        when: whenOf(item, language),
        title: say(item.title, language),
        tone: item.tone,
        body: <Body item={item} language={language} />,
      }))}
    />
  );
