import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { FormPageModel, SignInPages } from '@suanjian/contracts';
import type { Store } from '@suanjian/records';
import { accountRoutes } from '../../areas/account/routes.ts';
import { administrationRoutes } from '../../areas/administration/routes.ts';
import { memberRoutes } from '../../areas/members/routes.ts';
import { signInRoutes } from '../../areas/sign-in/routes.ts';
import { readConfig } from '../../config.ts';
import { installErrors } from '../../http/errors.ts';
import { installIdentity } from '../../http/identity.ts';
import { languageOf } from '../../http/language.ts';
import { loggerOptions } from '../../http/logging.ts';
import type { Auth } from '../create-auth.ts';
import { publicAddress } from './test-auth.ts';

const fieldsOf = ({ fields }: FormPageModel): string => fields.map(({ name, value }) => `${name}=${value}`).join(' ');

/** Pages as plain lines: what they say can be read off, how they look is the web's. */
export const plainPages: SignInPages = {
  signInPage: ({ action, back, error, organisation }, { language }) =>
    `sign-in ${action} back=${back} error=${error?.[language] ?? ''} organisation=${organisation?.href ?? ''}`,
  secondFactorPage: ({ action, back, error }, { language }) =>
    `second-factor ${action} back=${back} error=${error?.[language] ?? ''}`,
  formPage: (model, { language }) =>
    `form ${model.action} ${model.title[language]} [${fieldsOf(model)}] error=${model.error?.[language] ?? ''}`,
  messagePage: ({ title, paragraphs, link }, { language }) =>
    `message ${title[language]}: ${paragraphs.map((each) => each[language]).join(' ')} ${link?.href ?? ''}`,
};

/** A server of nothing but the areas of signing in, with the real hooks before them; its log is kept. */
export const createTestApp = async (store: Store, auth: Auth, log: string[] = []): Promise<FastifyInstance> => {
  const config = readConfig({ PUBLIC_ADDRESS: publicAddress }, '/nowhere');
  const app = Fastify({
    logger: loggerOptions({ level: 'info', stream: { write: (line) => log.push(line) } }),
    trustProxy: false,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  await app.register(formbody);
  app.decorateRequest('language', 'zh');
  app.addHook('onRequest', async (request) => {
    request.language = languageOf(request);
  });
  installErrors(app);
  installIdentity(app, { identification: auth.identification, config });
  for (const area of [
    signInRoutes({ config }, auth, plainPages),
    accountRoutes({ config, store }, auth),
    memberRoutes(auth),
    administrationRoutes({ store }, auth),
  ])
    await app.register(area);
  await app.ready();
  return app;
};

/** A browser as far as these tests need one: it keeps cookies and says where it comes from. */
export const createBrowser = (app: FastifyInstance, remoteAddress = '192.0.2.7') => {
  const jar = new Map<string, string>();
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    headers: Readonly<Record<string, string>>,
    payload?: string,
  ) => {
    const response = await app.inject({
      method,
      url,
      remoteAddress,
      headers: {
        host: new URL(publicAddress).host,
        ...(method === 'GET' ? {} : { origin: publicAddress }),
        ...(jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) jar.delete(name);
      else jar.set(name, encodeURIComponent(value));
    }
    return response;
  };
  return {
    jar,
    get: (url: string, headers: Readonly<Record<string, string>> = {}) => send('GET', url, headers),
    submit: (url: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
      send(
        'POST',
        url,
        { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        new URLSearchParams(fields).toString(),
      ),
    send: (
      method: 'POST' | 'PUT' | 'DELETE',
      url: string,
      body?: unknown,
      headers: Readonly<Record<string, string>> = {},
    ) =>
      body === undefined
        ? send(method, url, headers)
        : send(method, url, { 'content-type': 'application/json', ...headers }, JSON.stringify(body)),
  };
};

export type TestBrowser = ReturnType<typeof createBrowser>;
