import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  auditBundleContract,
  auditComparisonContract,
  auditStandingContract,
  keptAuditBundleContract,
  largestBundle,
  newAuditBundleContract,
} from '@suanjian/contracts';
import {
  findAuditBundle,
  keepAuditBundle,
  listAuditBundles,
  listAuditKeys,
  scopeOf,
  type AuditBundleNote,
} from '@suanjian/records';
import type { Refusal } from '@suanjian/matters';
import { civilDateOf, text, type CivilDate } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { notFound, problem, ProblemError } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { checkBundle, type CheckedBundle } from './check-bundle.ts';
import { findFiling } from './filing.ts';
import { auditKeyRoutes } from './key-routes.ts';
import { comparisonOf } from './comparison.ts';
import { sendsBundles } from './parties.ts';
import { bundleOf, bundleStatements, clausesOf, entryAnswer } from './standing.ts';
import { unlessErased } from './unless-erased.ts';

/** Of one filing, the newest; what is older is counted and can be asked for one by one. */
const mostBundles = 60;

/** JSON of a note is longer than the note: every quotation mark is escaped. */
const longestBody = 2 * largestBundle;

/** Checking costs reading and arithmetic on whatever was sent. */
const rarely = { rateLimit: { max: 60, timeWindow: '1 minute' } };

const refused = (errors: readonly Refusal[]): ProblemError =>
  new ProblemError({
    ...problem(422, 'refused', text('结果包没有接收', 'The bundle was not accepted')),
    errors,
  });

const tooLarge = (): ProblemError =>
  new ProblemError(
    problem(
      413,
      'too-large',
      text('内容太大', 'Too large'),
      text('结果包不能超过 1 MB。', 'A bundle has at most 1 MB.'),
    ),
  );

const notYours: Refusal = {
  code: 'bundle/filing',
  pointer: '/bundle/filing',
  text: text(
    '结果包所写的备案不属于本单位。请用备案编号或事项编号（--filing）重新生成。',
    'The filing that the bundle names is none of your organisation. Make it again with the number or the id of the filing (--filing).',
  ),
};

const logOf = ({ bundle: { data }, signer }: CheckedBundle) =>
  data.kind === 'log'
    ? {
        log: {
          origin: data.provider === null ? signer.name : `${signer.name} ${data.provider}`,
          treeSize: data.treeSize,
          root: data.root,
          from: data.from as CivilDate,
          to: data.to as CivilDate,
        },
      }
    : {};

