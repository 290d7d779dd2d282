import type { ReactNode } from 'react';
import type { Text } from '@suanjian/rulebook';
import { failureFrom } from '../client/failure.ts';
import { useLanguage } from '../language/language.tsx';
import { common } from '../texts/common.ts';
import { failureText } from '../texts/failure-text.ts';
import { RefusalList } from './refusals.tsx';

export const Loading = () => {
  const { say } = useLanguage();
  return (
    <p className="quiet flex items-center gap-3 py-8" role="status">
      <span
        aria-hidden
        className="inline-block size-4 rounded-full border-2 border-line-strong border-t-transparent motion-safe:animate-spin"
      />
      {say(common.loading)}
    </p>
  );
};

export const Empty = ({ title, children }: { readonly title: Text; readonly children?: ReactNode }) => {
  const { say } = useLanguage();
  return (
    <div className="state">
      <p className="font-semibold">{say(title)}</p>
      {children}
    </div>
  );
};

/** What went wrong, in plain words, and what to do now. */
export const Failure = ({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) => {
  const { say, language } = useLanguage();
  const failure = failureFrom(error);
  const detail = failure.problem?.details?.[language] ?? failure.problem?.detail;
  return (
    <div className="notice tone-bad my-3" role="alert">
      <p className="notice-title">{say(failureText(failure))}</p>
      {detail === undefined ? null : <p>{detail}</p>}
      <RefusalList refusals={failure.refusals} />
      <p className="mt-2 flex flex-wrap gap-3">
        {failure.kind === 'signed-out' ? (
          <a className="button" href={`/sign-in?next=${encodeURIComponent(window.location.pathname)}`}>
            {say(common.signIn)}
          </a>
        ) : retry === undefined ? null : (
          <button type="button" className="button button-quiet" onClick={retry}>
            {say(common.retry)}
          </button>
        )}
      </p>
    </div>
  );
};
