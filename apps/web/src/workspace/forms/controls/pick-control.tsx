import { useDeferredValue, useState } from 'react';
import { useChoices, usePicked } from '../../client/choices.ts';
import { useLanguage } from '../../language/language.tsx';
import { Failure } from '../../parts/states.tsx';
import { pickTexts } from '../../texts/pick.ts';
import { textOf, type ControlProps } from '../control.ts';
import { PickedWords } from './picked-words.tsx';

/** What was picked before and is not among those that are listed now. */
const Before = ({ control, value }: Pick<ControlProps<'pick'>, 'control'> & { readonly value: string }) => {
  const { say } = useLanguage();
  const picked = usePicked(control.from, value);
  const [choice] = picked.data?.items ?? [];
  return choice === undefined ? (
    say(picked.isPending ? pickTexts.looking : pickTexts.outOfSight)
  ) : (
    <PickedWords choice={choice} />
  );
};

/** One of many things that are there already: a search, and a list to choose from with the keyboard or a thumb. */
export const PickControl = ({
  id,
  control,
  value,
  change,
  blurred,
  describedBy,
  invalid,
  required,
}: ControlProps<'pick'>) => {
  const { say } = useLanguage();
  const [search, setSearch] = useState('');
  const choices = useChoices(control.from, useDeferredValue(search));
  const chosen = textOf(value);
  const items = choices.data?.items ?? [];
  const listed = items.some((each) => each.value === chosen);
  return (
    <div className="grid gap-2 clear-both">
      <input
        type="search"
        id={id}
        className="input"
        value={search}
        placeholder={say(pickTexts.search)}
        aria-label={say(pickTexts.search)}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={({ target }) => setSearch(target.value)}
        onBlur={blurred}
        onKeyDown={(event) => {
          // Looking is not deciding: the form is not sent.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p className="quiet small" role="status">
        {choices.isPending
          ? say(pickTexts.looking)
          : choices.isError
            ? ''
            : say(
                items.length === 0
                  ? search.trim() === ''
                    ? pickTexts.none
                    : pickTexts.notFound
                  : pickTexts.found(items.length, choices.data.more),
              )}
      </p>
      {choices.isError ? <Failure error={choices.error} retry={() => void choices.refetch()} /> : null}
      <div className="grid max-h-80 gap-2 overflow-y-auto">
        {chosen === '' || listed ? null : (
          <label className="choice choice-card">
            <input type="radio" name={id} checked onChange={() => change(chosen)} />
            <span className="min-w-0">
              <Before control={control} value={chosen} />
            </span>
          </label>
        )}
        {items.map((choice) => (
          <label key={choice.value} className="choice choice-card">
            <input
              type="radio"
              name={id}
              checked={choice.value === chosen}
              onChange={() => change(choice.value)}
              onBlur={blurred}
            />
            <span className="min-w-0">
              <PickedWords choice={choice} />
            </span>
          </label>
        ))}
      </div>
      {required || chosen === '' ? null : (
        <div>
          <button type="button" className="button button-quiet" onClick={() => change(null)}>
            {say(pickTexts.nothing)}
          </button>
        </div>
      )}
    </div>
  );
};
