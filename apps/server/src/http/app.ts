import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { healthRoutes } from '../areas/health/routes.ts';
import { matterRoutes } from '../areas/matters/routes.ts';
import { rulebookRoutes } from '../areas/rulebook/routes.ts';
import type { Services } from '../services.ts';
import { clientErrorHandler } from './client-error.ts';
import { installErrors } from './errors.ts';
import { installIdentity } from './identity.ts';
import { languageOf } from './language.ts';
import { loggerOptions } from './logging.ts';
import { openApiDocument } from './openapi.ts';

export interface AppOptions {
  /** Where log lines go; nowhere unless told (tests). */
  readonly log?: { readonly level: string; readonly stream?: { write(line: string): void } };
  /** Requests a minute from one address; 0 switches the limit off (benchmarks). */
  readonly requestsPerMinute?: number;
  /** Further areas, for example the public portal and the workspaces. */
  readonly areas?: readonly FastifyPluginAsync[];
}

const largestUpload = 20 * 1024 * 1024;

/** One HTTP service from the rooms; it has no rules of its own. */
export const createApp = async (services: Services, options: AppOptions = {}): Promise<FastifyInstance> => {
  const { config } = services;
  const https = config.publicAddress.startsWith('https:');
  const app = Fastify({
    logger: options.log === undefined ? false : loggerOptions(options.log),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
    clientErrorHandler,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  app.decorateRequest('language', 'zh');
  app.addHook('onRequest', async (request) => {
    request.language = languageOf(request);
  });
  installErrors(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        // A form that starts a sign-in elsewhere is redirected there; browsers count that as its action.
        formAction: ["'self'", ...(config.oidc === undefined ? [] : [new URL(config.oidc.issuer).origin])],
      },
    },
    hsts: https,
    crossOriginOpenerPolicy: https,
    referrerPolicy: { policy: 'same-origin' },
  });
  if ((options.requestsPerMinute ?? 1200) > 0)
    await app.register(rateLimit, { max: options.requestsPerMinute ?? 1200, timeWindow: '1 minute' });
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'] });
  await app.register(formbody);
  await app.register(multipart, { limits: { fileSize: largestUpload, files: 1 } });
  installIdentity(app, services);
  await app.register(swagger, { openapi: openApiDocument(config), transform: jsonSchemaTransform });
  for (const area of [
    healthRoutes(services),
    rulebookRoutes(services),
    matterRoutes(services),
    ...(options.areas ?? []),
  ])
    await app.register(area);
  app.get('/api/openapi.json', { config: { public: true }, schema: { hide: true } }, () => app.swagger());
  return app;
};
