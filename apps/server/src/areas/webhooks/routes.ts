import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  createdWebhookContract,
  newWebhookContract,
  webhookListContract,
  webhookTestContract,
} from '@suanjian/contracts';
import { scopeOf } from '@suanjian/records';
import { text } from '@suanjian/rulebook';
import { asDeliveryFault, deliveryWords } from '../../dispatch/delivery-faults.ts';
import { postToWebhook, secretPlace } from '../../dispatch/webhook.ts';
import { notFound, problem, ProblemError } from '../../http/problem.ts';
import { OutboundFault } from '../../outbound/faults.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import type { Services } from '../../services.ts';
import { administratorOf } from '../notices/member.ts';
import { listWebhooks } from './queries.ts';

const mostWebhooks = 10;
const secretBytes = 32;

const idParameter = z.object({ id: z.string() });
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

const refusedAddress = ({ code, text: why }: OutboundFault): ProblemError =>
  new ProblemError({
    ...problem(422, 'webhook-address', text('地址不能使用', 'The address cannot be used'), why),
    errors: [{ code: `webhook/${code}`, pointer: '/address', text: why }],
  });

const tooMany = (): ProblemError =>
  new ProblemError(
    problem(
      409,
      'webhook-limit',
      text('回调地址太多', 'Too many webhooks'),
      text(`一个单位最多 ${mostWebhooks} 个回调地址。`, `An organisation has at most ${mostWebhooks} webhooks.`),
    ),
  );

/** Asking a foreign address costs a connection, and its answer tells something about it. */
const rarely = { rateLimit: { max: 20, timeWindow: '1 minute' } };

/** Where an organisation wants its notices posted; its administrators decide. */
export const webhookRoutes =
  (
    { store, box, now, newId, random }: Pick<Services, 'store' | 'box' | 'now' | 'newId' | 'random'>,
    outbound: Outbound,
  ): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/webhooks',
      {
        schema: {
          tags: ['webhooks'],
          operationId: 'webhooks.list',
          summary: '回调地址 / Webhooks of one’s own organisation',
          response: { 200: webhookListContract },
        },
      },
      async (request, reply) => {
        const { actor } = administratorOf(request);
        reply.header('cache-control', 'no-store');
        return { items: [...(await store.inScope(scopeOf(actor), listWebhooks))] };
      },
    );

    app.post(
      '/api/webhooks',
      {
        config: rarely,
        schema: {
          tags: ['webhooks'],
          operationId: 'webhooks.create',
          summary: '添加回调地址 / Set up a webhook; its secret is shown only now',
          body: newWebhookContract,
          response: { 201: createdWebhookContract },
        },
      },
      async (request, reply) => {
        const { actor, account, membership } = administratorOf(request);
        const { address } = request.body;
        try {
          await outbound.check(address);
        } catch (error) {
          if (error instanceof OutboundFault) throw refusedAddress(error);
          throw error;
        }
        const [id, at] = [newId(), now()];
        const secret = Buffer.from(random(secretBytes)).toString('base64url');
        const sealed = await box.seal(secret, { kind: 'organisation', id: membership.organisation }, secretPlace(id));
        await store.inScope(scopeOf(actor), async (transaction) => {
          const present = await transaction.selectFrom('webhook').select('id').execute();
          if (present.length >= mostWebhooks) throw tooMany();
          await transaction
            .insertInto('webhook')
            .values({
              id,
              organisation_id: membership.organisation,
              address,
              secret: JSON.stringify(sealed),
              created_by: account,
              created_at: at,
            })
            .execute();
        });
        return reply
          .code(201)
          .header('cache-control', 'no-store')
          .send({ id, address, active: true, createdAt: at, waiting: 0, abandoned: [], secret });
      },
    );

    app.delete(
      '/api/webhooks/:id',
      {
        schema: {
          tags: ['webhooks'],
          operationId: 'webhooks.remove',
          summary: '删除回调地址 / Remove a webhook',
          params: idParameter,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { actor } = administratorOf(request);
        const { id } = request.params;
        if (!isId(id)) throw notFound();
        const { numDeletedRows } = await store.inScope(scopeOf(actor), (transaction) =>
          transaction.deleteFrom('webhook').where('id', '=', id).executeTakeFirst(),
        );
        if (numDeletedRows === 0n) throw notFound();
        return reply.code(204).send();
      },
    );

    app.post(
      '/api/webhooks/:id/test',
      {
        config: rarely,
        schema: {
          tags: ['webhooks'],
          operationId: 'webhooks.test',
          summary: '发送测试消息 / Send a test message',
          params: idParameter,
          response: { 200: webhookTestContract },
        },
      },
      async (request) => {
        const { actor, membership } = administratorOf(request);
        const { id } = request.params;
        if (!isId(id)) throw notFound();
        const webhook = await store.inScope(scopeOf(actor), (transaction) =>
          transaction.selectFrom('webhook').select(['id', 'address', 'secret']).where('id', '=', id).executeTakeFirst(),
        );
        if (webhook === undefined) throw notFound();
        try {
          const status = await postToWebhook({ outbound, box, now }, webhook, {
            id: `test-${newId()}`,
            type: 'test',
            at: now(),
            organisation: membership.organisation,
            subject: text('测试消息', 'Test message'),
            body: text('通知可以送达这个地址。', 'Notices can be delivered to this address.'),
          });
          return { delivered: true, status };
        } catch (error) {
          const { code } = asDeliveryFault(error);
          if (code === 'unexpected') throw error;
          const status = /^status-(\d+)$/.exec(code)?.[1];
          return {
            delivered: false,
            fault: code,
            text: deliveryWords(code),
            ...(status === undefined ? {} : { status: Number(status) }),
          };
        }
      },
    );
  };
