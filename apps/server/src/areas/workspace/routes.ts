import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';

/** The workspaces are one page; which screen it shows is in the address and read by its script. */
export const workspaceRoutes =
  (webDirectory: string): FastifyPluginAsync =>
  async (app) => {
    const page = await readFile(join(webDirectory, 'workspace.html'), 'utf8');
    for (const url of ['/workspace', '/workspace/*'])
      app.get(url, { schema: { hide: true } }, (_request, reply) =>
        reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
      );
  };
