import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  codeSchema,
  passwordChangeSchema,
  passwordConfirmationSchema,
  recoveryCodesSchema,
  secondFactorStartSchema,
} from '@suanjian/contracts';
import type { Auth } from '../../auth/create-auth.ts';
import { libraryHeaders, passCookies } from '../../auth/web-request.ts';
import { done, personOf, tags } from './person.ts';

/** With what somebody proves who they are: password, second factor, the sign-in of their organisation. */
export const proofRoutes =
  (auth: Auth): FastifyPluginAsyncZod =>
  async (app) => {
    const answerWith = (reply: FastifyReply, cookies: Headers): { done: true } => {
      passCookies(reply, cookies);
      return { done: true };
    };

    app.post(
      '/api/me/password',
      {
        schema: {
          tags,
          operationId: 'account.changePassword',
          summary: '修改密码 / Change the password; other sessions end',
          body: passwordChangeSchema,
          response: { 200: done },
        },
      },
      async (request, reply) =>
        answerWith(
          reply,
          await auth.changePassword(
            personOf(request),
            request.body.current,
            request.body.next,
            libraryHeaders(request),
            request.ip,
          ),
        ),
    );

    app.post(
      '/api/me/second-factor',
      {
        schema: {
          tags,
          operationId: 'account.startSecondFactor',
          summary: '开始设置二次验证 / Begin to set up a second factor',
          body: passwordConfirmationSchema,
          response: { 200: secondFactorStartSchema },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return auth.startSecondFactor(personOf(request), request.body.password, libraryHeaders(request));
      },
    );

    app.post(
      '/api/me/second-factor/confirm',
      {
        schema: {
          tags,
          operationId: 'account.confirmSecondFactor',
          summary: '确认二次验证 / Confirm it with a first code',
          body: codeSchema,
          response: { 200: done },
        },
      },
      async (request, reply) =>
        answerWith(
          reply,
          await auth.confirmSecondFactor(personOf(request), request.body.code, libraryHeaders(request)),
        ),
    );

    app.post(
      '/api/me/second-factor/remove',
      {
        schema: {
          tags,
          operationId: 'account.removeSecondFactor',
          summary: '停用二次验证 / Do without the second factor',
          body: passwordConfirmationSchema,
          response: { 200: done },
        },
      },
      async (request, reply) =>
        answerWith(
          reply,
          await auth.removeSecondFactor(personOf(request), request.body.password, libraryHeaders(request)),
        ),
    );

    app.post(
      '/api/me/recovery-codes',
      {
        schema: {
          tags,
          operationId: 'account.renewRecoveryCodes',
          summary: '更换恢复码 / New recovery codes; the old ones end',
          body: passwordConfirmationSchema,
          response: { 200: recoveryCodesSchema },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return {
          recoveryCodes: await auth.renewRecoveryCodes(
            personOf(request),
            request.body.password,
            libraryHeaders(request),
          ),
        };
      },
    );

    app.post(
      '/api/me/identity-provider',
      {
        schema: {
          tags,
          operationId: 'account.linkIdentityProvider',
          summary: '关联单位统一登录 / Link the sign-in of the organisation; answers where to go',
          response: { 200: z.object({ url: z.string() }).readonly() },
        },
      },
      async (request, reply) => {
        personOf(request);
        const { url, cookies } = await auth.linkOidc(libraryHeaders(request));
        passCookies(reply, cookies);
        return { url };
      },
    );
  };
