import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { verifyMatters } from '@suanjian/records';
import { text } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { forbidden } from '../../http/problem.ts';
import type { Services } from '../../services.ts';

const verificationSchema = z.object({
  matters: z.number().int(),
  events: z.number().int(),
  faults: z.array(
    z.object({
      matter: z.string(),
      position: z.number().int(),
      fault: z.enum(['gap', 'previous', 'hash', 'head', 'empty']),
    }),
  ),
});

/** Recomputes the hash chain of every stream, for whoever runs the installation. */
export const verificationRoutes =
  ({ store }: Pick<Services, 'store'>): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/administration/verify',
      {
        schema: {
          tags: ['administration'],
          operationId: 'administration.verify',
          summary: '校验全部事项的记录 / Verify the record of every matter',
          response: { 200: verificationSchema },
        },
      },
      async (request) => {
        if (signedIn(request).actor.kind !== 'operator')
          throw forbidden(text('只有本机操作员可以校验。', 'Only the local operator may verify.'));
        const { matters, events, faults } = await verifyMatters(store.database);
        return { matters, events, faults: [...faults] };
      },
    );
  };
