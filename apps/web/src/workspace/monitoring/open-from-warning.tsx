import type { WarningAnswer } from '@suanjian/contracts';
import type { FormDefinition, FormValues } from '@suanjian/matters';
import { Link } from '@tanstack/react-router';
import { useWarning } from '../client/monitoring.ts';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Failure, Loading } from '../parts/states.tsx';
import { OpenPlainly } from '../provider/open-plainly.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';
import { useFigure } from './figure.ts';

/** The values that a list's field can be set to, where it is a choice. */
const offered = ({ fields }: FormDefinition, list: string, name: string): readonly string[] => {
  const control = fields[list]?.control;
  const field = control?.kind === 'list' ? control.of[name]?.control : undefined;
  return field?.kind === 'choice' ? field.options.map(({ value }) => value) : [];
};

/** What the warning says already: whom, which clauses and since when, and what to verify by. What is concluded from it is the office's to write. */
const useKnown = (form: FormDefinition | undefined, warning: WarningAnswer): FormValues => {
  const { say, language } = useLanguage();
  const figure = useFigure(warning.unit);
  const { provider, title, day, seen, expected, clauses, check } = warning;
  if (form === undefined) return {};
  const shown = (value: number | null): string => (value === null ? say(monitoringTexts.keptBack) : figure(value));
  const words = say(monitoringTexts.known(say(title), formatDate(day, language), shown(seen), shown(expected)));
  const clauseOptions = offered(form, 'clauses', 'clause');
  const known = clauses.filter((clause) => clauseOptions.includes(clause));
  const verified = check !== undefined && offered(form, 'measures', 'check').includes(check) ? { check } : {};
  return {
    provider,
    source: 'monitoring',
    from: day,
    facts: words,
    findings: words,
    why: words,
    ...(known.length === 0 ? {} : { clauses: known.map((clause) => ({ clause })) }),
    measures: [
      {
        what: say(monitoringTexts.measure(say(title))),
        ...(check === undefined ? {} : { shownBy: say(monitoringTexts.shownBy) }),
        ...verified,
      },
    ],
  };
};

const Filled = ({ kind, warning }: { readonly kind: string; readonly warning: WarningAnswer }) => {
  const asks = definitionOf(kind)?.opening.asks;
  const known = useKnown(typeof asks === 'object' ? asks.form : undefined, warning);
  return <OpenPlainly kind={kind} known={known} warning={{ id: warning.id, filing: warning.filing }} />;
};

/** Opens a matter from an early warning, with what the warning says filled in. */
export const OpenFromWarning = ({ kind, warning: id }: { readonly kind: string; readonly warning: string }) => {
  const { say } = useLanguage();
  const warning = useWarning(id);
  const { data } = warning;
  if (warning.isError) return <Failure error={warning.error} retry={() => void warning.refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <p className="notice mb-5">
        {say(monitoringTexts.from(data.provider))} {say(monitoringTexts.opening)}{' '}
        <Link to="/monitoring/warnings/$id" params={{ id }}>
          {say(data.title)}
        </Link>
      </p>
      <Filled kind={kind} warning={data} />
    </>
  );
};
