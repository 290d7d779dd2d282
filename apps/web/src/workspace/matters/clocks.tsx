import type { ClockAnswer, DeadlineReceiptAnswer } from '@suanjian/contracts';
import { formatDate, formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { Provisional, StandingBadge } from '../parts/badges.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { standingTexts } from '../texts/standing.ts';

const Skipped = ({ receipt }: { readonly receipt: DeadlineReceiptAnswer }) => {
  const { say, language } = useLanguage();
  if (receipt.skipped.length === 0) return null;
  return (
    <details className="mt-1">
      <summary>{say(standingTexts.skipped(receipt.skipped.length))}</summary>
      <ul className="small mt-1 grid gap-x-6 sm:grid-cols-2">
        {receipt.skipped.map(({ date, reason }) => (
          <li key={date}>
            {formatDate(date, language)} <span className="quiet">{say(reason)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** From which day, how long, by which clause and calendar: enough to count it again by hand. */
const Receipt = ({ receipt }: { readonly receipt: DeadlineReceiptAnswer }) => {
  const { say, language } = useLanguage();
  const [event, due] = [formatDate(receipt.event, language), formatDate(receipt.due, language)];
  const length = say(standingTexts[receipt.unit](receipt.length));
  return (
    <div>
      <p>
        {say(
          receipt.direction === 'after'
            ? standingTexts.counted(event, length, due)
            : standingTexts.countedBack(event, length, due),
        )}{' '}
        <ClauseLink clause={receipt.clause} />
      </p>
      <p className="quiet small">{say(standingTexts.calendar(receipt.calendar))}</p>
      <Skipped receipt={receipt} />
    </div>
  );
};

const Clock = ({ clock }: { readonly clock: ClockAnswer }) => {
  const { say, language } = useLanguage();
  const values = clock.receipts.toReversed();
  return (
    <li className="card p-4!">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{say(clock.title)}</strong>
        <span className="quiet small">
          {say(clock.bearer === 'provider' ? standingTexts.bearerProvider : standingTexts.bearerOffice)}
        </span>
        <time dateTime={clock.due} className="tabular-nums">
          {formatDate(clock.due, language)}
        </time>
        <StandingBadge standing={clock.standing} due={clock.due} />
        {clock.provisional ? <Provisional /> : null}
        {clock.endedOn === undefined ? null : (
          <span className="quiet small">{say(standingTexts.ended(formatDate(clock.endedOn, language)))}</span>
        )}
      </p>
      {values.length === 0 ? null : (
        <details className="mt-2">
          <summary>{say(standingTexts.receipt)}</summary>
          <ol className="mt-2 grid gap-3">
            {values.map(({ receipt, at }, index) => (
              <li key={`${at} ${receipt.due}`}>
                {index === 0 ? null : (
                  <p className="small quiet font-semibold">
                    {say(standingTexts.earlierValue)} · {formatInstant(at, language)}
                  </p>
                )}
                <Receipt receipt={receipt} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
};

export const Clocks = ({ clocks }: { readonly clocks: readonly ClockAnswer[] }) => {
  const { say } = useLanguage();
  if (clocks.length === 0) return <p className="quiet">{say(standingTexts.noClocks)}</p>;
  return (
    <ul className="grid gap-2">
      {clocks.map((clock) => (
        <Clock key={`${clock.name} ${clock.run}`} clock={clock} />
      ))}
    </ul>
  );
};
