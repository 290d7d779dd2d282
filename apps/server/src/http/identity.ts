import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity, Services } from '../services.ts';
import { forbidden, unauthenticated } from './problem.ts';
import { text } from '@suanjian/rulebook';

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity;
  }
  interface FastifyContextConfig {
    /** Open to whoever is not signed in. Under /api nothing is unless it says so. */
    public?: boolean;
  }
}

const nobody: Identity = { actor: { kind: 'public' }, memberships: [] };

/** Public pages do not depend on who asks, so nobody is asked there. */
const needsIdentity = (url: string): boolean =>
  /^\/(?:(?:en|zh)\/)?(?:api|sign-|account|workspace|register-company|invitation)/.test(url);

/** Whoever changes something from a browser must come from our own pages (draft/25: nobody acts in another's name). */
const isForeignOrigin = (request: FastifyRequest, publicAddress: string): boolean => {
  const { origin, host } = request.headers;
  if (origin === undefined || request.method === 'GET' || request.method === 'HEAD') return false;
  if (origin === new URL(publicAddress).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
};

export const installIdentity = (
  app: FastifyInstance,
  { identification, config }: Pick<Services, 'identification' | 'config'>,
): void => {
  app.decorateRequest('identity');
  app.addHook('onRequest', async (request) => {
    if (isForeignOrigin(request, config.publicAddress))
      throw forbidden(text('请求来自别的网站，已拒绝。', 'The request comes from another site and was refused.'));
    if (!needsIdentity(request.url)) {
      request.identity = nobody;
      return;
    }
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (typeof value === 'string') headers.set(name, value);
    request.identity = await identification.identify(headers, request.ip);
    // Before anything else is looked at: a stranger learns nothing about what a route would say to others.
    const { url, config: route } = request.routeOptions;
    if (request.identity.actor.kind === 'public' && url?.startsWith('/api/') === true && route.public !== true)
      throw unauthenticated();
  });
};

/** For routes that are for people who are signed in, or the local operator. @throws ProblemError 401 */
export const signedIn = (request: FastifyRequest): Identity => {
  if (request.identity.actor.kind === 'public') throw unauthenticated();
  return request.identity;
};
