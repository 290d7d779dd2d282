import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { chooseOrganisationSchema, meSchema, sessionListSchema, type MeAnswer } from '@suanjian/contracts';
import type { AccountId } from '@suanjian/matters';
import { text } from '@suanjian/rulebook';
import type { Auth } from '../../auth/create-auth.ts';
import { oidcProvider } from '../../auth/engine.ts';
import { organisationCookie, sessionOf } from '../../auth/identification.ts';
import { libraryHeaders, passCookies } from '../../auth/web-request.ts';
import { signedIn } from '../../http/identity.ts';
import { forbidden } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { done, personOf, tags } from './person.ts';
import { proofRoutes } from './proofs.ts';

const choiceSeconds = 365 * 24 * 3600;
/** What somebody sees and does about their own account. */
export const accountRoutes =
  ({ config, store }: Pick<Services, 'config' | 'store'>, auth: Auth): FastifyPluginAsyncZod =>
  async (app) => {
    const accountFacts = async (
      account: AccountId,
    ): Promise<Pick<MeAnswer, 'secondFactor' | 'password' | 'identityProvider'>> => {
      const user = await store.database
        .selectFrom('auth_user')
        .select('two_factor_enabled')
        .where('id', '=', account)
        .executeTakeFirst();
      const ways = await store.database
        .selectFrom('auth_credential')
        .select('provider_id')
        .where('user_id', '=', account)
        .execute();
      const has = (provider: string): boolean => ways.some(({ provider_id }) => provider_id === provider);
      return {
        secondFactor: user?.two_factor_enabled ?? false,
        password: has('credential'),
        ...(auth.oidcName === undefined
          ? {}
          : { identityProvider: { name: auth.oidcName, linked: has(oidcProvider) } }),
      };
    };

    app.get(
      '/api/me',
      {
        schema: {
          tags,
          operationId: 'account.me',
          summary: '我是谁 / Who is signed in, and for whom they act',
          response: { 200: meSchema },
        },
      },
      async (request, reply) => {
        const { actor, email, memberships } = signedIn(request);
        reply.header('cache-control', 'no-store');
        if (actor.kind !== 'person')
          return { kind: 'operator' as const, memberships: [], secondFactor: false, password: false };
        // Whoever works keeps the session alive; here its cookie is renewed.
        const { headers } = await auth.engine.api.getSession({ headers: libraryHeaders(request), returnHeaders: true });
        passCookies(reply, headers);
        return {
          kind: 'person' as const,
          account: actor.account,
          name: actor.name,
          ...(email === undefined ? {} : { email }),
          ...(actor.membership === undefined ? {} : { actsFor: actor.membership.organisation }),
          memberships,
          ...(await accountFacts(actor.account)),
        };
      },
    );

    app.post(
      '/api/me/organisation',
      {
        schema: {
          tags,
          operationId: 'account.choose',
          summary: '选择代表的单位 / Choose for which organisation to act',
          body: chooseOrganisationSchema,
          response: { 200: done },
        },
      },
      async (request, reply) => {
        personOf(request);
        const { organisation } = request.body;
        if (!request.identity.memberships.some((membership) => membership.organisation === organisation))
          throw forbidden(text('您不是这个单位的成员。', 'You are not a member of this organisation.'));
        reply.setCookie(organisationCookie, organisation, {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure: config.publicAddress.startsWith('https:'),
          maxAge: choiceSeconds,
        });
        return { done: true as const };
      },
    );

    app.get(
      '/api/me/sessions',
      {
        schema: {
          tags,
          operationId: 'account.sessions',
          summary: '登录中的设备 / Where the account is signed in',
          response: { 200: sessionListSchema },
        },
      },
      async (request) => ({ sessions: await auth.listSessions(personOf(request), sessionOf(request.identity)) }),
    );

    app.delete(
      '/api/me/sessions/:id',
      {
        schema: {
          tags,
          operationId: 'account.endSession',
          summary: '结束一次登录 / End a session',
          params: z.object({ id: z.string().max(100) }),
          response: { 200: done },
        },
      },
      async (request) => {
        await auth.revokeSession(personOf(request), request.params.id);
        return { done: true as const };
      },
    );

    app.delete(
      '/api/me/sessions',
      {
        schema: {
          tags,
          operationId: 'account.endOtherSessions',
          summary: '结束其他登录 / End all sessions but this one',
          response: { 200: z.object({ ended: z.number().int() }).readonly() },
        },
      },
      async (request) => ({ ended: await auth.revokeOtherSessions(personOf(request), sessionOf(request.identity)) }),
    );
    await app.register(proofRoutes(auth));
  };
