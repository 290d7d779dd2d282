import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { text } from '@suanjian/rulebook';
import { tooManyAttempts } from '../../auth/attempts.ts';
import type { Auth } from '../../auth/create-auth.ts';
import { authPath, oidcProvider } from '../../auth/engine.ts';
import { libraryHeaders, passCookies } from '../../auth/web-request.ts';
import { problem, ProblemError, unauthenticated } from '../../http/problem.ts';

const signInByPasskey = '/passkey/verify-authentication';

/** What of the library may be asked directly. All else goes through our own routes, or not at all. */
const open: readonly (readonly ['GET' | 'POST', string])[] = [
  ['GET', `/callback/${oidcProvider}`],
  ['GET', '/passkey/generate-register-options'],
  ['POST', '/passkey/verify-registration'],
  ['GET', '/passkey/generate-authenticate-options'],
  ['POST', signInByPasskey],
  ['GET', '/passkey/list-user-passkeys'],
  ['POST', '/passkey/delete-passkey'],
  ['POST', '/passkey/update-passkey'],
];

const asWebRequest = (request: FastifyRequest, publicAddress: string): Request =>
  new Request(new URL(request.url, publicAddress), {
    method: request.method,
    headers: libraryHeaders(request),
    ...(request.method === 'POST' ? { body: JSON.stringify(request.body ?? {}) } : {}),
  });

const passkeyTitle = text('通行密钥没有成功', 'The passkey did not work');

/** The library's refusals, in our words. It answers 500 where a credential is wrong, which is no fault of the server. */
const refusalOf = (path: string, status: number, retryAfter: string | null): ProblemError => {
  if (status === 429) return tooManyAttempts(Number(retryAfter ?? '60'));
  if (status === 403)
    return new ProblemError(
      problem(
        403,
        'sign-in-again',
        passkeyTitle,
        text(
          '登录已超过一小时。为了安全，请重新登录后再操作。',
          'You signed in more than an hour ago. For safety, sign in again first.',
        ),
      ),
    );
  if (status === 401 && path !== signInByPasskey && path !== '/passkey/verify-registration') return unauthenticated();
  return new ProblemError(
    problem(
      status === 401 || status === 404 ? status : 400,
      'passkey',
      passkeyTitle,
      text(
        '通行密钥无法识别、不属于本站，或没有核验本人（指纹、面容或设备密码）。',
        'The passkey is not known, belongs to another site, or did not check its person (fingerprint, face or the device’s code).',
      ),
    ),
  );
};

/** Hands requests to the library and its answers back. */
export const libraryRoutes =
  (auth: Auth, publicAddress: string): FastifyPluginAsync =>
  async (app) => {
    for (const [method, path] of open)
      app.route({
        method,
        url: `${authPath}${path}`,
        config: { public: true },
        handler: async (request, reply) => {
          const answer = await auth.engine.handler(asWebRequest(request, publicAddress));
          if (answer.status >= 400) throw refusalOf(path, answer.status, answer.headers.get('x-retry-after'));
          passCookies(reply, answer.headers);
          reply.code(answer.status).header('cache-control', 'no-store');
          const location = answer.headers.get('location');
          if (location !== null) return reply.header('location', location).send();
          // The library would tell scripts the token that its cookie hides from them.
          if (path === signInByPasskey) return reply.send({ done: true });
          return reply.type('application/json').send(await answer.text());
        },
      });
  };
