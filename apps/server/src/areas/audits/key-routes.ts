import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { auditKeyContract, auditKeyListContract, newAuditKeyContract } from '@suanjian/contracts';
import { addAuditKey, listAuditKeys, retireAuditKey, scopeOf } from '@suanjian/records';
import { notFound } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { keyAnswer, keyIsRetired, readAuditKey } from './audit-keys.ts';
import { keepsKeys, ofProvider } from './parties.ts';

/** The keys that an organisation's result bundles are signed with. None is ever forgotten: who added and who retired it, and when, stays. */
export const auditKeyRoutes =
  ({ store, now, newId }: Pick<Services, 'store' | 'now' | 'newId'>): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/audits/keys',
      {
        schema: {
          tags: ['audits'],
          operationId: 'audits.keys',
          summary: '结果包的验证公钥 / Keys that result bundles are checked with',
          response: { 200: auditKeyListContract },
        },
      },
      async (request, reply) => {
        const { actor } = ofProvider(request);
        const keys = await store.inScope(scopeOf(actor), listAuditKeys);
        reply.header('cache-control', 'no-store');
        return { items: keys.map(keyAnswer) };
      },
    );

    app.post(
      '/api/audits/keys',
      {
        schema: {
          tags: ['audits'],
          operationId: 'audits.addKey',
          summary: '登记验证公钥 / Register a verification key',
          body: newAuditKeyContract,
          response: { 200: auditKeyContract, 201: auditKeyContract },
        },
      },
      async (request, reply) => {
        const { actor, account, membership } = keepsKeys(request);
        const { encoded } = readAuditKey(request.body.vkey);
        const { outcome, key } = await store.inScope(scopeOf(actor), (transaction) =>
          addAuditKey(transaction, {
            id: newId(),
            organisation: membership.organisation,
            vkey: encoded,
            by: account,
            at: now(),
          }),
        );
        if (outcome === 'retired') throw keyIsRetired();
        return reply.code(outcome === 'added' ? 201 : 200).send(keyAnswer(key));
      },
    );

    app.post(
      '/api/audits/keys/:id/retire',
      {
        schema: {
          tags: ['audits'],
          operationId: 'audits.retireKey',
          summary: '停用验证公钥 / Retire a verification key; it stays, with its time',
          params: z.object({ id: z.string() }),
          response: { 200: auditKeyContract },
        },
      },
      async (request) => {
        const { actor, account } = keepsKeys(request);
        const { id } = request.params;
        if (!z.uuid().safeParse(id).success) throw notFound();
        const key = await store.inScope(scopeOf(actor), (transaction) =>
          retireAuditKey(transaction, { id, by: account, at: now() }),
        );
        if (key === undefined) throw notFound();
        return keyAnswer(key);
      },
    );
  };
