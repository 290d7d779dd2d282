import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noticeListContract, noticePreferenceContract, unreadContract } from '@suanjian/contracts';
import { scopeOf } from '@suanjian/records';
import { notFound } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { memberOf } from './member.ts';
import { countUnread, listNotices, preferenceOf } from './queries.ts';

const listQuery = z.object({
  unread: z.enum(['true', 'false']).optional().describe('Only what one has not read'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  lang: z.string().optional(),
});

/** Anything that is no number of a notice is a notice that does not exist. */
const noticeNumber = (id: string): number | undefined => (/^\d{1,15}$/.test(id) ? Number(id) : undefined);

/** What an organisation was told, and what each member has read of it. */
export const noticeRoutes =
  ({ store, now }: Pick<Services, 'store' | 'now'>): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/notices',
      {
        schema: {
          tags: ['notices'],
          operationId: 'notices.list',
          summary: '本单位的通知 / Notices of one’s own organisation, the newest first',
          querystring: listQuery,
          response: { 200: noticeListContract },
        },
      },
      async (request, reply) => {
        const { actor } = memberOf(request);
        const { unread, page } = request.query;
        reply.header('cache-control', 'no-store');
        return store.inScope(scopeOf(actor), (transaction) =>
          listNotices(transaction, { unread: unread === 'true', page }),
        );
      },
    );

    app.post(
      '/api/notices/:id/read',
      {
        schema: {
          tags: ['notices'],
          operationId: 'notices.read',
          summary: '标为已读 / Mark a notice as read',
          params: z.object({ id: z.string() }),
          response: { 200: unreadContract },
        },
      },
      async (request) => {
        const { actor, account } = memberOf(request);
        const id = noticeNumber(request.params.id);
        if (id === undefined) throw notFound();
        return store.inScope(scopeOf(actor), async (transaction) => {
          const notice = await transaction.selectFrom('notice').select('id').where('id', '=', id).executeTakeFirst();
          if (notice === undefined) throw notFound();
          await transaction
            .insertInto('notice_read')
            .values({ notice_id: notice.id, account_id: account, at: now() })
            .onConflict((conflict) => conflict.columns(['notice_id', 'account_id']).doNothing())
            .execute();
          return { unread: await countUnread(transaction) };
        });
      },
    );

    app.get(
      '/api/notices/preferences',
      {
        schema: {
          tags: ['notices'],
          operationId: 'notices.preferences',
          summary: '通知设置 / How one wants notices',
          response: { 200: noticePreferenceContract },
        },
      },
      async (request, reply) => {
        const { actor } = memberOf(request);
        reply.header('cache-control', 'no-store');
        return store.inScope(scopeOf(actor), preferenceOf);
      },
    );

    app.put(
      '/api/notices/preferences',
      {
        schema: {
          tags: ['notices'],
          operationId: 'notices.choose',
          summary: '更改通知设置 / Change how one wants notices',
          body: noticePreferenceContract,
          response: { 200: noticePreferenceContract },
        },
      },
      async (request) => {
        const { actor, account, membership } = memberOf(request);
        const { mail, language } = request.body;
        return store.inScope(scopeOf(actor), async (transaction) => {
          await transaction
            .insertInto('notice_preference')
            .values({ account_id: account, organisation_id: membership.organisation, mail, language })
            .onConflict((conflict) =>
              conflict.columns(['account_id', 'organisation_id']).doUpdateSet({ mail, language }),
            )
            .execute();
          return preferenceOf(transaction);
        });
      },
    );
  };
