import type { AuditFindingAnswer, AuditMomentAnswer } from '@suanjian/contracts';
import { formatDate, formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { auditTexts } from '../texts/audits.ts';
import { formatFigure } from './figures.ts';
import { verdictTones, VerdictBadge } from './verdict-badge.tsx';

/** A year of monthly audits; the bundles below hold the rest. */
const mostEarlier = 12;

const useFigures = ({ estimate, interval, materiality, scale, suppressed }: AuditFindingAnswer): string => {
  const { say, language } = useLanguage();
  if (suppressed) return say(auditTexts.suppressed);
  const figure = (value: number): string => formatFigure(value, scale, language);
  if (estimate === null || scale === 'none') return '';
  return [
    `${say(auditTexts.estimate)} ${figure(estimate)}`,
    ...(interval === null
      ? []
      : [
          say(
            auditTexts.interval(
              interval[0] === null ? say(auditTexts.noLower) : figure(interval[0]),
              interval[1] === null ? say(auditTexts.noUpper) : figure(interval[1]),
            ),
          ),
        ]),
    ...(materiality === null ? [] : [say(auditTexts.materiality(figure(materiality)))]),
  ].join(language === 'zh' ? '；' : '; ');
};

const usePeriod = (): ((moment: AuditMomentAnswer) => string) => {
  const { say, language } = useLanguage();
  return ({ from, to, at }) =>
    from === undefined || to === undefined
      ? `${say(auditTexts.files)} · ${say(auditTexts.sent(formatInstant(at, language)))}`
      : `${say(auditTexts.audited)} ${say(auditTexts.period(formatDate(from, language), formatDate(to, language)))}`;
};

/** Verdicts of a check over time, the newest first, small enough to stand under each check. */
const Earlier = ({ title, moments }: { readonly title: string; readonly moments: readonly AuditMomentAnswer[] }) => {
  const { say, language } = useLanguage();
  if (moments.length === 0) return null;
  const rest = moments.length - mostEarlier;
  return (
    <div className="mt-2">
      <p className="quiet small">{say(auditTexts.earlier)}</p>
      <ol className="mt-1 flex flex-wrap gap-2" aria-label={`${say(auditTexts.earlier)}: ${title}`}>
        {moments.slice(0, mostEarlier).map(({ bundle, at, to, verdict }) => (
          <li key={`${bundle} ${at}`} className={`badge ${verdictTones[verdict]}`}>
            {say(auditTexts.verdict[verdict])} ·{' '}
            {to === undefined ? formatInstant(at, language) : say(auditTexts.until(formatDate(to, language)))}
          </li>
        ))}
        {rest > 0 ? <li className="quiet small">{say(auditTexts.more(rest))}</li> : null}
      </ol>
    </div>
  );
};

/** What one check says now, and what it said before. */
export const Finding = ({ finding }: { readonly finding: AuditFindingAnswer }) => {
  const { say } = useLanguage();
  const figures = useFigures(finding);
  const period = usePeriod();
  const title = say(finding.title);
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-2">
        <h4 className="font-semibold">{title}</h4>
        <VerdictBadge verdict={finding.latest.verdict} />
        {finding.severity === 'advisory' ? <span className="badge">{say(auditTexts.advisory)}</span> : null}
        {finding.status === 'shadow' ? <span className="badge">{say(auditTexts.shadow)}</span> : null}
      </div>
      {figures === '' ? null : <p className="tabular-nums">{figures}</p>}
      <p className="quiet small">{period(finding.latest)}</p>
      <Earlier title={title} moments={finding.earlier} />
    </li>
  );
};
