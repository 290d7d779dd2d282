import type { Choice } from '@suanjian/contracts';
import { VerdictBadge } from '../../audits/verdict-badge.tsx';
import { formatDate, formatInstant } from '../../language/format.ts';
import { useLanguage } from '../../language/language.tsx';
import { formatFilingNumber } from '../../matters/number-format.ts';
import { kindTitle } from '../../matters/definitions.ts';
import { StateBadge } from '../../parts/badges.tsx';
import { auditTexts } from '../../texts/audits.ts';
import { pickTexts } from '../../texts/pick.ts';

const filingWords = ({ title, number }: { readonly title: string; readonly number?: string | undefined }): string =>
  number === undefined ? title : `${title} ${formatFilingNumber(number)}`;

/** What something that may be picked is called, and what tells it from others of the same name. */
export const PickedWords = ({ choice }: { readonly choice: Choice }) => {
  const { say, language } = useLanguage();
  if (choice.of === 'matter')
    return (
      <>
        <span className="flex flex-wrap items-center gap-x-2">
          {choice.title === '' ? say(kindTitle(choice.kind)) : choice.title}
          <StateBadge kind={choice.kind} status={choice.status} />
        </span>
        <span className="quiet small block">
          {[
            ...(choice.number === undefined ? [] : [formatFilingNumber(choice.number)]),
            say(pickTexts.opened(formatInstant(choice.openedAt, language))),
          ].join(' · ')}
        </span>
      </>
    );
  const { filing, from, to, uploadedAt } = choice;
  const period =
    from === undefined || to === undefined
      ? say(auditTexts.files)
      : say(auditTexts.period(formatDate(from, language), formatDate(to, language)));
  if (choice.of === 'bundle')
    return (
      <>
        <span className="block">{period}</span>
        <span className="quiet small block">
          {[filingWords(filing), say(auditTexts.sent(formatInstant(uploadedAt, language)))].join(' · ')}
        </span>
      </>
    );
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        {say(choice.title)}
        <VerdictBadge verdict={choice.verdict} />
      </span>
      <span className="quiet small block">
        {[period, filingWords(filing), ...(choice.clause === null ? [] : [choice.clause])].join(' · ')}
      </span>
    </>
  );
};
