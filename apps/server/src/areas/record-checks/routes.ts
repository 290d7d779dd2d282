import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordChecksContract } from '@suanjian/contracts';
import { judgeRecords } from '@suanjian/matters';
import { signedIn } from '../../http/identity.ts';
import { notFound } from '../../http/problem.ts';
import type { Services } from '../../services.ts';

/** The checks that speak of one algorithm, and not of how a provider answers people. */
const ofFiling: ReadonlySet<string> = new Set(['assessment-current', 'lawful-data', 'release-approved']);

/** Verdicts of what the application's own records decide, on the pages of a filing and of a responsibility register. */
export const recordCheckRoutes =
  ({ matters }: Pick<Services, 'matters'>): FastifyPluginAsyncZod =>
  async (app) => {
    for (const kind of ['filing', 'responsibility'] as const)
      app.get(
        `/api/matters/${kind}/:id/record-checks`,
        {
          schema: {
            tags: [kind],
            operationId: `${kind}.recordChecks`,
            summary: '由本系统的记录判断的检查 / Checks that the application’s own records decide',
            description:
              '只依据查看者可以看到的记录。 Of what the reader may see, and nothing else; a finding for people, not a ruling.',
            params: z.object({ id: z.string() }),
            response: { 200: recordChecksContract },
          },
        },
        async (request, reply) => {
          const { actor } = signedIn(request);
          const { id } = request.params;
          const records = z.uuid().safeParse(id).success ? await matters.providerRecords(actor, kind, id) : undefined;
          if (records === undefined) throw notFound();
          reply.header('cache-control', 'no-store');
          return {
            items: judgeRecords(records)
              .filter((result) => kind === 'responsibility' || ofFiling.has(result.id))
              .map(({ findings, clauses, ...result }) => ({
                ...result,
                clauses: [...clauses],
                findings: findings.map(({ text }) => text),
              })),
          };
        },
      );
  };
