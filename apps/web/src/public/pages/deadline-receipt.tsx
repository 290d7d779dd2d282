import { edition, type DeadlineReceipt, type Language } from '@suanjian/rulebook';
import { fill, formatDate, say } from '../../design/language.ts';
import { Notice } from '../../design/notice.tsx';
import { lengthTexts, receiptTexts as texts } from '../../texts/clauses.ts';
import { ClauseLink } from './clause-link.tsx';

const lengthOf = ({ length, unit }: DeadlineReceipt, language: Language): string => {
  const { zh, one, many } = lengthTexts[unit];
  return (language === 'zh' ? zh : length === 1 ? one : many).replace('{count}', String(length));
};

/** A date with everything that makes it checkable: clause, edition, calendar, and each day that was passed over. */
export const Receipt = ({ receipt, language }: { readonly receipt: DeadlineReceipt; readonly language: Language }) => {
  const sentence = receipt.direction === 'after' ? texts.sentence : texts.backwards;
  return (
    <div className="card stack">
      <p>
        <span className="quiet">{say(texts.due, language)}</span>
        <br />
        <strong className="text-[1.5rem]">{formatDate(receipt.due, language)}</strong>
      </p>
      <p>
        {fill(
          sentence,
          {
            event: formatDate(receipt.event, language),
            due: formatDate(receipt.due, language),
            length: lengthOf(receipt, language),
          },
          language,
        )}{' '}
        <ClauseLink id={receipt.clause} language={language} />
      </p>
      {receipt.provisional ? (
        <Notice tone="warn">
          <p>{say(texts.provisional, language)}</p>
        </Notice>
      ) : null}
      {receipt.skipped.length === 0 ? null : (
        <details>
          <summary>{fill(texts.skipped, { count: receipt.skipped.length }, language)}</summary>
          <ul className="mt-2">
            {receipt.skipped.map(({ date, reason }) => (
              <li key={date}>
                {formatDate(date, language)} <span className="quiet">· {say(reason, language)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet">
        {fill(texts.edition, { edition: say(edition(receipt.edition).title, language) }, language)}
        <br />
        {fill(texts.calendar, { version: receipt.calendar }, language)}
      </p>
    </div>
  );
};
