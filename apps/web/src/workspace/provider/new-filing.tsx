import { mayOpen, useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Page } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { failures } from '../texts/common.ts';
import { filingTexts } from '../texts/filing.ts';
import { RegisterFirst } from './register-first.tsx';
import { useOpening } from './use-opening.ts';

export const NewFiling = () => {
  const { say } = useLanguage();
  const me = useMe();
  const opening = definitionOf('filing')?.opening;
  const open = useOpening('filing');
  return (
    <Page title={say(filingTexts.newFiling)} lead={say(filingTexts.newFilingLead)}>
      <RegisterFirst />
      {opening === undefined || !mayOpen(me, opening) ? (
        <p className="notice">{say(failures['not-permitted'])}</p>
      ) : (
        <div className="card max-w-2xl">
          <p className="mb-4">{say(opening.help)}</p>
          {open.isError ? <Failure error={open.error} /> : null}
          <button type="button" className="button" disabled={open.isPending} onClick={() => open.mutate({ input: {} })}>
            {say(filingTexts.start)}
          </button>
        </div>
      )}
    </Page>
  );
};
