import { useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useToday } from '../language/today.ts';
import { Failure } from '../parts/states.tsx';
import { filingTexts } from '../texts/filing.ts';
import { Occasion } from './occasion.tsx';
import { useOpening } from './use-opening.ts';

export const OpenChange = ({ parent }: { readonly parent: string }) => {
  const { say } = useLanguage();
  const today = useToday();
  const open = useOpening('change');
  const [occurred, setOccurred] = useState<unknown>(today);
  const [reasons, setReasons] = useState<unknown>([]);
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate({ input: { occurred, reasons }, parent });
      }}
    >
      <Occasion
        occurred={occurred}
        reasons={reasons}
        change={(name, value) => (name === 'occurred' ? setOccurred(value) : setReasons(value))}
      />
      {open.isError ? <Failure error={open.error} /> : null}
      <div>
        <button type="submit" className="button" disabled={open.isPending}>
          {say(filingTexts.start)}
        </button>
      </div>
    </form>
  );
};
