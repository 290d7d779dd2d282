import type { Language, Text } from '@suanjian/rulebook';
import { Button, buttonClass, ButtonLink } from '../../design/button.tsx';
import { TextField } from '../../design/field.tsx';
import { fill, say } from '../../design/language.ts';
import { PageHead } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import type { Tone } from '../../design/tone.ts';
import { signInTexts as texts } from '../../texts/sign-in.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';

interface Link {
  readonly href: string;
  readonly label: Text;
}

export interface SignInModel {
  /** Where the form is posted; `/sign-in` unless told. */
  readonly action?: string;
  /** Why the last attempt failed. */
  readonly error?: Text;
  /** Something to know first, for example that one has been signed out. */
  readonly notice?: Text;
  readonly email?: string;
  /** Path to go to afterwards; carried in the form as `back`. */
  readonly back?: string;
  /** Organisations' own sign-in, where it is set up: name and the address that starts it. */
  readonly organisation?: { readonly name: string; readonly href: string };
  /** Shows the hidden button where the browser knows passkeys; without it the password is all there is. */
  readonly passkeyScript?: string;
  /** Further links, for example to registering a company. */
  readonly links?: readonly Link[];
}

interface AnswersProps {
  readonly error: Text | undefined;
  readonly notice: Text | undefined;
  readonly language: Language;
}

const Answers = ({ error, notice, language }: AnswersProps) => (
  <>
    {notice === undefined ? null : (
      <Notice tone="info" role="status">
        <p>{say(notice, language)}</p>
      </Notice>
    )}
    {error === undefined ? null : (
      <Notice tone="bad" role="alert" title={say(texts.failed, language)}>
        <p>{say(error, language)}</p>
      </Notice>
    )}
  </>
);

const Back = ({ back }: { readonly back: string | undefined }) =>
  back === undefined ? null : <input type="hidden" name="back" value={back} />;

interface PasskeyProps {
  readonly script: string;
  readonly back: string | undefined;
  readonly language: Language;
}

const Passkey = ({ script, back, language }: PasskeyProps) => (
  <>
    <div hidden data-passkey-fault>
      <Notice tone="bad" role="alert">
        <p>{say(texts.passkeyFailed, language)}</p>
      </Notice>
    </div>
    <button className={buttonClass('quiet')} type="button" hidden data-passkey data-next={back}>
      {say(texts.passkey, language)}
    </button>
    <script type="module" src={script} />
  </>
);

/** Fields `email`, `password`, `back`; posted as a plain form. */
export const signInPage = (model: SignInModel, { language }: PageContext): Page => {
  const { action = '/sign-in', error, notice, email, back, organisation, passkeyScript, links = [] } = model;
  return {
    title: say(texts.title, language),
    section: 'other',
    unlisted: true,
    body: (
      <>
        <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
        <div className="stack max-w-md">
          <Answers error={error} notice={notice} language={language} />
          <form className="card stack" method="post" action={hrefIn(language, action)}>
            <TextField
              id="email"
              label={say(texts.email, language)}
              type="email"
              autoComplete="username"
              required
              {...(email === undefined ? {} : { value: email })}
            />
            <TextField
              id="password"
              label={say(texts.password, language)}
              type="password"
              autoComplete="current-password"
              required
            />
            <Back back={back} />
            <Button>{say(texts.button, language)}</Button>
          </form>
          {passkeyScript === undefined ? null : <Passkey script={passkeyScript} back={back} language={language} />}
          {organisation === undefined ? null : (
            <p>
              <ButtonLink look="quiet" href={organisation.href}>
                {fill(texts.organisation, { name: organisation.name }, language)}
              </ButtonLink>
            </p>
          )}
          {links.length === 0 ? null : (
            <ul>
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={hrefIn(language, href)}>{say(label, language)}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </>
    ),
  };
};

export type SecondFactorModel = Pick<SignInModel, 'action' | 'error' | 'notice' | 'back'>;

/** Fields `code`, `back`. */
export const secondFactorPage = (model: SecondFactorModel, { language }: PageContext): Page => {
  const { action = '/sign-in/second-factor', error, notice, back } = model;
  return {
    title: say(texts.codeTitle, language),
    section: 'other',
    unlisted: true,
    body: (
      <>
        <PageHead title={say(texts.codeTitle, language)} lead={say(texts.codeLead, language)} />
        <div className="stack max-w-md">
          <Answers error={error} notice={notice} language={language} />
          <form className="card stack" method="post" action={hrefIn(language, action)}>
            <TextField
              id="code"
              label={say(texts.code, language)}
              help={say(texts.backup, language)}
              autoComplete="one-time-code"
              required
              longest={40}
            />
            <Back back={back} />
            <Button>{say(texts.codeButton, language)}</Button>
          </form>
        </div>
      </>
    ),
  };
};

export interface MessageModel {
  readonly title: Text;
  readonly paragraphs: readonly Text[];
  readonly tone?: Tone;
  readonly link?: Link;
  /** A button that posts, for example to accept an invitation. */
  readonly form?: {
    readonly action: string;
    readonly button: Text;
    readonly hidden?: Readonly<Record<string, string>>;
  };
}

/** One thing to say, with at most one thing to do about it. */
export const messagePage = (model: MessageModel, { language }: PageContext): Page => {
  const { title, paragraphs, tone, link, form } = model;
  return {
    title: say(title, language),
    section: 'other',
    unlisted: true,
    body: (
      <>
        <PageHead title={say(title, language)} />
        <div className="stack max-w-3xl">
          {tone === undefined ? (
            paragraphs.map((paragraph) => <p key={paragraph.en}>{say(paragraph, language)}</p>)
          ) : (
            <Notice tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
              {paragraphs.map((paragraph) => (
                <p key={paragraph.en}>{say(paragraph, language)}</p>
              ))}
            </Notice>
          )}
          {form === undefined ? null : (
            <form method="post" action={hrefIn(language, form.action)}>
              {Object.entries(form.hidden ?? {}).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <Button>{say(form.button, language)}</Button>
            </form>
          )}
          {link === undefined ? null : (
            <p>
              <a href={hrefIn(language, link.href)}>{say(link.label, language)}</a>
            </p>
          )}
        </div>
      </>
    ),
  };
};
