import { changeReasons } from '@suanjian/register';
import { listOf, textOf } from '../forms/control.ts';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { filingTexts } from '../texts/filing.ts';

interface Props {
  readonly occurred: unknown;
  readonly reasons: unknown;
  readonly change: (name: 'occurred' | 'reasons', value: unknown) => void;
}

/** When a filing's content changed and in which ways: what a change states before its form. */
export const Occasion = ({ occurred, reasons, change }: Props) => {
  const { say } = useLanguage();
  const chosen = listOf(reasons);
  return (
    <div className="grid gap-5">
      <div className="field">
        <label className="field-label" htmlFor="occurred">
          {say(filingTexts.occurred)}
        </label>
        <p className="field-help" id="occurred-help">
          {say(filingTexts.occurredHelp)} <ClauseLink clause="final/24.2" />
        </p>
        <input
          id="occurred"
          type="date"
          className="input max-w-64"
          required
          aria-describedby="occurred-help"
          value={textOf(occurred)}
          onChange={({ target }) => (target.value === '' ? undefined : change('occurred', target.value))}
        />
      </div>
      <fieldset className="field">
        <legend className="field-label float-left w-full">{say(filingTexts.reasons)}</legend>
        <p className="field-help clear-both">{say(filingTexts.reasonsHelp)}</p>
        <div className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
          {changeReasons.map(({ id, label }) => (
            <label key={id} className="choice">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) =>
                  change(
                    'reasons',
                    changeReasons
                      .map((each) => each.id)
                      .filter((each) => (each === id ? target.checked : chosen.includes(each))),
                  )
                }
              />
              {say(label)}
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
};
