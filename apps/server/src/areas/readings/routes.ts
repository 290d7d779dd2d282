import { sql } from 'kysely';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { scopeOf } from '@suanjian/records';
import { civilDateOf } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { notFound } from '../../http/problem.ts';
import type { Services } from '../../services.ts';

interface ReadingRow {
  readonly pointer: string;
  readonly secrecy: string;
  readonly at: string;
  readonly organisation: string | null;
  readonly own: boolean;
  readonly account_id: string | null;
  readonly deferred_until: string | null;
}

const mostReadings = 1000;

/**
 * Who opened which sealed field and when: shown to the owner of the matter as to the office (draft/25, final/29), to the owner after the day to which
 * a team has put it off (campaign/3). Accounts are named to their own side only.
 */
export const readingRoutes =
  ({ store, matters, definitions, now }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    for (const { kind } of definitions)
      app.get(
        `/api/matters/${kind}/:id/readings`,
        {
          schema: {
            tags: [kind],
            operationId: `${kind}.readings`,
            summary: '谁看过保密内容 / Who has opened sealed fields',
            params: z.object({ id: z.string() }),
          },
        },
        async (request, reply) => {
          const { actor } = signedIn(request);
          const { id } = request.params;
          const reading = z.uuid().safeParse(id).success ? await matters.read(actor, kind, id) : undefined;
          if (reading === undefined) throw notFound();
          const own = actor.kind === 'person' ? (actor.membership?.organisation ?? null) : null;
          // Without the day row security shows nothing that is told late.
          const rows = await store.inScope({ ...scopeOf(actor), today: civilDateOf(now()) }, async (transaction) => {
            const { rows: found } = await sql<ReadingRow>`
              select reading.pointer, reading.secrecy, reading.at, names.name as organisation, reading.organisation_id = ${own}::uuid as own, reading.account_id, reading.deferred_until
              from reading
              left join lateral organisation_names(array[reading.organisation_id]) as names on true
              where reading.matter_id = ${id} order by reading.at desc, reading.id desc limit ${mostReadings}`.execute(
              transaction,
            );
            return found;
          });
          reply.header('cache-control', 'no-store');
          return {
            readings: rows.map(
              ({ pointer, secrecy, at, organisation, own: mine, account_id: account, deferred_until: told }) => ({
                pointer,
                secrecy,
                at,
                organisation,
                ...(mine && account !== null ? { account } : {}),
                ...(told === null ? {} : { toldAfter: told }),
              }),
            ),
          };
        },
      );
  };
