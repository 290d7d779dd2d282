import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  askedTargetsContract,
  askTargetsContract,
  campaignCandidatesContract,
  campaignDashboardContract,
} from '@suanjian/contracts';
import { queryIn, type CampaignState } from '@suanjian/matters';
import { scopeOf, type MatterReading } from '@suanjian/records';
import { civilDateOf, text } from '@suanjian/rulebook';
import { forbidden, notFound, problem, ProblemError, problemOf } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { memberOf, type Member } from '../notices/member.ts';
import { askTargets } from './ask.ts';
import { candidatesFor } from './candidates.ts';
import { dashboardOf } from './dashboard.ts';

const acting: ReadonlySet<string> = new Set(['reviewer', 'supervisor']);

/** @throws ProblemError 401, 403 */
const officialOf = (request: FastifyRequest): Member => {
  const member = memberOf(request);
  const { membership } = member;
  if (membership.kind !== 'office' || !membership.roles.some((role) => acting.has(role)))
    throw forbidden(text('这是给主管部门用的。', 'This is for members of an office.'));
  return member;
};

const split = (value: string | undefined): readonly string[] => value?.split(',').filter((part) => part !== '') ?? [];

const params = z.object({ id: z.string() });
const tags = ['campaigns'];

/** Finding a campaign's targets, asking all of them at once, and how far each has come. */
export const campaignRoutes =
  ({ matters, store, now }: Pick<Services, 'matters' | 'store' | 'now'>): FastifyPluginAsyncZod =>
  async (app) => {
    /** @throws ProblemError 404 for whoever may not see it */
    const campaignOf = async ({ actor }: Member, id: string) => {
      const reading: MatterReading | undefined = z.uuid().safeParse(id).success
        ? await matters.read(actor, 'campaign', id)
        : undefined;
      if (reading === undefined) throw notFound();
      return { reading, state: reading.state as unknown as CampaignState };
    };

    app.get(
      '/api/campaigns/:id/candidates',
      {
        schema: {
          tags,
          operationId: 'campaigns.candidates',
          summary: '按条件查找专项行动的对象 / Whom a search for targets finds, with the reasons',
          params,
          querystring: z.object({
            words: z.string().max(100).optional().describe('Part of a name'),
            place: z
              .string()
              .regex(/^\d{6}$/u)
              .optional(),
            techniques: z.string().max(400).optional().describe('Kinds of technique, with commas'),
            grades: z.string().max(40).optional().describe('Grades, with commas'),
            standing: z.enum(['any', 'unfiled', 'filed', 'ordered']).optional(),
            complaintsOver: z.coerce.number().int().min(0).optional().describe('More complaints than this'),
            complaintsFrom: z.iso.date().optional(),
            complaintsUntil: z.iso.date().optional(),
            lang: z.string().optional(),
          }),
          response: { 200: campaignCandidatesContract },
        },
      },
      async (request, reply) => {
        const member = officialOf(request);
        const { state } = await campaignOf(member, request.params.id);
        const { techniques, grades, lang: _lang, ...rest } = request.query;
        const query = queryIn({ ...rest, techniques: [...split(techniques)], grades: [...split(grades)] });
        if (query === undefined)
          throw new ProblemError(
            problem(
              422,
              'invalid',
              text('请至少填写一个条件', 'No condition was set'),
              text(
                '按名称、地区、类别、等级、办理情况或者投诉查找。',
                'Search by name, place, technique, grade, standing or complaints.',
              ),
            ),
          );
        reply.header('cache-control', 'no-store');
        return store.inScope(scopeOf(member.actor), (transaction) => candidatesFor(transaction, query, state));
      },
    );

    app.get(
      '/api/campaigns/:id',
      {
        schema: {
          tags,
          operationId: 'campaigns.dashboard',
          summary: '专项行动进展 / How far a campaign has come, target by target',
          params,
          response: { 200: campaignDashboardContract },
        },
      },
      async (request, reply) => {
        const member = memberOf(request);
        const { reading, state } = await campaignOf(member, request.params.id);
        reply.header('cache-control', 'no-store');
        return store.inScope(scopeOf(member.actor), (transaction) =>
          dashboardOf(transaction, reading, state, civilDateOf(now())),
        );
      },
    );

    app.post(
      '/api/campaigns/:id/ask',
      {
        schema: {
          tags,
          operationId: 'campaigns.ask',
          summary: '发起全部自查 / Ask every target to inspect itself, and remind those who should have filed',
          params,
          body: askTargetsContract,
          response: { 200: askedTargetsContract },
        },
      },
      async (request) => {
        const member = officialOf(request);
        const { actor } = member;
        const campaign = request.params.id;
        await campaignOf(member, campaign);
        const { by, words } = request.body;
        if (by !== undefined) {
          const outcome = await matters.give({
            actor,
            kind: 'campaign',
            matter: campaign,
            command: 'ask-all',
            input: { by, ...(words === undefined || words === '' ? {} : { words }) },
          });
          if (outcome.outcome === 'refused') throw new ProblemError(problemOf(outcome));
        }
        const { state } = await campaignOf(member, campaign);
        if (state.asking === undefined)
          throw new ProblemError(
            problem(
              409,
              'wrong-state',
              text('还没有发起过', 'Nothing was asked yet'),
              text('请先写明完成日期。', 'Set the day first.'),
            ),
          );
        return askTargets(matters, { actor, campaign, state, asking: state.asking });
      },
    );
  };
