import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { renderDocx, renderPdf } from '@suanjian/documents';
import { assessmentDocument, type AssessmentState, type DocumentModel } from '@suanjian/matters';
import { civilDateOf } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { notFound } from '../../http/problem.ts';
import type { Services } from '../../services.ts';

interface Format {
  readonly ending: 'pdf' | 'docx';
  readonly type: string;
  readonly render: (model: DocumentModel) => Uint8Array | Promise<Uint8Array>;
}

const formats: readonly Format[] = [
  { ending: 'pdf', type: 'application/pdf', render: (model) => renderPdf(model).bytes },
  {
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: renderDocx,
  },
];

const kind = 'assessment';

/** Papers about matters. Making one shows all that is sealed in the matter to whoever asks, so it is recorded as a reading of each value. */
export const documentRoutes =
  ({ matters, now }: Pick<Services, 'matters' | 'now'>): FastifyPluginAsyncZod =>
  async (app) => {
    for (const { ending, type, render } of formats)
      app.get(
        `/api/matters/${kind}/:id/document.${ending}`,
        {
          // Setting a paper takes a while of the one thread that answers everybody.
          config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
          schema: {
            tags: [kind],
            operationId: `${kind}.document.${ending}`,
            summary: `评估报告（${ending.toUpperCase()}） / The report as ${ending.toUpperCase()}; the reading is recorded`,
            produces: [type],
            params: z.object({ id: z.string() }),
            querystring: z.object({ lang: z.string().optional() }),
          },
        },
        async (request, reply) => {
          const { actor } = signedIn(request);
          const { id } = request.params;
          const reading = z.uuid().safeParse(id).success
            ? await matters.read(actor, kind, id, { unseal: ['confidential', 'personal'] })
            : undefined;
          if (reading === undefined) throw notFound();
          // What this kind's own definition made of its events, less what the reader may not see.
          const state = reading.state as unknown as AssessmentState;
          const paper = assessmentDocument(state, request.language, {
            provider: reading.ownerName ?? '',
            reference: reading.id,
            today: civilDateOf(now()),
          });
          return reply
            .type(type)
            .header('content-disposition', `attachment; filename="assessment-${reading.id}.${ending}"`)
            .header('content-security-policy', "sandbox; default-src 'none'")
            .header('cache-control', 'no-store')
            .send(Buffer.from(await render(paper)));
        },
      );
  };
