import { useLanguage } from '../language/language.tsx';
import { Failure } from '../parts/states.tsx';
import { filingTexts } from '../texts/filing.ts';
import { useOpening } from './use-opening.ts';

/** For matters whose opening needs nothing; what they ask stands in their form. */
export const OpenPlainly = ({ kind, parent }: { readonly kind: string; readonly parent: string }) => {
  const { say } = useLanguage();
  const open = useOpening(kind);
  return (
    <>
      {open.isError ? <Failure error={open.error} /> : null}
      <button
        type="button"
        className="button"
        disabled={open.isPending}
        onClick={() => open.mutate({ input: {}, parent })}
      >
        {say(filingTexts.start)}
      </button>
    </>
  );
};
