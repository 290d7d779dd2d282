import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { calendarFeedContract } from '@suanjian/contracts';
import { scopeOf } from '@suanjian/records';
import { civilDateOf, languages } from '@suanjian/rulebook';
import { matterAddress } from '../../dispatch/matter-address.ts';
import { notFound } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { memberOf, type Member } from '../notices/member.ts';
import { calendarFile } from './calendar-file.ts';
import { openClocks } from './open-clocks.ts';
import { readerOf } from './reader.ts';
import { feedToken } from './tokens.ts';

const filePattern = /^([\w-]{43})\.ics$/;

/** The deadlines of an organisation for calendar programs, at an address that is secret: the programs cannot sign in. */
export const calendarFeedRoutes =
  ({
    store,
    keyring,
    config,
    definitions,
    now,
  }: Pick<Services, 'store' | 'keyring' | 'config' | 'definitions' | 'now'>): FastifyPluginAsyncZod =>
  async (app) => {
    const addressFor = async (member: Member, renew: boolean): Promise<{ address: string }> => {
      const key = await keyring.keyFor({ kind: 'person', id: member.account });
      return { address: `${config.publicAddress}/calendar/${await feedToken(store, member, key, now(), renew)}.ics` };
    };

    app.get(
      '/api/calendar-feed',
      {
        schema: {
          tags: ['calendar-feed'],
          operationId: 'calendarFeed.address',
          summary: '日历订阅地址 / The secret address of one’s calendar',
          response: { 200: calendarFeedContract },
        },
      },
      async (request, reply) => {
        const member = memberOf(request);
        reply.header('cache-control', 'no-store');
        return addressFor(member, false);
      },
    );

    app.post(
      '/api/calendar-feed/renew',
      {
        schema: {
          tags: ['calendar-feed'],
          operationId: 'calendarFeed.renew',
          summary: '更换订阅地址 / Make a new address; the old one opens nothing any more',
          response: { 200: calendarFeedContract },
        },
      },
      async (request, reply) => {
        const member = memberOf(request);
        reply.header('cache-control', 'no-store');
        return addressFor(member, true);
      },
    );

    app.get(
      '/calendar/:file',
      {
        schema: {
          tags: ['calendar-feed'],
          operationId: 'calendarFeed.read',
          summary: '日历文件 / The calendar itself (text/calendar)',
          params: z.object({ file: z.string() }),
          querystring: z.object({
            lang: z.enum(languages).optional().catch(undefined).describe('The member’s own language unless told'),
          }),
        },
      },
      async (request, reply) => {
        const token = filePattern.exec(request.params.file)?.[1];
        const reader = token === undefined ? undefined : await readerOf(store, token);
        if (reader === undefined) throw notFound();
        const { account, membership, organisationName } = reader;
        const clocks = await store.inScope(scopeOf({ kind: 'person', account, name: '', membership }), (transaction) =>
          openClocks(transaction, membership),
        );
        const file = calendarFile({
          clocks,
          definitions,
          organisation: organisationName,
          language: request.query.lang ?? reader.language,
          today: civilDateOf(now()),
          addressOf: (kind, id) => matterAddress(config, kind, id),
        });
        const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`;
        reply
          .header('etag', etag)
          .header('cache-control', 'private, no-cache')
          .header('x-robots-tag', 'noindex')
          .header('referrer-policy', 'no-referrer');
        if (request.headers['if-none-match'] === etag) return reply.code(304).send();
        return reply
          .type('text/calendar; charset=utf-8')
          .header('content-disposition', 'inline; filename="suanjian.ics"')
          .send(file);
      },
    );
  };
