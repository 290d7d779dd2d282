import type { MeAnswer } from '@suanjian/contracts';
import { linkIdentityProvider, useAccountAction } from '../client/account.ts';
import { useLanguage } from '../language/language.tsx';
import { Section } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { proofTexts } from '../texts/proofs.ts';

interface Props {
  readonly provider: NonNullable<MeAnswer['identityProvider']>;
}

/** The sign-in of one's organisation: linked, or the way to link it, which goes through its own pages and comes back. */
export const IdentityProvider = ({ provider: { name, linked } }: Props) => {
  const { say } = useLanguage();
  const link = useAccountAction(() => linkIdentityProvider());
  return (
    <Section title={say(proofTexts.identityProvider)} id="identity-provider">
      <p>{say(linked ? proofTexts.linked(name) : proofTexts.notLinked(name))}</p>
      {!linked && new URLSearchParams(window.location.search).has('error') ? (
        <p className="notice tone-bad mt-3" role="alert">
          {say(proofTexts.linkFailed(name))}
        </p>
      ) : null}
      {link.isError ? <Failure error={link.error} /> : null}
      {linked ? null : (
        <button
          type="button"
          className="button button-quiet mt-3"
          disabled={link.isPending || link.isSuccess}
          onClick={() => link.mutate(undefined, { onSuccess: ({ url }) => window.location.assign(url) })}
        >
          {say(proofTexts.link(name))}
        </button>
      )}
    </Section>
  );
};
