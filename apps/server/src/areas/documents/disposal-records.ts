import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { disposalFile, type DisposalState } from '@suanjian/matters';
import { signedIn } from '../../http/identity.ts';
import { notFound } from '../../http/problem.ts';
import type { Services } from '../../services.ts';

/** What was disposed of, as records that the guard and the decision log take in. The ids of the items are sealed, so taking it is recorded as a reading. */
export const disposalRecordRoutes =
  ({ matters }: Pick<Services, 'matters'>): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/matters/disposal/:id/records.ndjson',
      {
        schema: {
          tags: ['disposal'],
          operationId: 'disposal.records',
          summary:
            '处置记录文件，供日志和守卫读取 / The disposal as records, one JSON object a line; the reading is recorded',
          produces: ['application/x-ndjson'],
          params: z.object({ id: z.string() }),
          querystring: z.object({
            provider: z
              .string()
              .regex(/^[^\p{C}\p{Z}]{1,128}$/u)
              .describe('What the log calls the platform'),
          }),
        },
      },
      async (request, reply) => {
        const { actor } = signedIn(request);
        const { id } = request.params;
        const reading = z.uuid().safeParse(id).success
          ? await matters.read(actor, 'disposal', id, { unseal: ['confidential'] })
          : undefined;
        if (reading === undefined) throw notFound();
        // What the definition of disposals made of its events, less what is a person's.
        const state = reading.state as unknown as DisposalState;
        return reply
          .type('application/x-ndjson; charset=utf-8')
          .header('content-disposition', `attachment; filename="disposal-${reading.id}.ndjson"`)
          .header('cache-control', 'no-store')
          .send(disposalFile(reading.id, request.query.provider, state));
      },
    );
  };
