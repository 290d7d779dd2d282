import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormField, PageLink, SignInPages } from '@suanjian/contracts';
import type { Text } from '@suanjian/rulebook';
import { passwordLength } from '../../auth/password.ts';
import { contextOf, sendPage } from './paths.ts';
import { help, label } from './texts.ts';

export interface Shown {
  readonly values?: Readonly<Record<string, string>>;
  readonly fault?: Text;
  readonly status?: number;
}

export const isEmail = (value: string): boolean => z.email().safeParse(value).success;
export const tokenOf = (request: FastifyRequest): string =>
  z.object({ token: z.string().max(200) }).parse(request.params).token;

export const emailField = (value: string): FormField => ({
  name: 'email',
  label: label.email,
  kind: 'email',
  value,
  autocomplete: 'username',
  longest: 254,
});
export const nameField = (value: string): FormField => ({
  name: 'name',
  label: label.name,
  kind: 'text',
  value,
  autocomplete: 'name',
  longest: 100,
});
export const newPasswordField: FormField = {
  name: 'password',
  label: label.newPassword,
  kind: 'password',
  value: '',
  autocomplete: 'new-password',
  help: help.password,
  longest: passwordLength.most,
};

interface Message {
  readonly title: Text;
  readonly body: Text;
  readonly link?: PageLink;
}

/** Sends a page that only says something. */
export const messages =
  (pages: Pick<SignInPages, 'messagePage'>) =>
  (request: FastifyRequest, reply: FastifyReply, { title, body, link }: Message, status = 200): FastifyReply =>
    sendPage(
      reply,
      pages.messagePage({ title, paragraphs: [body], ...(link === undefined ? {} : { link }) }, contextOf(request)),
      status,
    );
