import { matterDefinitions, type AnyMatterDefinition, type Asked } from '@suanjian/matters';
import { Button, ButtonLink } from '../../design/button.tsx';
import { TextField } from '../../design/field.tsx';
import { say } from '../../design/language.ts';
import { PageHead } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { applicationTexts as texts } from '../../texts/applications.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { ClauseLink } from './clause-link.tsx';
import { FormFields, type FormAttempt } from './form-fields.tsx';

/** Kinds of matter that anybody may open and then follow with a code. */
const followedKinds: readonly AnyMatterDefinition[] = matterDefinitions.filter(
  ({ opening }) => opening.followed === true && typeof opening.asks === 'object',
);

export const askedOf = (definition: AnyMatterDefinition): Asked | undefined =>
  typeof definition.opening.asks === 'object' ? definition.opening.asks : undefined;

export const applicationsPage = ({ language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'apply',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)}>
        <p>
          <ButtonLink look="quiet" href={hrefIn(language, '/follow')}>
            {say(texts.follow, language)}
          </ButtonLink>
        </p>
      </PageHead>
      <ul className="stack">
        {followedKinds.map(({ kind, opening, purpose }) => (
          <li key={kind}>
            <h2>
              <a href={hrefIn(language, `/apply/${kind}`)}>{say(opening.title, language)}</a>
            </h2>
            <p>{say(purpose, language)}</p>
          </li>
        ))}
      </ul>
    </>
  ),
});

export interface ApplicationModel {
  readonly kind: string;
  readonly attempt?: FormAttempt;
}

const definitionOf = (kind: string): AnyMatterDefinition => {
  const found = followedKinds.find((definition) => definition.kind === kind);
  if (found === undefined) throw new RangeError(`nobody can apply for ${kind}`);
  return found;
};

/** The form with which anybody opens a matter: plain HTML that works on a phone and without script. */
export const applicationPage = ({ kind, attempt }: ApplicationModel, { language }: PageContext): Page => {
  const definition = definitionOf(kind);
  const { opening, purpose } = definition;
  const asks = askedOf(definition);
  const general = attempt?.faults[''];
  return {
    title: say(opening.title, language),
    description: say(purpose, language),
    section: 'apply',
    unlisted: attempt !== undefined,
    body: (
      <>
        <PageHead title={say(opening.title, language)} lead={say(opening.help, language)}>
          <p className="flex flex-wrap gap-x-3">
            {(opening.clauses ?? []).map((clause) => (
              <ClauseLink key={clause} id={clause} language={language} />
            ))}
          </p>
        </PageHead>
        <form
          className="stack max-w-3xl"
          method="post"
          encType="multipart/form-data"
          action={hrefIn(language, `/apply/${kind}`)}
        >
          {attempt === undefined ? null : (
            <Notice tone="bad" role="alert" title={say(texts.faults, language)}>
              {general === undefined ? null : <p>{say(general, language)}</p>}
              {attempt.files ? <p>{say(texts.filesAgain, language)}</p> : null}
            </Notice>
          )}
          {asks === undefined ? null : (
            <FormFields
              form={asks.form}
              language={language}
              values={attempt?.values ?? {}}
              faults={attempt?.faults ?? {}}
              prefix="apply"
            />
          )}
          <Button>{say(texts.send, language)}</Button>
        </form>
      </>
    ),
  };
};

export interface ApplicationTakenModel {
  readonly kind: string;
  /** In groups, as it is shown and typed. */
  readonly code: string;
}

export const applicationTakenPage = ({ kind, code }: ApplicationTakenModel, { language }: PageContext): Page => ({
  title: say(texts.taken, language),
  section: 'apply',
  unlisted: true,
  body: (
    <>
      <PageHead title={say(texts.taken, language)} lead={say(definitionOf(kind).opening.title, language)} />
      <Notice tone="good" role="status" title={say(texts.code, language)}>
        <p className="text-2xl font-semibold break-all">
          <code>{code}</code>
        </p>
        <p>{say(texts.takenLead, language)}</p>
      </Notice>
      <p className="mt-4">
        <ButtonLink href={hrefIn(language, '/follow')}>{say(texts.takenNext, language)}</ButtonLink>
      </p>
    </>
  ),
});

export interface FollowCodeModel {
  readonly wrong: boolean;
}

/** Where a code is entered. It travels in the body of a form, never in an address. */
export const followCodePage = ({ wrong }: FollowCodeModel, { language }: PageContext): Page => ({
  title: say(texts.follow, language),
  section: 'apply',
  unlisted: true,
  body: (
    <>
      <PageHead title={say(texts.follow, language)} lead={say(texts.followLead, language)} />
      <form className="stack max-w-3xl" method="post" action={hrefIn(language, '/follow')}>
        <TextField
          id="code"
          label={say(texts.code, language)}
          help={say(texts.codeHelp, language)}
          longest={60}
          required
          autoComplete="off"
          {...(wrong ? { error: say(texts.codeUnknown, language) } : {})}
        />
        <Button>{say(texts.open, language)}</Button>
      </form>
    </>
  ),
});