/** Results of a provider's audits, for the provider and the offices that see the filing, and for nobody else. */
export const auditRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, keyring, now, newId, random } = services;
    await app.register(auditKeyRoutes(services));

    app.post(
      '/api/audits/bundles',
      {
        bodyLimit: longestBody,
        config: rarely,
        schema: {
          tags: ['audits'],
          operationId: 'audits.send',
          summary: '上传签名的审计结果包 / Send a signed result bundle for a filing; the same one twice is one',
          consumes: ['text/plain', 'application/json'],
          body: newAuditBundleContract,
          response: { 200: keptAuditBundleContract, 201: keptAuditBundleContract },
        },
      },
      async (request, reply) => {
        const { actor, account, membership } = sendsBundles(request);
        const { organisation } = membership;
        const note = typeof request.body === 'string' ? request.body : request.body.note;
        if (Buffer.byteLength(note) > largestBundle) throw tooLarge();
        const kept = await store.inScope(scopeOf(actor), async (transaction) => {
          const { bundle, checked, faults } = checkBundle(note, await listAuditKeys(transaction), civilDateOf(now()));
          const filing = bundle === undefined ? undefined : await findFiling(transaction, bundle.filing);
          const isOwn = filing?.owner === organisation;
          if (checked === undefined || filing === undefined || !isOwn)
            throw refused(bundle === undefined || isOwn ? faults : [...faults, notYours]);
          const outcome = await keepAuditBundle(
            transaction,
            {
              id: newId(),
              organisation,
              matter: filing.id,
              vkey: checked.signer.encoded,
              note,
              by: account,
              at: now(),
              ...logOf(checked),
            },
            keyring,
            random,
          );
          return { ...outcome, filing: filing.id };
        });
        return reply
          .code(kept.already ? 200 : 201)
          .header('cache-control', 'no-store')
          .send(kept);
      },
    );

    app.get(
      '/api/audits',
      {
        schema: {
          tags: ['audits'],
          operationId: 'audits.standing',
          summary: '一项备案的审计结论 / What the audits of a filing say, clause by clause, over time',
          querystring: z.object({ filing: z.string().min(1).max(200) }),
          response: { 200: auditStandingContract },
        },
      },
      async (request, reply) => {
        const { actor } = signedIn(request);
        const found = await unlessErased(() =>
          store.inScope(scopeOf(actor), async (transaction) => {
            const filing = await findFiling(transaction, request.query.filing);
            return filing === undefined
              ? undefined
              : {
                  filing,
                  ...(await listAuditBundles(transaction, keyring, { matter: filing.id, most: mostBundles })),
                };
          }),
        );
        if (found === undefined) throw notFound();
        const { filing, total } = found;
        const bundles = found.bundles.map((kept) => ({ kept, bundle: bundleOf(kept) }));
        reply.header('cache-control', 'no-store');
        return {
          filing: {
            id: filing.id,
            title: filing.title,
            ...(filing.number === undefined ? {} : { number: filing.number }),
          },
          clauses: clausesOf(bundles),
          bundles: bundles.map(({ kept, bundle }) => entryAnswer(kept, bundle)),
          total,
          statements: [...bundleStatements],
        };
      },
    );

    const find = async (request: Parameters<typeof signedIn>[0], id: string): Promise<AuditBundleNote> => {
      const { actor } = signedIn(request);
      if (!z.uuid().safeParse(id).success) throw notFound();
      const found = await unlessErased(() =>
        store.inScope(scopeOf(actor), (transaction) => findAuditBundle(transaction, keyring, id)),
      );
      if (found === undefined) throw notFound();
      return found;
    };
    const params = z.object({ id: z.string() });

    app.get(
      '/api/audits/bundles/:id',
      {
        schema: {
          tags: ['audits'],
          operationId: 'audits.bundle',
          summary: '一份结果包的全部内容 / One whole bundle, with its signed note',
          params,
          response: { 200: auditBundleContract },
        },
      },
      async (request, reply) => {
        const kept = await find(request, request.params.id);
        const bundle = bundleOf(kept);
        reply.header('cache-control', 'no-store');
        return { entry: entryAnswer(kept, bundle), bundle, note: kept.note };
      },
    );

    app.get(
      '/api/audits/bundles/:id/comparison',
      {
        schema: {
          tags: ['audits'],
          operationId: 'audits.comparison',
          summary:
            '一项检查的结论、数值和可比条件 / What one check found: figures, parts, and how like was compared with like',
          params,
          querystring: z.object({ check: z.string().min(1).max(120) }),
          response: { 200: auditComparisonContract },
        },
      },
      async (request, reply) => {
        const { actor } = signedIn(request);
        const kept = await find(request, request.params.id);
        const filing = await store.inScope(scopeOf(actor), (transaction) => findFiling(transaction, kept.matter));
        const found =
          filing === undefined ? undefined : comparisonOf(kept, bundleOf(kept), filing, request.query.check);
        if (found === undefined) throw notFound();
        reply.header('cache-control', 'no-store');
        return found;
      },
    );

    app.get(
      '/api/audits/bundles/:id/note',
      {
        schema: {
          tags: ['audits'],
          operationId: 'audits.note',
          summary: '下载签名原文 / The signed note as a file, byte for byte',
          params,
          produces: ['text/plain'],
        },
      },
      async (request, reply) => {
        const { id, note } = await find(request, request.params.id);
        return reply
          .type('text/plain; charset=utf-8')
          .header('content-disposition', `attachment; filename="bundle-${id}.note"`)
          .header('cache-control', 'no-store')
          .send(note);
      },
    );
  };
