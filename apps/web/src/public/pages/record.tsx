import type { RecordClock, RegisterRecordModel } from '@suanjian/contracts';
import { placeOf } from '@suanjian/register';
import type { Language } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { Breadcrumbs } from '../../design/breadcrumbs.tsx';
import { DefinitionList } from '../../design/definition-list.tsx';
import { fill, formatDate, joinList, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { bearerTexts, clockStandingTexts, recordTexts as texts } from '../../texts/record.ts';
import { siteTexts } from '../../texts/site.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import { hrefIn, withQuery, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import {
  applicationFieldWord,
  formWord,
  listWord,
  roleWord,
  statusTone,
  statusWord,
  techniqueWord,
} from '../shell/words.ts';
import { ClauseLink } from './clause-link.tsx';
import { RecordDifferences, RecordHistory } from './record-history.tsx';
import { ReportForm, type ReportAttempt } from './record-report.tsx';

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

const Glance = ({ record, language }: PartProps) => {
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

const Disclosure = ({ record, language }: PartProps) => {
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

const standingTone = { met: 'good', late: 'bad', running: 'info', overdue: 'bad', ended: 'plain' } as const;

const clockColumns = (language: Language): readonly Column<RecordClock>[] => [
  {
    title: say(texts.clock, language),
    head: true,
    className: 'min-w-40',
    cell: ({ title, clause }) => (
      <>
        {say(title, language)}{' '}
        <span className="font-normal">
          <ClauseLink id={clause} language={language} />
        </span>
      </>
    ),
  },
  {
    title: say(texts.bearer, language),
    className: 'whitespace-nowrap',
    cell: ({ bearer }) => say(bearerTexts[bearer], language),
  },
  {
    title: say(texts.from, language),
    className: 'whitespace-nowrap',
    cell: ({ event }) => formatDate(event, language),
  },
  {
    title: say(texts.due, language),
    className: 'whitespace-nowrap',
    cell: ({ due, provisional }) => (
      <>
        {formatDate(due, language)} {provisional ? <Badge tone="warn">{say(texts.provisional, language)}</Badge> : null}
      </>
    ),
  },
  {
    title: say(texts.ended, language),
    className: 'whitespace-nowrap',
    cell: ({ endedOn }) => (endedOn === undefined ? '—' : formatDate(endedOn, language)),
  },
  {
    title: say(texts.standing, language),
    cell: ({ standing }) => <Badge tone={standingTone[standing]}>{say(clockStandingTexts[standing], language)}</Badge>,
  },
];

const Clocks = ({ record: { clocks }, language }: PartProps) => (
  <div className="stack">
    <p>{say(texts.clocksHelp, language)}</p>
    <Table
      caption={say(texts.clocks, language)}
      captionHidden
      rows={clocks}
      keyOf={({ title, event, bearer }) => `${title.en} ${bearer} ${event}`}
      columns={clockColumns(language)}
    />
  </div>
);

const Announcements = ({ record: { announcements }, language }: PartProps) => (
  <ul className="stack">
    {announcements.map(({ list, batch, sequence, url, differences }) => (
      <li key={`${list} ${batch} ${sequence ?? ''} ${url}`}>
        <p>
          {fill(texts.announcement, { list: listWord(list, language), month: formatDate(batch, language) }, language)}
          {sequence === undefined ? null : (
            <span className="quiet"> · {fill(texts.sequence, { sequence }, language)}</span>
          )}{' '}
          <a href={url} rel="noopener external">
            {say(texts.original, language)}
          </a>
        </p>
        {differences.length === 0 ? null : (
          <>
            <p>{say(texts.asAnnounced, language)}</p>
            <RecordDifferences differences={differences} language={language} />
          </>
        )}
      </li>
    ))}
  </ul>
);

/** What a site puts into its own pages: the number, linked to its record. */
export const badgeSnippet = (printed: string, address: string): string =>
  `<a href="${address}" rel="noopener">${printed}</a>`;

const Standing = ({ record, language }: PartProps) => (
  <>
    {record.status === 'filed' ? null : (
      <Notice tone={record.status === 'revoked' ? 'bad' : 'warn'}>
        <p>{say(record.status === 'revoked' ? texts.revokedNotice : texts.cancelledNotice, language)}</p>
      </Notice>
    )}
    {record.flags.length === 0 ? null : (
      <Notice tone="warn" title={say(texts.flags, language)}>
        {record.flags.map(({ code, message }) => (
          <p key={code}>
            <Mixed text={say(message, language)} language={language} />
          </p>
        ))}
        <p>{say(texts.flagsHelp, language)}</p>
      </Notice>
    )}
    {record.notes.map(({ code, message }) => (
      <Notice key={code}>
        <p>
          <Mixed text={say(message, language)} language={language} />
        </p>
      </Notice>
    ))}
  </>
);

export interface RecordPageModel {
  readonly record: RegisterRecordModel;
  /** Address of the record as outsiders reach it, for the badge. */
  readonly address: string;
  /** A report that was sent and could not be taken. */
  readonly report?: ReportAttempt;
}

export const recordPage = ({ record, address, report }: RecordPageModel, { language }: PageContext): Page => {
  const { content, printed, number } = record;
  const part = { record, language } as const;
  const canReport = /^\d{21}$/.test(number);
  return {
    title: `${content.algorithmName} · ${content.subject}`,
    description: content.purpose === '' ? content.algorithmName : content.purpose.slice(0, 150),
    section: 'register',
    json: `/register/${encodeURIComponent(number)}.json`,
    ...(report === undefined ? {} : { unlisted: true }),
    body: (
      <>
        <Breadcrumbs
          label={say(siteTexts.breadcrumbs, language)}
          crumbs={[
            { label: say(siteTexts.register, language), href: hrefIn(language, '/register') },
            { label: content.algorithmName, ...(language === 'zh' ? {} : { lang: 'zh-CN' }) },
          ]}
        />
        <PageHead title={<Chinese language={language}>{content.algorithmName}</Chinese>}>
          <p className="mt-3 flex flex-wrap items-center gap-3">
            <Badge tone={statusTone(record.status)}>{statusWord(record.status, language)}</Badge>
            <a href={hrefIn(language, withQuery('/check', { number }))}>{say(texts.check, language)}</a>
            <a href={`/register/${encodeURIComponent(number)}.json`}>{say(siteTexts.asJson, language)}</a>
          </p>
        </PageHead>
        <div className="stack">
          <Notice tone="info" title={say(texts.notice, language)}>
            <p>{say(record.notice, language)}</p>
          </Notice>
          <Standing {...part} />
        </div>
        <Section id="glance" title={say(texts.atAGlance, language)}>
          <Glance {...part} />
        </Section>
        <Section id="disclosure" title={say(texts.disclosure, language)}>
          <Disclosure {...part} />
        </Section>
        <Section id="history" title={say(texts.history, language)}>
          <RecordHistory history={record.history} language={language} />
          {record.remark === undefined || record.remark.rest === '' ? null : (
            <div className="mt-4">
              <p>{say(texts.remarkRest, language)}</p>
              <blockquote className="mt-2 border-l-4 pl-4 whitespace-pre-line">
                <Chinese language={language}>{record.remark.rest}</Chinese>
              </blockquote>
            </div>
          )}
        </Section>
        {record.clocks.length === 0 ? null : (
          <Section id="clocks" title={say(texts.clocks, language)}>
            <Clocks {...part} />
          </Section>
        )}
        {record.announcements.length === 0 ? null : (
          <Section id="announcements" title={say(texts.announcements, language)}>
            <Announcements {...part} />
          </Section>
        )}
        {record.status === 'filed' ? (
          <Section id="badge" title={say(texts.badge, language)}>
            <div className="stack">
              <p className="max-w-3xl">
                {say(texts.badgeHelp, language)} <ClauseLink id="final/26" language={language} />
              </p>
              <p>
                {say(texts.badgePreview, language)}
                {language === 'zh' ? '：' : ': '}
                <a href={address} className="digits">
                  <Chinese language={language}>{printed}</Chinese>
                </a>
              </p>
              <pre
                className="card overflow-x-auto whitespace-pre-wrap"
                aria-label={say(texts.badgeCode, language)}
                role="group"
                tabIndex={0}
              >
                <code lang="zh-CN">{badgeSnippet(printed, address)}</code>
              </pre>
            </div>
          </Section>
        ) : null}
        {canReport ? (
          <div className="no-print">
            <Section id="report" title={say(texts.report, language)}>
              <p className="mb-4 max-w-3xl">{say(texts.reportHelp, language)}</p>
              <details open={report !== undefined}>
                <summary className="button button-quiet w-fit">{say(texts.report, language)}</summary>
                <div className="card mt-4">
                  <ReportForm
                    number={number}
                    language={language}
                    {...(report === undefined ? {} : { attempt: report })}
                  />
                </div>
              </details>
            </Section>
          </div>
        ) : null}
      </>
    ),
  };
};
