import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  askSiteCheckContract,
  begunSiteCheckContract,
  ranSiteCheckContract,
  runSiteCheckContract,
  siteStandingContract,
} from '@suanjian/contracts';
import type { Actor } from '@suanjian/matters';
import { KeyErased, readSiteScreenshot, scopeOf } from '@suanjian/records';
import { text } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { forbidden, notFound, problem, ProblemError } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import type { SiteChecks } from '../../site-check/site-checks.ts';
import { findFiling } from '../audits/filing.ts';
import { memberOf } from '../notices/member.ts';
import { standingAnswer } from './standing-answer.ts';

const tags = ['site-checks'];

/** A visit costs a browser. */
const rarely = { rateLimit: { max: 10, timeWindow: '1 minute' } };

const askingRoles: ReadonlySet<string> = new Set(['officer', 'editor', 'administrator', 'reviewer', 'supervisor']);

const mayAsk = (actor: Actor): boolean =>
  actor.kind === 'person' && (actor.membership?.roles.some((role) => askingRoles.has(role)) ?? false);

const tooSoon = (): ProblemError =>
  new ProblemError(
    problem(
      409,
      'wrong-state',
      text('现在不能访问', 'No visit now'),
      text(
        '备案没有在册，或者正在访问，或者十分钟内已经有人请求过。',
        'The filing is not in force, or a visit is under way, or somebody asked for one within ten minutes.',
      ),
    ),
  );

/** What a provider's own sites show, for the provider and the offices that see the filing, and for nobody else. */
export const siteCheckRoutes =
  (services: Services, siteChecks: SiteChecks): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, keyring } = services;
    const standingOf = (actor: Actor, named: string) =>
      store.inScope(scopeOf(actor), async (transaction) => {
        const filing = await findFiling(transaction, named);
        return filing === undefined
          ? undefined
          : { filing, standing: await standingAnswer(transaction, services, filing, mayAsk(actor)) };
      });

    app.get(
      '/api/site-checks',
      {
        schema: {
          tags,
          operationId: 'siteChecks.standing',
          summary: '网站公示检查的结果 / What the sites of a filing show, over time',
          querystring: z.object({ filing: z.string().min(1).max(200) }),
          response: { 200: siteStandingContract },
        },
      },
      async (request, reply) => {
        const found = await standingOf(signedIn(request).actor, request.query.filing);
        if (found === undefined) throw notFound();
        reply.header('cache-control', 'no-store');
        return found.standing;
      },
    );

    app.post(
      '/api/site-checks',
      {
        config: rarely,
        schema: {
          tags,
          operationId: 'siteChecks.ask',
          summary: '现在访问一次网站 / Visit the sites of a filing now; the answer does not wait for it',
          body: askSiteCheckContract,
          response: { 202: begunSiteCheckContract },
        },
      },
      async (request, reply) => {
        const { actor, account } = memberOf(request);
        if (!mayAsk(actor)) throw forbidden();
        const found = await standingOf(actor, request.body.filing);
        if (found === undefined) throw notFound();
        if (!found.standing.mayAsk || !(await siteChecks.begin(found.filing.id, account))) throw tooSoon();
        return reply.code(202).send({ filing: found.filing.id });
      },
    );

    app.get(
      '/api/site-checks/visits/:id/screenshot',
      {
        schema: {
          tags,
          operationId: 'siteChecks.screenshot',
          summary: '一次访问的截图 / The picture of a visit',
          params: z.object({ id: z.string() }),
          produces: ['image/png'],
        },
      },
      async (request, reply) => {
        const { actor } = signedIn(request);
        const { id } = request.params;
        if (!z.uuid().safeParse(id).success) throw notFound();
        try {
          const picture = await store.inScope(scopeOf(actor), (transaction) =>
            readSiteScreenshot(transaction, keyring, id),
          );
          if (picture === undefined) throw notFound();
          return await reply
            .type('image/png')
            .header('cache-control', 'no-store')
            .header('x-content-type-options', 'nosniff')
            .send(picture);
        } catch (error) {
          if (error instanceof KeyErased)
            throw new ProblemError(problem(410, 'erased', text('已删除', 'Erased'), error.text));
          throw error;
        }
      },
    );

    app.post(
      '/api/administration/site-checks/run',
      {
        schema: {
          tags: ['administration'],
          operationId: 'administration.runSiteCheck',
          summary: '访问一项备案的网站并等待结果 / Visit the sites of a filing and wait for what they show',
          body: runSiteCheckContract,
          response: { 200: ranSiteCheckContract },
        },
      },
      async (request) => {
        const { actor } = signedIn(request);
        if (actor.kind !== 'operator')
          throw forbidden(text('只有本机操作员可以这样做。', 'Only the local operator may do this.'));
        const { filing: named } = request.body;
        if (named === undefined) {
          const matter = await siteChecks.runDue('operator');
          const ran = matter === false ? undefined : await standingOf(actor, matter);
          return ran === undefined ? {} : { standing: ran.standing };
        }
        const found = await standingOf(actor, named);
        if (found === undefined) throw notFound();
        if (!(await siteChecks.run(found.filing.id, 'operator'))) throw tooSoon();
        const ran = await standingOf(actor, found.filing.id);
        return ran === undefined ? {} : { standing: ran.standing };
      },
    );
  };
