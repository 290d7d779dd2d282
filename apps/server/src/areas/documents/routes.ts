import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { renderDocx, renderPdf } from '@suanjian/documents';
import { matterDefinitions, type DocumentModel, type MatterState, type PaperFacts } from '@suanjian/matters';
import type { MatterReading } from '@suanjian/records';
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

/** What a paper tells besides the state: who, when, and what happened, as far as its reader may know it. */
const factsOf = (reading: MatterReading, now: string): PaperFacts => ({
  provider: reading.ownerName ?? '',
  reference: reading.id,
  today: civilDateOf(now),
  timeline: reading.timeline.map(({ at, title, organisation, reason }) => ({
    on: civilDateOf(at),
    title,
    ...(organisation === undefined ? {} : { by: organisation }),
    ...(reason === undefined ? {} : { reason }),
  })),
  clocks: reading.clocks.map(({ title, clause, due, endedOn }) => ({
    title,
    clause,
    due,
    ...(endedOn === undefined ? {} : { endedOn }),
  })),
  children: reading.children.map(({ id, kind, status }) => ({ reference: id, kind, status })),
});

/** Papers about matters, of every kind that says how it is printed. Making one shows all that is sealed in the matter to whoever asks, so it is recorded as a reading of each value. */
export const documentRoutes =
  ({ matters, now }: Pick<Services, 'matters' | 'now'>): FastifyPluginAsyncZod =>
  async (app) => {
    for (const { kind, title, document } of matterDefinitions)
      for (const { ending, type, render } of document === undefined ? [] : formats)
        app.get(
          `/api/matters/${kind}/:id/document.${ending}`,
          {
            // Setting a paper takes a while of the one thread that answers everybody.
            config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
            schema: {
              tags: [kind],
              operationId: `${kind}.document.${ending}`,
              summary: `${title.zh}（${ending.toUpperCase()}） / ${title.en} as ${ending.toUpperCase()}; the reading is recorded`,
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
            if (reading === undefined || document === undefined) throw notFound();
            // What this kind's own definition made of its events, less what the reader may not see.
            const state = reading.state as unknown as MatterState;
            const paper = document(state, request.language, factsOf(reading, now()));
            return reply
              .type(type)
              .header('content-disposition', `attachment; filename="${kind}-${reading.id}.${ending}"`)
              .header('content-security-policy', "sandbox; default-src 'none'")
              .header('cache-control', 'no-store')
              .send(Buffer.from(await render(paper)));
          },
        );
  };
