import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { officeRate } from '@suanjian/audit/monitoring';
import {
  indicatorListContract,
  monitoringReasonContract,
  proposeIndicatorContract,
  replayContract,
  watchedIndicatorContract,
} from '@suanjian/contracts';
import {
  addIndicator,
  listIndicatorDecisions,
  recordIndicatorDecision,
  scopeOf,
  setIndicatorStatus,
} from '@suanjian/records';
import { addDays, civilDateOf, text, type Text } from '@suanjian/rulebook';
import { notFound, problem, ProblemError } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { indicatorAnswer } from './answers.ts';
import { parseDefinition } from './definition.ts';
import { watchedIndicators, type WatchedIndicator } from './indicators.ts';
import { decides, mayDecide, officeMember } from './readers.ts';
import { replayOverPast } from './try-route.ts';

const params = z.object({ id: z.string(), version: z.coerce.number().int().positive() });
/** How old a replay may be when its version is to count. */
const freshDays = 7;

const refused = (code: string, pointer: string, why: Text): ProblemError =>
  new ProblemError({
    ...problem(422, 'refused', text('没有接受', 'Not accepted')),
    errors: [{ code: `monitoring/${code}`, pointer, text: why }],
  });

/** What is watched is data: proposed on trial, replayed over the past, then let count (opinions/10). Each step with who and why. */
export const indicatorRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, now } = services;

    app.get(
      '/api/monitoring/indicators',
      {
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.indicators',
          summary: '全部指标及其版本 / Everything that is watched, in all versions',
          response: { 200: indicatorListContract },
        },
      },
      async (request, reply) => {
        const member = officeMember(request);
        const { indicators, decisions } = await store.inScope(scopeOf(member.actor), async (transaction) => ({
          indicators: await watchedIndicators(transaction),
          decisions: await listIndicatorDecisions(transaction),
        }));
        reply.header('cache-control', 'no-store');
        return {
          items: indicators.map((each) => indicatorAnswer(each, decisions)),
          officeRate: officeRate(indicators.filter(({ status }) => status === 'live')),
          mayDecide: mayDecide(member),
        };
      },
    );

    app.post(
      '/api/monitoring/indicators',
      {
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.propose',
          summary: '提出指标的新版本，先试行 / Propose a version of an indicator; it is on trial at first',
          body: proposeIndicatorContract,
          response: { 201: watchedIndicatorContract },
        },
      },
      async (request, reply) => {
        const member = decides(request);
        const definition = parseDefinition(request.body.definition);
        const { id, version } = definition;
        await store.inScope(scopeOf(member.actor), async (transaction) => {
          const known = (await watchedIndicators(transaction)).filter((each) => each.id === id);
          const next = known.reduce((most, each) => Math.max(most, each.version), 0) + 1;
          if (version !== next || !(await addIndicator(transaction, { id, version, definition, at: now() })))
            throw refused(
              'version',
              '/definition/version',
              text(`下一个版本是 ${next}。`, `The next version is ${next}.`),
            );
          await recordIndicatorDecision(transaction, {
            indicator: id,
            version,
            action: 'proposed',
            account: member.account,
            organisation: member.membership.organisation,
            reason: request.body.reason,
            at: now(),
          });
        });
        return reply.code(201).send(indicatorAnswer({ ...definition, status: 'shadow' }, []));
      },
    );

    const find = async (id: string, version: number): Promise<WatchedIndicator> => {
      const found = (await store.asOwner(watchedIndicators)).find((each) => each.id === id && each.version === version);
      if (found === undefined) throw notFound();
      return found;
    };

    app.post(
      '/api/monitoring/indicators/:id/:version/replay',
      {
        config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.replay',
          summary: '用过去的数据回放一个版本 / Run a version over the past and keep what it would have done',
          params,
          body: monitoringReasonContract,
          response: { 200: replayContract },
        },
      },
      async (request) => {
        const member = decides(request);
        const { id, version } = request.params;
        const indicator = await find(id, version);
        const told = await replayOverPast(services, indicator);
        await store.inScope(scopeOf(member.actor), (transaction) =>
          recordIndicatorDecision(transaction, {
            indicator: id,
            version,
            action: 'replayed',
            account: member.account,
            organisation: member.membership.organisation,
            reason: request.body.reason,
            replay: told,
            at: now(),
          }),
        );
        return told;
      },
    );

    for (const status of ['live', 'retired'] as const)
      app.post(
        `/api/monitoring/indicators/:id/:version/${status}`,
        {
          schema: {
            tags: ['monitoring'],
            operationId: `monitoring.${status}`,
            summary:
              status === 'live'
                ? '让一个版本生效，须先回放 / Let a version count; it must have been replayed'
                : '停用一个版本 / Retire a version',
            params,
            body: monitoringReasonContract,
            response: { 200: watchedIndicatorContract },
          },
        },
        async (request) => {
          const member = decides(request);
          const { id, version } = request.params;
          const indicator = await find(id, version);
          const decided = await store.inScope(scopeOf(member.actor), async (transaction) => {
            const decisions = await listIndicatorDecisions(transaction);
            const newest = decisions.find(
              (each) => each.indicator === id && each.version === version && each.action === 'replayed',
            );
            if (indicator.status === 'retired' || indicator.status === status)
              throw refused(
                'status',
                '/version',
                text('这个版本已经不能这样改。', 'This version cannot be changed like that any more.'),
              );
            if (
              status === 'live' &&
              (newest === undefined || civilDateOf(newest.at) < addDays(civilDateOf(now()), -freshDays))
            )
              throw refused(
                'not-replayed',
                '/version',
                text(
                  `请先回放；回放结果 ${freshDays} 天内有效。`,
                  `Replay it first; a replay holds for ${freshDays} days.`,
                ),
              );
            await setIndicatorStatus(transaction, { id, version, status });
            await recordIndicatorDecision(transaction, {
              indicator: id,
              version,
              action: status,
              account: member.account,
              organisation: member.membership.organisation,
              reason: request.body.reason,
              at: now(),
            });
            return listIndicatorDecisions(transaction);
          });
          return indicatorAnswer({ ...indicator, status }, decided);
        },
      );
  };
