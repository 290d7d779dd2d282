import { useLanguage } from '../language/language.tsx';
import { Failure } from '../parts/states.tsx';
import { matterTexts } from '../texts/matter.ts';
import type { Unsealing } from './unsealing.ts';

/** Sealed values are shown when somebody asks for them, and that somebody asked is kept. */
export const Unseal = ({ shown, hidden, show, pending, error }: Unsealing) => {
  const { say } = useLanguage();
  const left = (['confidential', 'personal'] as const).filter(
    (kind) => !shown.includes(kind) && !hidden.includes(kind),
  );
  return (
    <div className="mb-4">
      {shown.length > 0 && !pending && error === null ? (
        <p className="small font-medium text-warn" role="status">
          {say(matterTexts.sealedShown)}
        </p>
      ) : null}
      {error === null ? null : <Failure error={error} />}
      {hidden.length === 0 ? null : (
        <p className="small mb-2" role="status">
          {say(matterTexts.sealedAgain)}
        </p>
      )}
      {left.length + hidden.length === 0 ? null : (
        <div className="flex flex-wrap items-center gap-3">
          {hidden.length === 0 ? null : (
            <button
              type="button"
              className="button button-quiet min-h-10! py-1!"
              disabled={pending}
              onClick={() => show(...hidden)}
            >
              {say(matterTexts.showAgain)}
            </button>
          )}
          {left.map((kind) => (
            <button
              key={kind}
              type="button"
              className="button button-quiet min-h-10! py-1!"
              disabled={pending}
              onClick={() => show(kind)}
            >
              {say(matterTexts.unseal[kind])}
            </button>
          ))}
          <span className="small quiet">{say(matterTexts.unsealNote)}</span>
        </div>
      )}
    </div>
  );
};
