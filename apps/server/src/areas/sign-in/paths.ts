import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInPageContext } from '@suanjian/contracts';
import { text, type Text } from '@suanjian/rulebook';
import { forbidden, ProblemError } from '../../http/problem.ts';

export const afterSignIn = '/workspace';

/** A place on this site to go to, or the workspace: nobody is sent elsewhere after signing in. */
export const localTarget = (asked: string): string => {
  const base = 'http://here.invalid';
  if (!asked.startsWith('/') || !URL.canParse(asked, base)) return afterSignIn;
  const { origin, pathname, search, hash } = new URL(asked, base);
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : afterSignIn;
};

/** `/en` or `/zh` when the request's address begins so: forms and links stay in that language. */
export const languagePrefix = (url: string): string => /^\/(?:en|zh)(?=[/?]|$)/.exec(url)?.[0] ?? '';

export const contextOf = (request: FastifyRequest): SignInPageContext => {
  const prefix = languagePrefix(request.url);
  return { language: request.language, path: request.url.slice(prefix.length) };
};

/** What a form says about a refusal, with its status. What is no refusal stays an error. */
export const faultOf = (error: unknown): { readonly fault: Text; readonly status: number } => {
  if (!(error instanceof ProblemError)) throw error;
  const { errors, detail, title, status } = error.problem;
  return { fault: errors?.[0]?.text ?? detail ?? title, status };
};

/** Forms are taken from our own pages only. Every browser says where a post comes from; what does not say so is no browser's form. */
export const assertOwnPage = (request: FastifyRequest, publicAddress: string): void => {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const own =
    origin === undefined
      ? site === 'same-origin'
      : origin === new URL(publicAddress).origin || (URL.canParse(origin) && new URL(origin).host === host);
  if (!own) throw forbidden(text('请从本站的页面提交。', 'Send the form from a page of this site.'));
};

export const sendPage = (reply: FastifyReply, document: string, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(document);
