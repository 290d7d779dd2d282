import { useLanguage } from '../language/language.tsx';
import { saveTexts } from '../texts/forms.ts';
import type { SaveStanding } from './draft-queue.ts';

interface Props {
  readonly standing: SaveStanding;
  readonly retry: () => void;
  readonly reload: () => void;
}

const toneOf = {
  saved: 'text-good',
  waiting: 'quiet',
  saving: 'quiet',
  offline: 'text-warn',
  stale: 'text-bad',
  held: 'text-warn',
  failed: 'text-bad',
} as const;

/** Always says whether what was written is safe. */
export const SaveLine = ({ standing, retry, reload }: Props) => {
  const { say } = useLanguage();
  const words =
    standing.standing === 'held'
      ? saveTexts.held(new Set(standing.refusals.map(({ pointer }) => pointer)).size)
      : saveTexts[standing.standing];
  return (
    <p className={`flex flex-wrap items-center gap-x-3 font-medium ${toneOf[standing.standing]}`} role="status">
      <span>{say(words)}</span>
      {standing.standing === 'offline' ? (
        <button type="button" className="button button-quiet min-h-9! px-3! py-0!" onClick={retry}>
          {say(saveTexts.tryNow)}
        </button>
      ) : null}
      {standing.standing === 'stale' || standing.standing === 'failed' ? (
        <button type="button" className="button button-quiet min-h-9! px-3! py-0!" onClick={reload}>
          {say(saveTexts.reload)}
        </button>
      ) : null}
    </p>
  );
};
