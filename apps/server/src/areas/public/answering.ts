import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageContext, PublicPages } from '@suanjian/web';
import { demonstrationStanding } from '../../demonstration/standing.ts';
import { languages, type Language } from '@suanjian/rulebook';
import type { Services } from '../../services.ts';
import { notFound } from '../../http/problem.ts';
import { keptPage, type Encoding, type KeptPage, type PageCache } from './page-cache.ts';

/** What the routes of the portal are made from. */
export interface Portal {
  readonly services: Pick<Services, 'store' | 'matters' | 'rules' | 'now' | 'config'>;
  readonly pages: PublicPages;
  readonly cache: PageCache;
}

const htmlType = 'text/html; charset=utf-8';
const jsonType = 'application/json; charset=utf-8';

const prefixOf = (url: string): Language | undefined =>
  languages.find((language) => new RegExp(`^/${language}(?=[/?]|$)`).test(url));

/** Path and query without the language: `/register?q=…`. */
export const barePath = (url: string): string => {
  const prefix = prefixOf(url);
  const bare = prefix === undefined ? url : url.slice(prefix.length + 1);
  return bare.startsWith('/') ? bare : `/${bare}`;
};

/** The language of an address; without a prefix it is Chinese. */
export const contextOf = (url: string): PageContext => ({ language: prefixOf(url) ?? 'zh', path: barePath(url) });

const encodingFor = (accepted: string | string[] | undefined): Encoding | undefined => {
  const header = Array.isArray(accepted) ? accepted.join(',') : (accepted ?? '');
  return (['br', 'gzip'] as const).find((encoding) =>
    new RegExp(`(?:^|[\\s,])${encoding}(?!\\s*;\\s*q=0(?:[,\\s]|\\.0|$))`).test(header),
  );
};

const worthEncoding = 1024;

/** Browsers ask again each time (and mostly hear "not modified"); a cache in front may hold a page for a few seconds. */
const shared = 'public, max-age=0, must-revalidate, s-maxage=10';

const sendKept = (request: FastifyRequest, reply: FastifyReply, page: KeptPage): FastifyReply => {
  reply.header('etag', page.etag).type(page.type);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', shared);
  if (request.headers['if-none-match'] === page.etag) return reply.code(304).send();
  const encoding = page.body.length < worthEncoding ? undefined : encodingFor(request.headers['accept-encoding']);
  if (encoding === undefined) return reply.send(page.body);
  return reply.header('content-encoding', encoding).send(page.encoded(encoding));
};

const oneYear = 31_536_000;

/** An address with a language is remembered; that answer is for this browser alone. */
const remember = (request: FastifyRequest, reply: FastifyReply): void => {
  const chosen = prefixOf(request.url);
  if (chosen === undefined || request.cookies['language'] === chosen) return;
  reply.setCookie('language', chosen, { path: '/', maxAge: oneYear, sameSite: 'lax', httpOnly: true });
  reply.header('cache-control', 'private, no-store');
};

/** Whoever chose English gets the English page at the plain address too. */
const redirected = (request: FastifyRequest, reply: FastifyReply): boolean => {
  if (prefixOf(request.url) !== undefined || request.cookies['language'] !== 'en') return false;
  const path = barePath(request.url);
  reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'Cookie')
    .redirect(`/en${path === '/' ? '' : path}`, 302);
  return true;
};

export type MakePage = (
  request: FastifyRequest,
  context: PageContext,
) => Promise<string | undefined> | string | undefined;

/** Answers in another way than with the page, for example with its data; `undefined` leaves the answer to the page. */
export type Instead = (
  request: FastifyRequest,
  reply: FastifyReply,
) => FastifyReply | Promise<FastifyReply> | undefined;

/** Adds a page at its plain address and under each language; `undefined` is "not found". */
export const addPage = (
  app: FastifyInstance,
  { cache, services }: Pick<Portal, 'cache' | 'services'>,
  path: string,
  make: MakePage,
  instead: Instead = () => undefined,
): void => {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const otherwise = instead(request, reply);
    if (otherwise !== undefined) return otherwise;
    if (redirected(request, reply)) return reply;
    const context = contextOf(request.url);
    const page = await cache.get(`${context.language} ${context.path}`, async () => {
      const demonstration = (await demonstrationStanding(services.store)) !== undefined;
      const html = await make(request, { ...context, demonstration });
      return html === undefined ? undefined : keptPage(htmlType, html);
    });
    if (page === undefined) throw notFound();
    remember(request, reply);
    reply
      .header('vary', 'Accept-Encoding, Cookie')
      .header('content-language', context.language === 'zh' ? 'zh-CN' : 'en');
    return sendKept(request, reply, page);
  };
  for (const prefix of ['', ...languages.map((language) => `/${language}`)])
    app.get(`${prefix}${path}`.replace(/(?<=.)\/$/, ''), { config: { public: true }, schema: { hide: true } }, answer);
};

/** Answers with data, kept like pages. `undefined` is "not found". */
export const sendData = async (
  request: FastifyRequest,
  reply: FastifyReply,
  cache: PageCache,
  make: () => Promise<unknown>,
  type: string = jsonType,
): Promise<FastifyReply> => {
  const page = await cache.get(`data ${request.url}`, async () => {
    const value = await make();
    return value === undefined ? undefined : keptPage(type, JSON.stringify(value));
  });
  if (page === undefined) throw notFound();
  // Data are for everybody: other sites may read them from their own pages.
  reply.header('vary', 'Accept-Encoding').header('access-control-allow-origin', '*');
  return sendKept(request, reply, page);
};

/** An answer to a form that was posted: never kept. */
export const sendFresh = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type(htmlType).send(html);

/** Ends with `.json`, and what stands before. */
export const withoutJson = (value: string): { readonly value: string; readonly asJson: boolean } =>
  value.endsWith('.json') ? { value: value.slice(0, -5), asJson: true } : { value, asJson: false };
