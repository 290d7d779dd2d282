import { z } from 'zod';
import type { Language, Text } from '@suanjian/rulebook';

/* The pages of signing in, which need no script: what their forms send and what the web makes them from. */

/** What the sign-in forms send. Nothing here is refused for its shape: the pages say what is wrong, in words. */
const formText = (most: number) => z.string().max(most).default('').catch('');
export const signInFormSchema = z.object({ email: formText(254), password: formText(1024), back: formText(2000) });
export const secondFactorFormSchema = z.object({ code: formText(40), back: formText(2000) });
export const companyFormSchema = z.object({
  company: formText(200),
  place: formText(6),
  name: formText(100),
  email: formText(254),
  password: formText(1024),
});
export const invitationFormSchema = z.object({ name: formText(100), password: formText(1024) });
export const newPasswordFormSchema = z.object({ password: formText(1024) });
export const addressFormSchema = z.object({ email: formText(254) });

/** Around which page: in which language, and its address without the language's prefix. */
export interface SignInPageContext {
  readonly language: Language;
  readonly path: string;
}

/** Addresses stand without the language's prefix; the page adds its own. */
export interface PageLink {
  readonly href: string;
  readonly label: Text;
}

export interface SignInPageModel {
  /** Where the form posts to (fields `email`, `password`, `back`). */
  readonly action?: string;
  /** Why the last attempt failed. */
  readonly error?: Text;
  readonly email?: string;
  /** Where to go afterwards; a hidden field. */
  readonly back?: string;
  /** The organisation's own sign-in, where one is set up; its address is complete. */
  readonly organisation?: { readonly name: string; readonly href: string };
  /** A script of our own lets the hidden button for passkeys appear where the browser knows them. */
  readonly passkeyScript?: string;
  readonly links?: readonly PageLink[];
}

/** Fields `code`, `back`. */
export type SecondFactorPageModel = Pick<SignInPageModel, 'action' | 'error' | 'back'>;

export interface FormField {
  readonly name: string;
  readonly label: Text;
  readonly kind: 'text' | 'email' | 'password' | 'choice';
  readonly value: string;
  readonly autocomplete: string;
  readonly help?: Text;
  readonly longest?: number;
  /** For a choice; the first one stands for none. */
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
}

/** Any other form: registering a company, an invitation, a new password. Every field is required. */
export interface FormPageModel {
  readonly title: Text;
  readonly intro: Text;
  readonly action: string;
  readonly fields: readonly FormField[];
  readonly button: Text;
  readonly error?: Text;
  readonly link?: PageLink;
}

export interface MessagePageModel {
  readonly title: Text;
  readonly paragraphs: readonly Text[];
  readonly link?: PageLink;
}

/** What the web gives to the server's sign-in: each makes a whole document. */
export interface SignInPages {
  readonly signInPage: (model: SignInPageModel, context: SignInPageContext) => string;
  readonly secondFactorPage: (model: SecondFactorPageModel, context: SignInPageContext) => string;
  readonly formPage: (model: FormPageModel, context: SignInPageContext) => string;
  readonly messagePage: (model: MessagePageModel, context: SignInPageContext) => string;
}
