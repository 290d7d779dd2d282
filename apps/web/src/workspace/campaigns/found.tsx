import type { CampaignCandidates } from '@suanjian/contracts';
import type { FormValues } from '@suanjian/matters';
import { useId, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useSelectTargets } from '../client/campaigns.ts';
import { useLanguage } from '../language/language.tsx';
import { formatFilingNumber } from '../matters/number-format.ts';
import { Section } from '../parts/page.tsx';
import { Empty, Failure } from '../parts/states.tsx';
import { campaignTexts } from '../texts/campaigns.ts';

interface Props {
  readonly id: string;
  /** By what was searched: it goes into the campaign with whom the office takes. */
  readonly query: FormValues;
  readonly found: CampaignCandidates;
}

/** Whom the search found; the office takes all of them or some, and says why. */
export const Found = ({ id, query, found: { items, more } }: Props) => {
  const { say } = useLanguage();
  const field = useId();
  const navigate = useNavigate();
  const free = items.filter(({ onList }) => !onList);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(free.map(({ key }) => key)));
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const select = useSelectTargets(id);
  const toggle = (key: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, key] : [...before].filter((each) => each !== key)));
  const missing = tried && why.trim() === '';
  const confirm = () => {
    setTried(true);
    if (why.trim() === '' || chosen.size === 0) return;
    select.mutate(
      { ...query, why, targets: [...chosen].map((provider) => ({ provider })) },
      { onSuccess: () => void navigate({ to: '/campaigns/$id', params: { id } }) },
    );
  };
  if (items.length === 0)
    return (
      <Empty title={campaignTexts.nothingFound}>
        <p>{say(campaignTexts.notRegistered)}</p>
      </Empty>
    );
  return (
    <Section
      title={say(campaignTexts.found)}
      id="found"
      aside={<span>{say(campaignTexts.foundCount(items.length))}</span>}
    >
      {more ? <p className="notice tone-warn mb-3">{say(campaignTexts.moreFound)}</p> : null}
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <fieldset className="grid gap-2">
          <legend className="sr-only">{say(campaignTexts.found)}</legend>
          {free.length < 2 ? null : (
            <label className="choice">
              <input
                type="checkbox"
                checked={chosen.size === free.length}
                onChange={({ target }) => setChosen(new Set(target.checked ? free.map(({ key }) => key) : []))}
              />
              {say(campaignTexts.all)}
            </label>
          )}
          <ul className="grid gap-2">
            {items.map(({ key, name, title, number, reasons, onList }) => (
              <li key={key} className="card p-3!">
                <label className="choice items-start!">
                  <input
                    type="checkbox"
                    checked={!onList && chosen.has(key)}
                    disabled={onList}
                    onChange={({ target }) => toggle(key, target.checked)}
                  />
                  <span className="grid min-w-0 gap-1">
                    <span lang="zh-CN">
                      <strong>{name}</strong>
                      {title === undefined ? '' : ` · ${title}`}
                    </span>
                    {number === undefined ? null : <span className="digits small">{formatFilingNumber(number)}</span>}
                    <span className="flex flex-wrap gap-1">
                      {onList ? <span className="badge tone-info">{say(campaignTexts.onList)}</span> : null}
                      {reasons.map((reason) => (
                        <span key={reason.en} className="badge">
                          {say(reason)}
                        </span>
                      ))}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <div className="field max-w-3xl">
          <label className="field-label" htmlFor={`${field}-why`}>
            {say(campaignTexts.why)}
          </label>
          <p className="field-help" id={`${field}-help`}>
            {say(campaignTexts.whyHelp)}
          </p>
          <textarea
            id={`${field}-why`}
            className="input"
            rows={3}
            maxLength={2000}
            value={why}
            aria-invalid={missing}
            aria-required
            aria-describedby={`${field}-help ${field}-fault`}
            onChange={({ target }) => setWhy(target.value)}
          />
          <p className="field-error" id={`${field}-fault`} aria-live="polite">
            {missing
              ? say(campaignTexts.whyMissing)
              : tried && chosen.size === 0
                ? say(campaignTexts.noneChosen)
                : null}
          </p>
        </div>
        {select.isError ? <Failure error={select.error} /> : null}
        <p>
          <button type="submit" className="button" disabled={select.isPending}>
            {say(campaignTexts.confirm(chosen.size))}
          </button>
        </p>
      </form>
    </Section>
  );
};
