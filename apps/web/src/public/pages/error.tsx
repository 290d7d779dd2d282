import type { Text } from '@suanjian/rulebook';
import { ButtonLink } from '../../design/button.tsx';
import { fill, say } from '../../design/language.ts';
import { PageHead } from '../../design/layout.tsx';
import { errorLinks, errorTexts } from '../../texts/errors.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';

export interface ErrorModel {
  readonly status: number;
  /** Said instead of the general sentence where more is known. */
  readonly detail?: Text;
}

export const errorPage = ({ status, detail }: ErrorModel, { language }: PageContext): Page => {
  const { title, help } = errorTexts[status] ?? errorTexts.other;
  return {
    title: say(title, language),
    section: 'other',
    unlisted: true,
    body: (
      <>
        <PageHead title={say(title, language)} lead={say(detail ?? help, language)} />
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={hrefIn(language, '/')}>{say(errorLinks.home, language)}</ButtonLink>
          <ButtonLink href={hrefIn(language, '/register')} look="quiet">
            {say(errorLinks.register, language)}
          </ButtonLink>
          {status === 429 ? (
            <ButtonLink href={hrefIn(language, '/open-data')} look="quiet">
              {say(errorLinks.openData, language)}
            </ButtonLink>
          ) : null}
        </p>
        <p className="quiet mt-6">{fill(errorLinks.status, { status }, language)}</p>
      </>
    ),
  };
};
