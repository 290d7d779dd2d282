import type { ClockAnswer, DueAnswer } from '@suanjian/contracts';
import { daysBetween, type CivilDate } from '@suanjian/rulebook';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { useToday } from '../language/today.ts';
import { stateOf, stateTitle } from '../matters/definitions.ts';
import { common } from '../texts/common.ts';
import { standingTexts } from '../texts/standing.ts';

const tones = { neutral: '', working: 'tone-info', waiting: 'tone-warn', good: 'tone-good', bad: 'tone-bad' } as const;

export const StateBadge = ({ kind, status }: { readonly kind: string; readonly status: string }) => {
  const { say } = useLanguage();
  return (
    <span className={`badge ${tones[stateOf(kind, status)?.tone ?? 'neutral']}`}>{say(stateTitle(kind, status))}</span>
  );
};

type Standing = ClockAnswer['standing'];

/** Days within which a deadline counts as near; what one plans for within the week. */
const near = 7;

const toneOf = (standing: Standing, days: number): string => {
  if (standing === 'late' || standing === 'missed') return 'tone-bad';
  if (standing === 'due-today' || (standing === 'running' && days <= near)) return 'tone-warn';
  return standing === 'met' ? 'tone-good' : '';
};

export const StandingBadge = ({ standing, due }: { readonly standing: Standing; readonly due: string }) => {
  const { say } = useLanguage();
  const days = daysBetween(useToday(), due as CivilDate);
  const words =
    standing === 'late'
      ? standingTexts.daysLate(-days)
      : standing === 'running'
        ? standingTexts.daysLeft(days)
        : standingTexts[standing];
  return <span className={`badge ${toneOf(standing, days)}`}>{say(words)}</span>;
};

export const Provisional = () => {
  const { say } = useLanguage();
  return (
    <span className="badge" title={say(common.provisionalHelp)}>
      {say(common.provisional)}
    </span>
  );
};

/** A due date in a list: the day, how far off it is, and whether it may still move. */
export const Due = ({ due }: { readonly due: DueAnswer | undefined }) => {
  const { language, say } = useLanguage();
  if (due === undefined) return <span className="quiet">{say(common.none)}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <time dateTime={due.on} className="whitespace-nowrap tabular-nums">
        {formatDate(due.on, language)}
      </time>
      <StandingBadge standing={due.standing} due={due.on} />
      {due.provisional ? <Provisional /> : null}
    </span>
  );
};
