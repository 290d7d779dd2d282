import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { ServerConfig } from '../config.ts';

/** The head of the OpenAPI document; its paths come from the routes. */
export const openApiDocument = ({
  publicAddress,
}: Pick<ServerConfig, 'publicAddress'>): NonNullable<FastifyDynamicSwaggerOptions['openapi']> => ({
  openapi: '3.1.0',
  info: {
    title: 'Suanjian 算鉴',
    version: '0.1.0',
    description:
      'The working system for governing recommendation algorithms. Matters, their commands and forms come from their definitions. Errors are problems (RFC 9457) in Chinese and English, with JSON pointers.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: publicAddress }],
  components: {
    securitySchemes: {
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'suanjian.session_token',
        description: 'Session of a signed-in person; over https its name begins with __Secure-',
      },
      operator: {
        type: 'http',
        scheme: 'bearer',
        description: 'Local operator: the token of the run file, from this machine only',
      },
    },
  },
});
