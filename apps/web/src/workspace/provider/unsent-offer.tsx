import type { Draft } from '../drafts/use-draft.ts';
import { useLanguage } from '../language/language.tsx';
import { formTexts } from '../texts/forms.ts';

/** Changes of an earlier visit that never arrived are offered, not applied: the person knows which is the truth. */
export const UnsentOffer = ({ draft }: { readonly draft: Draft }) => {
  const { say } = useLanguage();
  const count = Object.keys(draft.offered).length;
  if (count === 0) return null;
  return (
    <div className="notice tone-warn mb-4" role="alert">
      <p className="notice-title">{say(formTexts.unsentTitle)}</p>
      <p>{say(formTexts.unsentBody(count))}</p>
      <p className="mt-2 flex flex-wrap gap-3">
        <button type="button" className="button" onClick={draft.takeUp}>
          {say(formTexts.unsentApply)}
        </button>
        <button type="button" className="button button-quiet" onClick={draft.discard}>
          {say(formTexts.unsentDiscard)}
        </button>
      </p>
    </div>
  );
};
