import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { replay, type Replay } from '@suanjian/audit/monitoring';
import { triedIndicatorContract, tryIndicatorContract } from '@suanjian/contracts';
import { addDays, civilDateOf } from '@suanjian/rulebook';
import type { Services } from '../../services.ts';
import { parseDefinition } from './definition.ts';
import { watchedIndicators, type WatchedIndicator } from './indicators.ts';
import { pastSeries } from './past-series.ts';
import { decides } from './readers.ts';

/** Days that a replay judges. */
const replayedDays = 60;

/** Runs a version over the days that are past, the last of them yesterday. */
export const replayOverPast = async (services: Services, indicator: WatchedIndicator): Promise<Replay> => {
  const to = addDays(civilDateOf(services.now()), -1);
  const from = addDays(to, 1 - replayedDays);
  return replay(indicator, await pastSeries(services, indicator, from, to), { from, to });
};

/** What a version would have done, beside what the one that counts would have done, before anybody proposes it. Nothing is decided or kept. */
export const tryRoute =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/monitoring/indicators/try',
      {
        config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.try',
          summary: '提出之前先用过去试算 / Try a version on the past before proposing it',
          body: tryIndicatorContract,
          response: { 200: triedIndicatorContract },
        },
      },
      async (request) => {
        decides(request);
        const definition = parseDefinition(request.body.definition);
        const counting = (await services.store.asOwner(watchedIndicators)).find(
          ({ id, status }) => id === definition.id && status === 'live',
        );
        return {
          replay: await replayOverPast(services, { ...definition, status: 'shadow' }),
          ...(counting === undefined
            ? {}
            : { counting: { version: counting.version, replay: await replayOverPast(services, counting) } }),
        };
      },
    );
  };
