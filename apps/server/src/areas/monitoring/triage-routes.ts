import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { linkWarningContract, monitoringReasonContract, silenceWarningContract } from '@suanjian/contracts';
import type { MatterId } from '@suanjian/matters';
import {
  addAct,
  addSilence,
  endSilence,
  findWarning,
  leaveSharedNotice,
  longestSilence,
  scopeOf,
  setWarningStatus,
  shareWarning,
  type Database,
  type WarningAction,
  type WarningStatus,
} from '@suanjian/records';
import { addDays, civilDateOf, text, type CivilDate } from '@suanjian/rulebook';
import { notFound, problem, ProblemError } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { unlessErased } from '../audits/unless-erased.ts';
import type { Member } from '../notices/member.ts';
import { smallestShown } from './answers.ts';
import { watchedIndicators } from './indicators.ts';
import { triages } from './readers.ts';
import { sharedNotice } from './shared-notice.ts';

const params = z.object({ id: z.string() });
const done = z
  .object({ id: z.uuid().meta({ description: 'An id.', examples: ['0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11'] }) })
  .meta({
    description: 'What was done stands.',
    examples: [{ id: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11' }],
  });

const wrongState = (
  why = text('别人已经处理过，请重新读取。', 'Somebody has dealt with it meanwhile; read it again.'),
): ProblemError => new ProblemError(problem(409, 'wrong-state', text('现在不能这样做', 'Not possible now'), why));
const refused = (code: string, pointer: string, why: ReturnType<typeof text>): ProblemError =>
  new ProblemError({
    ...problem(422, 'refused', text('没有接受', 'Not accepted')),
    errors: [{ code: `monitoring/${code}`, pointer, text: why }],
  });

/** Where each step leads from where. */
const steps: Readonly<
  Record<string, { readonly from: WarningStatus; readonly to: WarningStatus; readonly action: WarningAction }[]>
> = {
  'look-into': [{ from: 'new', to: 'looked-into', action: 'looked-into' }],
  act: [
    { from: 'new', to: 'acted-on', action: 'acted-on' },
    { from: 'looked-into', to: 'acted-on', action: 'acted-on' },
  ],
  dismiss: [
    { from: 'new', to: 'dismissed', action: 'dismissed' },
    { from: 'looked-into', to: 'dismissed', action: 'dismissed' },
  ],
  reopen: [
    { from: 'dismissed', to: 'looked-into', action: 'reopened' },
    { from: 'acted-on', to: 'looked-into', action: 'reopened' },
  ],
};

/** What offices do about a warning, each with its reason. */
export const triageRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, keyring, now, newId } = services;

    type Found = NonNullable<Awaited<ReturnType<typeof findWarning>>>;
    /** In the scope of whoever asks: what they may not see they cannot touch. */
    const onWarning = async (
      request: FastifyRequest,
      id: string,
      work: (transaction: Transaction<Database>, found: Found, member: Member) => Promise<void>,
    ): Promise<{ readonly id: string }> => {
      const member = triages(request);
      if (!z.uuid().safeParse(id).success) throw notFound();
      return unlessErased(() =>
        store.inScope(scopeOf(member.actor), async (transaction) => {
          const found = await findWarning(transaction, keyring, id);
          if (found === undefined) throw notFound();
          await work(transaction, found, member);
          return { id };
        }),
      );
    };
    const actOf = ({ account, membership }: Member, reason: string) => ({
      account,
      organisation: membership.organisation,
      reason,
      at: now(),
    });

    for (const [step, ways] of Object.entries(steps))
      app.post(
        `/api/monitoring/warnings/:id/${step}`,
        {
          schema: {
            tags: ['monitoring'],
            operationId: `monitoring.${step}`,
            summary: '处理一条预警，写明理由 / Deal with a warning, with a reason',
            params,
            body: monitoringReasonContract,
            response: { 200: done },
          },
        },
        async (request) =>
          onWarning(request, request.params.id, async (transaction, { id, status }, member) => {
            const way = ways.find(({ from }) => from === status);
            if (way === undefined || !(await setWarningStatus(transaction, { id, ...way }))) throw wrongState();
            await addAct(transaction, { warning: id, action: way.action, ...actOf(member, request.body.reason) });
          }),
      );

    app.post(
      '/api/monitoring/warnings/:id/share',
      {
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.share',
          summary: '把预警告知企业 / Share a warning with the provider',
          params,
          body: monitoringReasonContract,
          response: { 200: done },
        },
      },
      async (request) => {
        const indicators = await store.asOwner(watchedIndicators);
        return onWarning(request, request.params.id, async (transaction, found, member) => {
          const indicator = indicators.find(({ id, version }) => id === found.indicator && version === found.version);
          if (indicator?.reads.source === 'complaints' && found.content.seen < smallestShown)
            throw refused(
              'few-complaints',
              '/reason',
              text(
                '投诉不足十件，告知企业可能暴露投诉人。',
                'Fewer than ten complaints: telling the provider could give away who complained.',
              ),
            );
          const at = now();
          if (!(await shareWarning(transaction, found.id, at))) throw wrongState();
          await addAct(transaction, { warning: found.id, action: 'shared', ...actOf(member, request.body.reason) });
          await leaveSharedNotice(transaction, found, { ...sharedNotice, at });
        });
      },
    );

    app.post(
      '/api/monitoring/warnings/:id/link',
      {
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.link',
          summary: '关联由此发起的事项 / Name the matter that a warning led to',
          params,
          body: linkWarningContract,
          response: { 200: done },
        },
      },
      async (request) =>
        onWarning(request, request.params.id, async (transaction, found, member) => {
          const matter = await transaction
            .selectFrom('matter')
            .select(['id', 'kind'])
            .where('id', '=', request.body.matter)
            .where('owner', '=', found.organisation)
            .executeTakeFirst();
          if (matter === undefined)
            throw refused('matter', '/matter', text('没有这家企业的这个事项。', 'No such matter of this provider.'));
          await addAct(transaction, {
            warning: found.id,
            action: 'linked',
            matter: { kind: matter.kind, id: matter.id as MatterId },
            ...actOf(member, request.body.reason),
          });
        }),
    );

    app.post(
      '/api/monitoring/warnings/:id/silence',
      {
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.silence',
          summary: '在一段时间内不再预警 / Silence the series of a warning until a day',
          params,
          body: silenceWarningContract,
          response: { 200: done },
        },
      },
      async (request) =>
        onWarning(request, request.params.id, async (transaction, found, member) => {
          const from = civilDateOf(now());
          const until = request.body.until as CivilDate;
          if (until < from || until > addDays(from, longestSilence))
            throw refused(
              'silence',
              '/until',
              text(
                `请选择今天起 ${longestSilence} 天以内的日期。`,
                `Choose a day within ${longestSilence} days from today.`,
              ),
            );
          const id = newId();
          const { organisation, place, indicator, subject } = found;
          const { organisation: office } = member.membership;
          await addSilence(transaction, { id, office, organisation, place, indicator, subject, from, until });
          await addAct(transaction, {
            warning: found.id,
            silence: id,
            action: 'silenced',
            ...actOf(member, request.body.reason),
          });
        }),
    );

    app.post(
      '/api/monitoring/silences/:id/end',
      {
        schema: {
          tags: ['monitoring'],
          operationId: 'monitoring.endSilence',
          summary: '提前结束静默 / End a silence before its day',
          params,
          body: monitoringReasonContract,
          response: { 200: done },
        },
      },
      async (request) => {
        const member = triages(request);
        const { id } = request.params;
        if (!z.uuid().safeParse(id).success) throw notFound();
        return store.inScope(scopeOf(member.actor), async (transaction) => {
          if (!(await endSilence(transaction, id, now()))) throw notFound();
          await addAct(transaction, { silence: id, action: 'silence-ended', ...actOf(member, request.body.reason) });
          return { id };
        });
      },
    );
  };
