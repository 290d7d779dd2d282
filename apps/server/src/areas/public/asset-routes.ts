import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

/** Stylesheet and scripts as built. Their names change with their content, so they may be kept for ever. */
export const assetRoutes =
  (webDirectory: string): FastifyPluginAsync =>
  async (app) => {
    await app.register(fastifyStatic, {
      root: join(webDirectory, 'assets'),
      prefix: '/assets/',
      index: false,
      decorateReply: false,
      // The build puts them there.
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    });
  };
