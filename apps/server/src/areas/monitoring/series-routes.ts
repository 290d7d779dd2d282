import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { providerSeriesContract } from '@suanjian/contracts';
import { covers, type OrganisationId } from '@suanjian/matters';
import { readFigures, scopeOf } from '@suanjian/records';
import { addDays, civilDateOf, text } from '@suanjian/rulebook';
import { forbidden, notFound } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { unlessErased } from '../audits/unless-erased.ts';
import { memberOf, type Member } from '../notices/member.ts';
import { watchedIndicators } from './indicators.ts';
import { providerSeries } from './provider-series.ts';
import { officeMember } from './readers.ts';

/** The days shown and those that make their baselines. */
const reach = 56 + 180;
const params = z.object({ id: z.string() });

/** Day by day what is watched of a provider: for the offices of its place, and for the provider itself. */
export const seriesRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, keyring, now } = services;

    /** Which of its filings whoever asks may see; that decides what they see of the figures. */
    const filingsSeen = async ({ actor }: Member, organisation: string): Promise<ReadonlyMap<string, string>> => {
      const seen = await store.inScope(scopeOf(actor), (transaction) =>
        transaction
          .selectFrom('matter')
          .select(['id', 'title'])
          .where('kind', '=', 'filing')
          .where('owner', '=', organisation)
          .execute(),
      );
      return new Map(seen.map(({ id, title }) => [id, title]));
    };
    const kept = (organisation: string) =>
      unlessErased(() =>
        store.asOwner(async (transaction) => {
          const to = civilDateOf(now());
          return {
            to,
            indicators: await watchedIndicators(transaction),
            sheet: await readFigures(transaction, keyring, organisation as OrganisationId, {
              from: addDays(to, -reach),
              to,
            }),
            known: await transaction
              .selectFrom('organisation')
              .select(['name', 'place'])
              .where('id', '=', organisation)
              .executeTakeFirst(),
          };
        }),
      );

    app.get(
      '/api/monitoring/providers/:id',
      {
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.provider',
          summary: '一家企业的各项指标 / Everything watched of one provider, day by day',
          params,
          response: { 200: providerSeriesContract },
        },
      },
      async (request, reply) => {
        const member = officeMember(request);
        const { id } = request.params;
        if (!z.uuid().safeParse(id).success) throw notFound();
        const filings = await filingsSeen(member, id);
        if (filings.size === 0) throw notFound();
        const { indicators, sheet, known, to } = await kept(id);
        const { membership } = member;
        const isWhole =
          membership.kind === 'office' &&
          known !== undefined &&
          covers(membership.level, membership.place, known.place);
        reply.header('cache-control', 'no-store');
        return {
          provider: known?.name ?? '',
          series: providerSeries(indicators, sheet, to, { side: 'office', filings, isWhole }),
        };
      },
    );

    app.get(
      '/api/monitoring/own',
      {
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.own',
          summary: '本企业生效中的各项指标 / What is watched of one’s own company, as far as it counts',
          response: { 200: providerSeriesContract },
        },
      },
      async (request, reply) => {
        const member = memberOf(request);
        const { kind, organisation } = member.membership;
        if (kind !== 'provider') throw forbidden(text('这是给企业用的。', 'This is for members of a provider.'));
        const filings = await filingsSeen(member, organisation);
        const { indicators, sheet, known, to } = await kept(organisation);
        reply.header('cache-control', 'no-store');
        return {
          provider: known?.name ?? '',
          series: providerSeries(indicators, sheet, to, { side: 'provider', filings, isWhole: true }),
        };
      },
    );
  };
