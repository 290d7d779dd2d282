import type { RegisterRecordModel } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { Breadcrumbs } from '../../design/breadcrumbs.tsx';
import { fill, formatDate, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { recordTexts as texts } from '../../texts/record.ts';
import { siteTexts } from '../../texts/site.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import { hrefIn, withQuery, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { listWord, statusTone, statusWord } from '../shell/words.ts';
import { ClauseLink } from './clause-link.tsx';
import { Clocks } from './record-clocks.tsx';
import { Disclosure, Glance } from './record-content.tsx';
import { RecordDifferences, RecordHistory } from './record-history.tsx';
import { Published } from './record-published.tsx';
import { ReportForm, type ReportAttempt } from './record-report.tsx';

interface PartProps {
  readonly record: RegisterRecordModel;
  readonly language: Language;
}

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
        {record.published === undefined ? null : (
          <Section id="published" title={say(texts.published, language)}>
            <Published published={record.published} language={language} />
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
