import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/language.tsx';
import { Page } from '../parts/page.tsx';
import { shellTexts } from '../texts/shell.ts';

export const NotFound = () => {
  const { say } = useLanguage();
  return (
    <Page title={say(shellTexts.notFound)} lead={say(shellTexts.notFoundBody)}>
      <Link to="/" className="button button-quiet">
        {say(shellTexts.home)}
      </Link>
    </Page>
  );
};

export const Crashed = () => {
  const { say } = useLanguage();
  return (
    <div className="notice tone-bad m-6" role="alert">
      <p className="notice-title">{say(shellTexts.crashed)}</p>
      <p>{say(shellTexts.crashedBody)}</p>
      <button type="button" className="button mt-3" onClick={() => window.location.reload()}>
        {say(shellTexts.reload)}
      </button>
    </div>
  );
};
