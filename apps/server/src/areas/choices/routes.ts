import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { choiceListContract, type ChoiceList } from '@suanjian/contracts';
import { isPicked } from '@suanjian/matters';
import { scopeOf } from '@suanjian/records';
import { signedIn } from '../../http/identity.ts';
import { notFound } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { unlessErased } from '../audits/unless-erased.ts';
import { bundleChoices } from './bundles.ts';
import { groundOf } from './ground.ts';
import { matterChoices } from './matters.ts';

/** So many can be read through; for more there is the search. */
const most = 30;

const nothing: ChoiceList = { items: [], more: false };

/** What the fields of forms are picked from: of the provider that the matter at hand is about, and only what whoever asks may see. */
export const choiceRoutes =
  ({ store, keyring }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/choices',
      {
        schema: {
          tags: ['choices'],
          operationId: 'choices.list',
          summary: '可供选择的事项、结果包或检查结果 / Matters, bundles or results that a field may be picked from',
          querystring: z.object({
            of: z.enum(['matter', 'bundle', 'check-result']),
            kind: z.string().max(80).optional().describe('Of a matter: its kind'),
            states: z.string().max(400).optional().describe('Of a matter: the states it may be in, with commas'),
            about: z.uuid().optional().describe('The matter that is decided on; its provider is meant'),
            q: z.string().max(200).optional().describe('Words of the title, digits of the number, a date'),
            value: z.string().max(200).optional().describe('Only what was picked'),
          }),
          response: { 200: choiceListContract },
        },
      },
      async (request, reply) => {
        const { actor } = signedIn(request);
        const { of, kind, states, about, value } = request.query;
        const search = request.query.q?.trim();
        if (of === 'matter' && kind === undefined) throw notFound();
        reply.header('cache-control', 'no-store');
        const wanted = {
          most,
          ...(search === undefined ? {} : { search }),
          ...(value === undefined ? {} : { value }),
        };
        if (value !== undefined && !isPicked(of === 'matter' ? { of, kind: kind ?? '' } : { of }, value))
          return nothing;
        return unlessErased(() =>
          store.inScope(scopeOf(actor), async (transaction) => {
            const ground = await groundOf(transaction, actor, about);
            if (ground === undefined) throw notFound();
            if (of === 'matter')
              return matterChoices(transaction, ground, {
                kind: kind ?? '',
                ...(states === undefined ? {} : { states: states.split(',') }),
                ...wanted,
              });
            return ground.owner === null
              ? nothing
              : bundleChoices({ transaction, keyring }, ground.owner, { of, ...wanted });
          }),
        );
      },
    );
  };
