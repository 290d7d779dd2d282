import { sql } from 'kysely';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Services } from '../../services.ts';

/** For whoever watches the service: alive, and able to work. */
export const healthRoutes =
  ({ store }: Pick<Services, 'store'>): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/healthz',
      {
        config: { rateLimit: false },
        schema: {
          tags: ['service'],
          summary: 'The process is alive',
          response: { 200: z.object({ status: z.literal('alive') }) },
        },
      },
      async () => ({ status: 'alive' as const }),
    );
    app.get(
      '/readyz',
      {
        config: { rateLimit: false },
        schema: {
          tags: ['service'],
          summary: 'The store answers',
          response: { 200: z.object({ status: z.literal('ready'), store: z.string() }) },
        },
      },
      async () => {
        await sql`select 1`.execute(store.database);
        return { status: 'ready' as const, store: store.kind };
      },
    );
  };
