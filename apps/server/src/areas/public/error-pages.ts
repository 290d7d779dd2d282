import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PublicPages } from '@suanjian/web';
import type { Text } from '@suanjian/rulebook';
import { contextOf } from './answering.ts';

const wantsPage = ({ headers, url }: FastifyRequest): boolean =>
  (headers.accept ?? '').includes('text/html') && !url.startsWith('/api/') && !/\.json(?:\?|$)/.test(url);

interface SentProblem {
  readonly status: number;
  readonly type: string;
  readonly details?: Text;
}

/** The general words of a status say more to a reader than the general words of its problem. */
const wordless = new Set(['internal', 'too-many-requests']);

const problemIn = (payload: string): SentProblem | undefined => {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null && 'status' in value ? (value as SentProblem) : undefined;
  } catch {
    return undefined;
  }
};

/** Who asked for a page gets its error as a page, in the language of the address or the one remembered; programs keep the problem. */
export const addErrorPages = (app: FastifyInstance, pages: Pick<PublicPages, 'errorPage'>): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '');
    if (typeof payload !== 'string' || !type.startsWith('application/problem+json') || !wantsPage(request))
      return payload;
    const problem = problemIn(payload);
    if (problem === undefined) return payload;
    const { path, language } = contextOf(request.url);
    const remembered = request.cookies['language'] === 'en' ? 'en' : language;
    const html = pages.errorPage(
      {
        status: problem.status,
        ...(problem.details === undefined || wordless.has(problem.type.replace(/^.*\//, ''))
          ? {}
          : { detail: problem.details }),
      },
      { path, language: path === request.url ? remembered : language },
    );
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').removeHeader('content-length');
    return html;
  });
};
