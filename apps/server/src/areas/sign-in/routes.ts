import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import type { SignInPages } from '@suanjian/contracts';
import type { Auth } from '../../auth/create-auth.ts';
import type { Services } from '../../services.ts';
import { accountPages } from './account-pages.ts';
import { libraryRoutes } from './library-routes.ts';
import { assertOwnPage } from './paths.ts';
import { passwordPages } from './password-pages.ts';
import { sessionPages } from './session-pages.ts';

/** The pages of signing in, in both languages' addresses, and what of the sign-in library is reached directly. */
export const signInRoutes =
  ({ config }: Pick<Services, 'config'>, auth: Auth, pages: SignInPages): FastifyPluginAsync =>
  async (app) => {
    const script = await readFile(new URL('passkey.client.js', import.meta.url), 'utf8');
    app.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true };
    });
    await app.register(async (forms) => {
      forms.addHook('onRequest', async (request) => assertOwnPage(request, config.publicAddress));
      for (const prefix of ['', '/en', '/zh']) {
        await forms.register(sessionPages(auth, pages), { prefix });
        await forms.register(accountPages(auth, pages), { prefix });
        await forms.register(passwordPages(auth, pages), { prefix });
      }
    });
    app.get('/sign-in/passkey.js', (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=3600').send(script),
    );
    await app.register(libraryRoutes(auth, config.publicAddress));
  };
