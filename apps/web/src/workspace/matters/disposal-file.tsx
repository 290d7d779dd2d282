import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useId } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Section } from '../parts/page.tsx';
import { disposalTexts } from '../texts/disposal.ts';

/** The disposal as a file for the provider's log and guard; it needs the name that the log has for the platform. */
export const DisposalFile = ({ reading: { kind, id, audience } }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const name = useId();
  if (kind !== 'disposal' || audience !== 'provider') return null;
  return (
    <Section title={say(disposalTexts.file)} id="disposal-file">
      <form method="get" action={`/api/matters/disposal/${encodeURIComponent(id)}/records.ndjson`}>
        <div className="field">
          <label className="field-label" htmlFor={name}>
            {say(disposalTexts.provider)}
          </label>
          <p className="field-help" id={`${name}-help`}>
            {say(disposalTexts.help)}
          </p>
          <div className="flex flex-wrap gap-2">
            <input
              id={name}
              name="provider"
              className="input max-w-64"
              required
              maxLength={128}
              pattern="\S+"
              aria-describedby={`${name}-help`}
            />
            <button type="submit" className="button button-quiet">
              {say(disposalTexts.download)}
            </button>
          </div>
        </div>
      </form>
    </Section>
  );
};
