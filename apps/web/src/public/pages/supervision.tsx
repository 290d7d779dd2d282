import { say } from '../../design/language.ts';
import { PageHead } from '../../design/layout.tsx';
import { supervisionPlaces, supervisionTexts as texts } from '../../texts/supervision.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';

/** Where everything stands that supervision puts before everybody. */
export const supervisionPage = ({ language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'other',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      <ul className="grid gap-4 sm:grid-cols-2">
        {supervisionPlaces.map(({ path, title, help }) => (
          <li key={path} className="card">
            <h2 className="text-lead font-semibold">
              <a href={hrefIn(language, path)}>{say(title, language)}</a>
            </h2>
            <p className="mt-1">{say(help, language)}</p>
          </li>
        ))}
      </ul>
    </>
  ),
});
