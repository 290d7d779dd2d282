import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useAudits } from '../client/audits.ts';
import { textOf } from '../forms/control.ts';
import { useLanguage } from '../language/language.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { assessmentTexts } from '../texts/assessment.ts';

interface Props {
  readonly state: Readonly<Record<string, unknown>>;
  readonly input: Readonly<Record<string, unknown>>;
  readonly change: (input: Readonly<Record<string, unknown>>) => void;
}

const OfFiling = ({ filing, input, change }: Omit<Props, 'state'> & { readonly filing: string }) => {
  const { say } = useLanguage();
  const id = useId();
  const audits = useAudits(filing);
  if (audits.isPending) return <Loading />;
  if (audits.isError) return <Failure error={audits.error} retry={() => void audits.refetch()} />;
  const choices = audits.data.bundles.flatMap((bundle) =>
    bundle.log === undefined ? [] : [{ ...bundle, log: bundle.log }],
  );
  if (choices.length === 0)
    return (
      <p>
        {say(assessmentTexts.bundleNone)}{' '}
        <Link to="/matters/$kind/$id/audits" params={{ kind: 'filing', id: filing }}>
          {say(assessmentTexts.toAudits)}
        </Link>
      </p>
    );
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {say(assessmentTexts.bundle)}
      </label>
      <p className="quiet small" id={`${id}-help`}>
        {say(assessmentTexts.bundleHelp)}
      </p>
      <select
        id={id}
        className="input"
        aria-describedby={`${id}-help`}
        value={textOf(input['bundle'])}
        onChange={({ target }) => change(target.value === '' ? {} : { bundle: target.value })}
      >
        <option value="">{say(assessmentTexts.bundleChoose)}</option>
        {choices.map(({ id: bundle, log: { from, to }, signer, doubt }) => (
          <option key={bundle} value={bundle}>
            {`${say(assessmentTexts.days(from, to))} · ${signer}${doubt === undefined ? '' : say(assessmentTexts.doubts[doubt])}`}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Which of the verified bundles of the assessed filing fills the assessment in. */
export const BundleChoice = ({ state, ...rest }: Props) => {
  const { say } = useLanguage();
  const { filing } = state;
  return typeof filing === 'string' ? (
    <OfFiling filing={filing} {...rest} />
  ) : (
    <p>{say(assessmentTexts.bundleNoFiling)}</p>
  );
};
