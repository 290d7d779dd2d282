import type { MatterReadingAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMatters } from '../client/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { Due, StateBadge } from '../parts/badges.tsx';
import { Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { matterTexts } from '../texts/matter.ts';
import { kindTitle } from './definitions.ts';

const first = 20;
/** The most that a list answers at once; whoever wants more searches the list of all matters. */
const most = 200;

/** Everything that was opened on this matter or concerns it, as far as the reader may see it, what is due first. */
export const MattersOn = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const [size, setSize] = useState(first);
  const found = useMatters({ on: reading.id, size });
  const { data } = found;
  // On a filing people look for it, so that there is nothing is told as well.
  if (data !== undefined && data.items.length === 0 && reading.kind !== 'filing') return null;
  return (
    <Section title={say(matterTexts.children)} id="matters-on">
      {found.isError ? (
        <Failure error={found.error} retry={() => void found.refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : data.items.length === 0 ? (
        <p className="quiet">{say(matterTexts.nothingOn)}</p>
      ) : (
        <ul className="grid gap-2">
          {data.items.map(({ id, kind, title, status, due }) => (
            <li key={id} className="border-b border-line pb-2 last:border-b-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link to="/matters/$kind/$id" params={{ kind, id }}>
                  {title === '' || title === reading.title
                    ? say(kindTitle(kind))
                    : `${say(kindTitle(kind))} · ${title}`}
                </Link>
                <StateBadge kind={kind} status={status} />
              </p>
              {due === undefined ? null : (
                <p className="small">
                  {say(matterTexts.dueOn)} <Due due={due} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {data === undefined || data.total <= data.items.length || size === most ? null : (
        <p className="mt-2">
          <button type="button" className="button button-quiet" onClick={() => setSize(most)}>
            {say(matterTexts.allOn(data.total))}
          </button>
        </p>
      )}
    </Section>
  );
};
