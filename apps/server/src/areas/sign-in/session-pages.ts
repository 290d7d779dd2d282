import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { secondFactorFormSchema, signInFormSchema, type SignInPages } from '@suanjian/contracts';
import type { Text } from '@suanjian/rulebook';
import type { Auth } from '../../auth/create-auth.ts';
import { libraryHeaders, passCookies } from '../../auth/web-request.ts';
import { contextOf, faultOf, languagePrefix, localTarget, sendPage } from './paths.ts';
import { forgottenLink, providerAway, registerLink, wrongCode, wrongCredentials, wrongIdentity } from './texts.ts';

const textOf = (query: unknown, name: string): string => {
  const value =
    typeof query === 'object' && query !== null ? (query as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : '';
};

interface Shown {
  readonly email?: string;
  readonly next: string;
  readonly fault?: Text;
  readonly status?: number;
}

/** In and out: password, second factor, the organisation's provider. */
export const sessionPages =
  (auth: Auth, pages: SignInPages): FastifyPluginAsync =>
  async (app) => {
    const showSignIn = (request: FastifyRequest, reply: FastifyReply, shown: Shown): FastifyReply => {
      const { fault, email = '', next, status } = shown;
      return sendPage(
        reply,
        pages.signInPage(
          {
            action: '/sign-in',
            email,
            back: next,
            ...(fault === undefined ? {} : { error: fault }),
            ...(auth.oidcName === undefined
              ? {}
              : {
                  organisation: {
                    name: auth.oidcName,
                    href: `${languagePrefix(request.url)}/sign-in/organisation?next=${encodeURIComponent(next)}`,
                  },
                }),
            passkeyScript: '/sign-in/passkey.js',
            links: [registerLink, forgottenLink],
          },
          contextOf(request),
        ),
        status,
      );
    };

    const showSecondFactor = (
      request: FastifyRequest,
      reply: FastifyReply,
      next: string,
      fault?: Text,
      status?: number,
    ): FastifyReply =>
      sendPage(
        reply,
        pages.secondFactorPage(
          { action: '/sign-in/second-factor', back: next, ...(fault === undefined ? {} : { error: fault }) },
          contextOf(request),
        ),
        status,
      );

    app.get('/sign-in', async (request, reply) => {
      const next = localTarget(textOf(request.query, 'next'));
      if (request.identity.actor.kind === 'person') return reply.redirect(next, 303);
      // The library sends the browser back with `error` when the organisation's provider did not vouch for it.
      return showSignIn(request, reply, {
        next,
        ...(textOf(request.query, 'error') === '' ? {} : { fault: wrongIdentity }),
      });
    });

    app.post('/sign-in', async (request, reply) => {
      const form = signInFormSchema.parse(request.body ?? {});
      const next = localTarget(form.back);
      try {
        const { outcome, cookies } = await auth.signIn(form.email, form.password, libraryHeaders(request), request.ip);
        passCookies(reply, cookies);
        switch (outcome) {
          case 'wrong':
            return showSignIn(request, reply, { email: form.email, next, fault: wrongCredentials, status: 401 });
          case 'second-factor':
            return reply.redirect(
              `${languagePrefix(request.url)}/sign-in/second-factor?next=${encodeURIComponent(next)}`,
              303,
            );
          case 'signed-in':
            return reply.redirect(next, 303);
        }
      } catch (error) {
        return showSignIn(request, reply, { email: form.email, next, ...faultOf(error) });
      }
    });

    app.get('/sign-in/second-factor', async (request, reply) =>
      showSecondFactor(request, reply, localTarget(textOf(request.query, 'next'))),
    );

    app.post('/sign-in/second-factor', async (request, reply) => {
      const form = secondFactorFormSchema.parse(request.body ?? {});
      const next = localTarget(form.back);
      try {
        const { outcome, cookies } = await auth.secondFactor(form.code, libraryHeaders(request), request.ip);
        if (outcome === 'wrong') return showSecondFactor(request, reply, next, wrongCode, 401);
        passCookies(reply, cookies);
        return reply.redirect(next, 303);
      } catch (error) {
        const { fault, status } = faultOf(error);
        return showSecondFactor(request, reply, next, fault, status);
      }
    });

    app.get('/sign-in/organisation', async (request, reply) => {
      const next = localTarget(textOf(request.query, 'next'));
      try {
        const started = await auth.startOidc(next, libraryHeaders(request), request.ip);
        if (started === undefined) return showSignIn(request, reply, { next, fault: providerAway, status: 503 });
        passCookies(reply, started.cookies);
        return reply.redirect(started.url, 303);
      } catch (error) {
        return showSignIn(request, reply, { next, ...faultOf(error) });
      }
    });

    app.post('/sign-out', async (request, reply) => {
      passCookies(reply, await auth.signOut(libraryHeaders(request)));
      return reply.redirect(languagePrefix(request.url) === '' ? '/' : languagePrefix(request.url), 303);
    });
  };
