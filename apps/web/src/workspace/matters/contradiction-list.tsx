import type { Contradiction } from '@suanjian/matters';
import { idOf } from '../forms/pointers.ts';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { matterTexts } from '../texts/matter.ts';

interface Props {
  readonly found: readonly Contradiction[];
  readonly go: (pointer: string) => void;
}

export const ContradictionList = ({ found, go }: Props) => {
  const { say } = useLanguage();
  if (found.length === 0) return <p className="quiet">{say(matterTexts.noContradictions)}</p>;
  return (
    <ul className="grid gap-2">
      {found.map((contradiction) => {
        const [pointer = ''] = contradiction.pointers;
        return (
          <li
            key={`${contradiction.rule} ${contradiction.pointers.join(' ')}`}
            className={`notice py-2! ${contradiction.grade === 'blocking' ? 'tone-bad' : 'tone-warn'}`}
          >
            <p className="flex flex-wrap items-baseline gap-x-2">
              <strong>{say(contradiction.title)}</strong>
              <span className="small">{say(matterTexts[contradiction.grade])}</span>
            </p>
            <p>
              <a
                href={`#${idOf(pointer)}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(pointer);
                }}
              >
                {say(contradiction.text)}
              </a>{' '}
              {contradiction.clause === undefined ? null : <ClauseLink clause={contradiction.clause} />}
            </p>
          </li>
        );
      })}
    </ul>
  );
};
