import type {
  AnsweredByProvider,
  AnsweredCounts,
  ComplaintsAnsweredModel,
  ProviderAnsweredModel,
  ShownCount,
} from '@suanjian/contracts';
import { matterDefinitions } from '@suanjian/matters';
import type { Language } from '@suanjian/rulebook';
import { fill, formatDate, formatNumber, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { State } from '../../design/notice.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { answeredTexts as texts } from '../../texts/supervision.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { Basis, Files, Trail } from './supervision-parts.tsx';

/** A count as it may be shown. */
export const countWord = (count: ShownCount, language: Language): string =>
  typeof count === 'number' ? formatNumber(count, language) : say(texts[count], language);

const counted = ['received', 'inTime', 'late', 'openInTime', 'openLate', 'ended'] as const;

export const countColumns = <Row extends AnsweredCounts>(language: Language): readonly Column<Row>[] =>
  counted.map((name) => ({
    title: say(texts[name], language),
    align: 'number',
    className: 'whitespace-nowrap',
    cell: (row) => countWord(row[name], language),
  }));

const complaintForm = matterDefinitions.find(({ kind }) => kind === 'complaint')?.forms['form'];
const kindControl = complaintForm?.fields['kind']?.control;
const kinds = new Map(
  kindControl?.kind === 'choice' ? kindControl.options.map(({ value, label }) => [value, label]) : [],
);

const kindWord = (kind: string, language: Language): string => {
  const words = kinds.get(kind);
  return words === undefined ? kind : say(words, language);
};

const When = ({
  of: { asOf, from, until },
  language,
}: {
  readonly of: Pick<ComplaintsAnsweredModel, 'asOf' | 'from' | 'until'>;
  readonly language: Language;
}) => (
  <p className="quiet mb-4">
    {fill(
      texts.asOf,
      { date: formatDate(asOf, language), from: formatDate(from, language), until: formatDate(until, language) },
      language,
    )}
  </p>
);

const Meaning = ({ language }: { readonly language: Language }) => (
  <Section id="how" title={say(texts.how, language)}>
    <ul className="prose list-disc pl-5">
      {texts.howItems.map((item) => (
        <li key={item.en}>{say(item, language)}</li>
      ))}
    </ul>
    <Basis clauses={['final/22']} language={language} className="mt-3" />
  </Section>
);

type ProviderRow = AnsweredCounts & Pick<AnsweredByProvider, 'provider' | 'name'>;

export const complaintsAnsweredPage = (model: ComplaintsAnsweredModel, { language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'other',
  json: '/punctuality/complaints.json',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      {model.providers.length === 0 ? (
        <State title={say(texts.none, language)}>
          <p>{say(texts.noneHelp, language)}</p>
        </State>
      ) : (
        <>
          <When of={model} language={language} />
          <Table<ProviderRow>
            caption={say(texts.total, language)}
            rows={model.providers.map(({ provider, name, total }) => ({ provider, name, ...total }))}
            keyOf={({ provider }) => provider}
            columns={[
              {
                title: say(texts.provider, language),
                head: true,
                className: 'min-w-48',
                cell: ({ provider, name }) => (
                  <a href={hrefIn(language, `/punctuality/complaints/${provider}`)}>
                    <Chinese language={language}>{name}</Chinese>
                  </a>
                ),
              },
              ...countColumns<ProviderRow>(language),
            ]}
          />
        </>
      )}
      <Meaning language={language} />
      <Files name="complaints-answered" language={language} />
    </>
  ),
});

type DetailRow = AnsweredCounts & { readonly month?: string; readonly kind?: string };

export const providerAnsweredPage = ({ provider, ...when }: ProviderAnsweredModel, { language }: PageContext): Page => {
  const { name, total, rows, other } = provider;
  const title = fill(texts.of, { name }, language);
  const details: readonly DetailRow[] = rows.length === 0 ? [] : [...rows, ...(other === undefined ? [] : [other])];
  return {
    title,
    section: 'other',
    json: `/punctuality/complaints/${provider.provider}.json`,
    body: (
      <>
        <Trail
          language={language}
          above={[{ path: '/punctuality/complaints', label: say(texts.title, language) }]}
          here={name}
        />
        <PageHead title={<Mixed text={title} language={language} />} />
        <When of={when} language={language} />
        <Table
          caption={say(texts.total, language)}
          rows={[total]}
          keyOf={() => 'total'}
          columns={countColumns<AnsweredCounts>(language)}
        />
        <Section id="detail" title={say(texts.detail, language)}>
          {details.length === 0 ? (
            <p>{say(texts.noDetail, language)}</p>
          ) : (
            <Table<DetailRow>
              caption={say(texts.detail, language)}
              captionHidden
              rows={details}
              keyOf={({ month = '', kind = '' }) => `${month} ${kind}`}
              columns={[
                {
                  title: say(texts.month, language),
                  head: true,
                  className: 'whitespace-nowrap',
                  cell: ({ month }) => (month === undefined ? say(texts.other, language) : formatDate(month, language)),
                },
                {
                  title: say(texts.kind, language),
                  className: 'min-w-40',
                  cell: ({ kind }) => (kind === undefined ? '' : kindWord(kind, language)),
                },
                ...countColumns<DetailRow>(language),
              ]}
            />
          )}
        </Section>
        <Meaning language={language} />
      </>
    ),
  };
};
