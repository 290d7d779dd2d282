import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { renderDocx, renderPdf } from '@suanjian/documents';
import {
  matterDefinitions,
  type Actor,
  type DocumentModel,
  type MatterState,
  type PaperChild,
  type PaperFacts,
} from '@suanjian/matters';
import type { MatterReading } from '@suanjian/records';
import { civilDateOf, type Language } from '@suanjian/rulebook';
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

const definitions = new Map(matterDefinitions.map((definition) => [definition.kind, definition]));
const kinds: PaperFacts['kinds'] = Object.fromEntries(matterDefinitions.map(({ kind, title }) => [kind, title]));

interface Printing {
  readonly matters: Services['matters'];
  readonly actor: Actor;
  readonly language: Language;
  readonly now: string;
}

const readFor = ({ matters, actor }: Printing, kind: string, id: string) =>
  matters.read(actor, kind, id, { unseal: ['confidential', 'personal'] });

/** What was opened on it, with the papers that its file binds in. */
const childrenOf = (
  { children }: MatterReading,
  annexes: readonly string[],
  printing: Printing,
): Promise<readonly PaperChild[]> =>
  Promise.all(
    children.map(async ({ id, kind, status }): Promise<PaperChild> => {
      const child = { reference: id, kind, status };
      const standing = definitions.get(kind)?.states[status]?.title;
      const reading = annexes.includes(kind) ? await readFor(printing, kind, id) : undefined;
      const paper = reading === undefined ? undefined : await paperOf(reading, printing);
      return {
        ...child,
        ...(standing === undefined ? {} : { standing }),
        ...(paper === undefined ? {} : { paper }),
      };
    }),
  );

/** What a paper tells besides the state: who, when, and what happened, as far as its reader may know it. */
const factsOf = async (
  reading: MatterReading,
  annexes: readonly string[],
  printing: Printing,
): Promise<PaperFacts> => ({
  kinds,
  provider: reading.ownerName ?? '',
  reference: reading.id,
  today: civilDateOf(printing.now),
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
  children: await childrenOf(reading, annexes, printing),
});

/** Undefined for a kind that has no paper, and for who knows of the matter only that they are named to its team. */
const paperOf = async (reading: MatterReading, printing: Printing): Promise<DocumentModel | undefined> => {
  const { document, annexes = [] } = definitions.get(reading.kind) ?? {};
  if (document === undefined || reading.briefing === true) return undefined;
  // What this kind's own definition made of its events, less what the reader may not see.
  const state = reading.state as unknown as MatterState;
  return document(state, printing.language, await factsOf(reading, annexes, printing));
};

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
            const printing = { matters, actor, language: request.language, now: now() };
            const reading = z.uuid().safeParse(id).success ? await readFor(printing, kind, id) : undefined;
            const paper = reading === undefined ? undefined : await paperOf(reading, printing);
            if (paper === undefined) throw notFound();
            return reply
              .type(type)
              .header('content-disposition', `attachment; filename="${kind}-${id}.${ending}"`)
              .header('content-security-policy', "sandbox; default-src 'none'")
              .header('cache-control', 'no-store')
              .send(Buffer.from(await render(paper)));
          },
        );
  };
