import type { AuditComparisonAnswer } from '@suanjian/contracts';
import type { Text } from '@suanjian/rulebook';
import { Link } from '@tanstack/react-router';
import { useComparison } from '../client/choices.ts';
import { formatDate, formatInstant, formatNumber } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { auditTexts } from '../texts/audits.ts';
import { clausesThatHold } from '../texts/clauses.ts';
import { comparisonTexts } from '../texts/pick.ts';
import { formatFigure } from './figures.ts';
import { VerdictBadge } from './verdict-badge.tsx';

type Unit = AuditComparisonAnswer['units'][number];
type Figures = Pick<Unit, 'estimate' | 'interval' | 'n' | 'suppressed'>;

const levels: Readonly<Record<string, Text>> = comparisonTexts.levels;

const useFigures = (scale: AuditComparisonAnswer['scale']) => {
  const { say, language } = useLanguage();
  const figure = (value: number): string => formatFigure(value, scale, language);
  return {
    estimate: ({ estimate }: Figures): string => (estimate === null ? say(auditTexts.keptBack) : figure(estimate)),
    interval: ({ interval }: Figures): string =>
      interval === null
        ? '–'
        : say(
            auditTexts.interval(
              interval[0] === null ? say(auditTexts.noLower) : figure(interval[0]),
              interval[1] === null ? say(auditTexts.noUpper) : figure(interval[1]),
            ),
          ),
    size: ({ n }: Figures): string => (n === null ? '–' : say(comparisonTexts.n(formatNumber(n, language)))),
    figure,
  };
};

const Part = ({ unit, scale }: { readonly unit: Unit; readonly scale: AuditComparisonAnswer['scale'] }) => {
  const { say, language } = useLanguage();
  const told = useFigures(scale);
  const names = Object.values(unit.by).map((level) => {
    const known = levels[level];
    return known === undefined ? level : say(known);
  });
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">{names.join(language === 'zh' ? '，' : ', ')}</span>
        <VerdictBadge verdict={unit.verdict} />
      </p>
      <p className="small tabular-nums">
        {unit.suppressed
          ? say(auditTexts.suppressed)
          : [`${say(comparisonTexts.estimate)} ${told.estimate(unit)}`, told.interval(unit), told.size(unit)].join(
              ' · ',
            )}
      </p>
    </li>
  );
};

const Read = ({ found }: { readonly found: AuditComparisonAnswer }) => {
  const { say, language } = useLanguage();
  const told = useFigures(found.scale);
  const { filing, from, to, signer, uploadedAt, materiality } = found;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-base!">{say(found.title)}</h3>
        <VerdictBadge verdict={found.verdict} />
        {clausesThatHold(found.clauses).map((clause) => (
          <ClauseLink key={clause} clause={clause} />
        ))}
      </div>
      {found.suppressed ? (
        <p>{say(auditTexts.suppressed)}</p>
      ) : found.estimate === null ? null : (
        <p className="tabular-nums">
          {[
            `${say(comparisonTexts.estimate)} ${told.estimate(found)}`,
            told.interval(found),
            told.size(found),
            ...(materiality === null ? [] : [say(auditTexts.materiality(told.figure(materiality)))]),
          ].join(' · ')}
        </p>
      )}
      {found.matched === undefined ? null : (
        <p className="mt-2">
          <strong className="block">{say(comparisonTexts.matched)}</strong>
          {say(found.matched)}
        </p>
      )}
      {found.units.length < 2 ? null : (
        <>
          <p className="mt-2 font-semibold">{say(comparisonTexts.parts)}</p>
          <ul>
            {found.units.map((unit) => (
              <Part key={JSON.stringify(unit.by)} unit={unit} scale={found.scale} />
            ))}
          </ul>
        </>
      )}
      <p className="quiet small mt-2 wrap-anywhere">
        {from === undefined || to === undefined
          ? say(auditTexts.files)
          : `${say(auditTexts.audited)} ${say(auditTexts.period(formatDate(from, language), formatDate(to, language)))}`}
        {' · '}
        {say(comparisonTexts.signedBy(signer, formatInstant(uploadedAt, language)))}
      </p>
      <p>
        <Link to="/matters/$kind/$id/audits" params={{ kind: 'filing', id: filing.id }}>
          {say(comparisonTexts.all)}
        </Link>
      </p>
    </>
  );
};

/** What a check of a verified bundle found, in full: figures, period, and how like was compared with like. */
export const Comparison = ({ value }: { readonly value: string }) => {
  const found = useComparison(value);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  return <Read found={found.data} />;
};
