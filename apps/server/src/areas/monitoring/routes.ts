import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { officeRate } from '@suanjian/audit/monitoring';
import { monitoringContract, ranMonitoringContract, warningContract } from '@suanjian/contracts';
import {
  addAct,
  complaintsBehind,
  findWarning,
  latestRun,
  listSilences,
  listWarnings,
  scopeOf,
} from '@suanjian/records';
import { civilDateOf, text } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { forbidden, notFound } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { unlessErased } from '../audits/unless-erased.ts';
import { memberOf } from '../notices/member.ts';
import { entryAnswer, warningAnswer } from './answers.ts';
import { indicatorRoutes } from './indicator-routes.ts';
import { watchedIndicators } from './indicators.ts';
import { mayTriage } from './readers.ts';
import { runMonitoring } from './run.ts';
import { seriesRoutes } from './series-routes.ts';
import { triageRoutes } from './triage-routes.ts';
import { tryRoute } from './try-route.ts';

const mostWarnings = 200;
const mostComplaints = 50;
const params = z.object({ id: z.string() });
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/** Daily monitoring (opinions/7): for the offices of a place, and for a provider what an office has shared with it. */
export const monitoringRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, keyring, now } = services;
    await app.register(triageRoutes(services));
    await app.register(indicatorRoutes(services));
    await app.register(seriesRoutes(services));
    await app.register(tryRoute(services));
    /** What indicators say is no secret; who is warned of is. */
    const everyIndicator = () => store.asOwner(watchedIndicators);

    app.get(
      '/api/monitoring',
      {
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.standing',
          summary: '预警、静默和最近一次监测 / Warnings, silences and the last run',
          response: { 200: monitoringContract },
        },
      },
      async (request, reply) => {
        const member = memberOf(request);
        const isOffice = member.membership.kind === 'office';
        const indicators = await everyIndicator();
        const today = civilDateOf(now());
        const seen = await store.inScope(scopeOf(member.actor), async (transaction) => ({
          warnings: await listWarnings(transaction, { most: mostWarnings }),
          silences: isOffice ? await listSilences(transaction, today) : [],
          run: isOffice ? await latestRun(transaction) : undefined,
        }));
        reply.header('cache-control', 'no-store');
        return {
          warnings: seen.warnings.flatMap((entry) => {
            const indicator = indicators.find(({ id, version }) => id === entry.indicator && version === entry.version);
            if (indicator === undefined) return [];
            const answer = entryAnswer(entry, indicator);
            return [isOffice ? answer : { ...answer, status: 'new' as const }];
          }),
          silences: seen.silences.flatMap(({ id, office, officeName, organisation, indicator, subject, until }) => {
            const named = indicators.find((each) => each.id === indicator);
            const mayEnd = mayTriage(member) && office === member.membership.organisation;
            return named === undefined
              ? []
              : [{ id, organisation, indicator, title: named.title, subject, until, office: officeName, mayEnd }];
          }),
          ...(seen.run === undefined
            ? {}
            : {
                run: {
                  day: seen.run.day,
                  tested: seen.run.tested,
                  warned: seen.run.warned,
                  silenced: seen.run.silenced,
                  continued: seen.run.continued,
                },
              }),
          ...(isOffice ? { officeRate: officeRate(indicators.filter(({ status }) => status === 'live')) } : {}),
          mayTriage: mayTriage(member),
        };
      },
    );

    app.get(
      '/api/monitoring/warnings/:id',
      {
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.warning',
          summary: '一条预警和它的依据 / One warning with what is behind it; an office’s reading is recorded',
          params,
          response: { 200: warningContract },
        },
      },
      async (request, reply) => {
        const member = memberOf(request);
        const { id } = request.params;
        if (!isId(id)) throw notFound();
        const isOffice = member.membership.kind === 'office';
        const indicators = await everyIndicator();
        const answer = await unlessErased(() =>
          store.inScope(scopeOf(member.actor), async (transaction) => {
            const found = await findWarning(transaction, keyring, id);
            const indicator = indicators.find((each) => each.id === found?.indicator && each.version === found.version);
            if (found === undefined || indicator === undefined) return undefined;
            const { reads } = indicator;
            const complaints =
              isOffice && reads.source === 'complaints'
                ? await complaintsBehind(
                    transaction,
                    { owner: found.organisation, kinds: reads.kinds, from: found.day, to: found.lastDay },
                    mostComplaints,
                  )
                : [];
            if (isOffice)
              await addAct(transaction, {
                warning: id,
                action: 'read',
                account: member.account,
                organisation: member.membership.organisation,
                at: now(),
              });
            const side = isOffice ? 'office' : 'provider';
            return warningAnswer(found, indicator, { side, mayTriage: mayTriage(member), complaints });
          }),
        );
        if (answer === undefined) throw notFound();
        reply.header('cache-control', 'no-store');
        return answer;
      },
    );

    app.post(
      '/api/administration/monitoring/run',
      {
        schema: {
          tags: ['administration'],
          operationId: 'administration.runMonitoring',
          summary: '现在进行今天的监测 / Make today’s run of monitoring now; a second one changes nothing',
          response: { 200: ranMonitoringContract },
        },
      },
      async (request) => {
        if (signedIn(request).actor.kind !== 'operator')
          throw forbidden(text('只有本机操作员可以这样做。', 'Only the local operator may do this.'));
        const { day, already, tested, warned, silenced, continued } = await runMonitoring(services);
        return { day, already, tested, warned, silenced, continued };
      },
    );
  };
