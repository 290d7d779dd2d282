import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AnyMatterDefinition, Party } from '@suanjian/matters';
import type { Done, Refused } from '@suanjian/records';
import { asCivilDate, civilDateOf, text } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { notFound, problem, ProblemError, problemOf, sendProblem, unauthenticated } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { codeHash, drawCode, originOf } from '../applications/codes.ts';
import { bodySchema, splitBody, splitOpening } from './schemas.ts';

const doneSchema = z.object({
  outcome: z.literal('done'),
  kind: z.string(),
  matter: z.string(),
  status: z.string().describe('State after the command'),
  position: z.number().int().describe('Position of the last event; send it as If-Match with the next command'),
  code: z.string().optional().describe('With which whoever opened it follows it; told only once'),
});

const characterOfKey = /^[\x21-\x7e]{8,200}$/;

/** The standard header, so that a repeated request does nothing twice. @throws ProblemError 400 for a key that cannot be one */
const idempotencyKeyOf = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key'];
  // Strangers share no memory: one must not be answered with what another did.
  if (key === undefined || request.identity.actor.kind === 'public') return undefined;
  if (typeof key === 'string' && characterOfKey.test(key)) return key;
  throw new ProblemError(
    problem(
      400,
      'idempotency-key',
      text('请求编号不对', 'Unusable idempotency key'),
      text('Idempotency-Key 应为 8 到 200 个可见字符。', 'Idempotency-Key wants 8 to 200 visible characters.'),
    ),
  );
};

/** @throws ProblemError 400 for an If-Match that is no position */
const positionOf = (request: FastifyRequest): number | undefined => {
  const header = request.headers['if-match'];
  if (header === undefined) return undefined;
  const match = /^"?(\d{1,9})"?$/.exec(header);
  if (match?.[1] === undefined)
    throw new ProblemError(
      problem(
        400,
        'if-match',
        text('If-Match 不对', 'Unusable If-Match'),
        text('If-Match 应为事项的步数，例如 "7"。', 'If-Match wants the position of the matter, for example "7".'),
      ),
    );
  return Number(match[1]);
};

const answer = (
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Done | Refused,
  created: boolean,
): FastifyReply | Done => {
  if (outcome.outcome === 'refused') {
    // Somebody who is not signed in learns how to get further, not what is forbidden.
    if (outcome.why === 'not-permitted' && request.identity.actor.kind === 'public') throw unauthenticated();
    return sendProblem(reply, problemOf(outcome), request.language);
  }
  reply.header('etag', `"${outcome.position}"`);
  if (created) reply.code(201).header('location', `/api/matters/${outcome.kind}/${outcome.matter}`);
  return outcome;
};

/** The engine checks bodies itself, to name every fault in both languages; here they only document the route. */
const unchecked = () => (data: unknown) => ({ value: data });

const isForPublic = (by: readonly Party[]): boolean => by.some(({ side }) => side === 'public');

const routesOf =
  (
    { matters, random, secret, now }: Pick<Services, 'matters' | 'random' | 'secret' | 'now'>,
    definition: AnyMatterDefinition,
  ): FastifyPluginAsyncZod =>
  async (app) => {
    const { kind, opening } = definition;
    const base = `/api/matters/${kind}`;
    app.post(
      base,
      {
        // Whoever is not known gets few tries: every report is work for somebody.
        config: isForPublic(opening.by) ? { public: true, rateLimit: { max: 20, timeWindow: '1 minute' } } : {},
        validatorCompiler: unchecked,
        schema: {
          tags: [kind],
          operationId: `${kind}.open`,
          summary: `${opening.title.zh} / ${opening.title.en}`,
          description: `${opening.help.zh}\n\n${opening.help.en}`,
          body: bodySchema(
            opening.input,
            opening.on !== undefined || opening.alsoOn !== undefined,
            opening.fromWarning === true,
          ),
          response: { 201: doneSchema },
        },
      },
      async (request, reply) => {
        const { reason, parent, warning, input } = splitOpening(request.body, opening.fromWarning === true);
        const key = idempotencyKeyOf(request);
        const { actor } = request.identity;
        const code = opening.followed === true && actor.kind === 'public' ? drawCode(random) : undefined;
        const outcome = await matters.open({
          actor,
          kind,
          input,
          ...(parent === undefined ? {} : { parent }),
          ...(warning === undefined ? {} : { warning }),
          ...(reason === undefined ? {} : { reason }),
          ...(key === undefined ? {} : { idempotencyKey: key }),
          ...(actor.kind === 'public'
            ? {
                brought: {
                  files: [],
                  origin: originOf(secret, request.ip, civilDateOf(now())),
                  ...(code === undefined ? {} : { followCode: codeHash(code) }),
                },
              }
            : {}),
        });
        const answered = answer(request, reply, outcome, true);
        return (code === undefined || outcome.outcome === 'refused' ? answered : { ...outcome, code }) as never;
      },
    );
    app.get(
      `${base}/:id`,
      {
        schema: {
          tags: [kind],
          operationId: `${kind}.read`,
          summary: `${definition.title.zh} / ${definition.title.en}`,
          params: z.object({ id: z.string() }),
          querystring: z.object({
            unseal: z
              .string()
              .optional()
              .describe('confidential, personal or both with a comma; every value shown is recorded as a reading'),
            lang: z.string().optional(),
          }),
        },
      },
      async (request, reply) => {
        const { actor } = signedIn(request);
        const wanted = (request.query.unseal ?? '').split(',');
        const unseal = (['confidential', 'personal'] as const).filter((secrecy) => wanted.includes(secrecy));
        const reading = z.uuid().safeParse(request.params.id).success
          ? await matters.read(actor, kind, request.params.id, { unseal })
          : undefined;
        if (reading === undefined) throw notFound();
        reply.header('etag', `"${reading.position}"`).header('cache-control', 'no-store');
        return reading;
      },
    );
    for (const [name, command] of Object.entries(definition.commands)) {
      // What only another matter or a clock may give has no address.
      if (command.by.every(({ side }) => side === 'matter' || side === 'clock')) continue;
      app.post(
        `${base}/:id/${name}`,
        {
          config: { public: isForPublic(command.by) },
          validatorCompiler:
            ({ httpPart }) =>
            (data: unknown) =>
              httpPart === 'params'
                ? z.object({ id: z.uuid() }).safeParse(data).success
                  ? { value: data }
                  : { error: notFound() }
                : { value: data },
          schema: {
            tags: [kind],
            operationId: `${kind}.${name}`,
            summary: `${command.title.zh} / ${command.title.en}`,
            description: `${command.help.zh}\n\n${command.help.en}`,
            params: z.object({ id: z.string() }),
            body: bodySchema(command.input, false),
            response: { 200: doneSchema },
          },
        },
        async (request, reply) => {
          const { reason, input } = splitBody(request.body);
          const key = idempotencyKeyOf(request);
          const expectedPosition = positionOf(request);
          const outcome = await matters.give({
            actor: request.identity.actor,
            kind,
            matter: request.params.id,
            command: name,
            input,
            ...(reason === undefined ? {} : { reason }),
            ...(key === undefined ? {} : { idempotencyKey: key }),
            ...(expectedPosition === undefined ? {} : { expectedPosition }),
          });
          return answer(request, reply, outcome, false) as never;
        },
      );
    }
  };

const listQuery = z.object({
  kind: z.string().optional(),
  status: z.string().optional(),
  desk: z.enum(['provider', 'province', 'nation', 'city']).optional(),
  assignee: z.string().optional().describe('`me`, `none` or an account'),
  owner: z.uuid().optional(),
  q: z.string().max(200).optional(),
  on: z.uuid().optional().describe('Only what was opened on this matter or concerns it'),
  due: z.string().optional().describe('Only with an open clock due on or before this day, YYYY-MM-DD'),
  open: z.enum(['true', 'false']).optional(),
  sort: z.enum(['due', 'newest', 'oldest']).optional(),
  page: z.coerce.number().int().min(1).optional(),
  size: z.coerce.number().int().min(1).max(200).optional(),
  lang: z.string().optional(),
});

const split = (value: string | undefined): readonly string[] | undefined =>
  value?.split(',').filter((part) => part !== '');

const listRoute =
  ({ matters }: Pick<Services, 'matters'>): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/matters',
      {
        schema: {
          tags: ['matters'],
          operationId: 'matters.list',
          summary: '事项列表 / Matters one may see, the next deadline first',
          querystring: listQuery,
        },
      },
      async (request, reply) => {
        const { actor } = signedIn(request);
        const { kind, status, desk, assignee, owner, q, on, due, open, sort, page, size } = request.query;
        const dueUntil = due === undefined ? undefined : asCivilDate(due);
        const kinds = split(kind);
        const statuses = split(status);
        const me = actor.kind === 'person' ? actor.account : undefined;
        reply.header('cache-control', 'no-store');
        return matters.list(actor, {
          ...(kinds === undefined ? {} : { kinds }),
          ...(statuses === undefined ? {} : { statuses }),
          ...(desk === undefined
            ? {}
            : { desk: desk === 'provider' ? { side: 'provider' } : { side: 'office', level: desk } }),
          ...(assignee === undefined
            ? {}
            : { assignee: assignee === 'none' ? null : assignee === 'me' ? (me ?? '') : assignee }),
          ...(owner === undefined ? {} : { owner }),
          ...(q === undefined || q === '' ? {} : { text: q }),
          ...(on === undefined ? {} : { on }),
          ...(dueUntil === undefined ? {} : { dueUntil }),
          ...(open === undefined ? {} : { open: open === 'true' }),
          ...(sort === undefined ? {} : { sort }),
          ...(page === undefined ? {} : { page }),
          ...(size === undefined ? {} : { size }),
        });
      },
    );
  };

/** Every matter's addresses, from its definition alone. */
export const matterRoutes =
  (services: Pick<Services, 'matters' | 'definitions' | 'random' | 'secret' | 'now'>): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(listRoute(services));
    for (const definition of services.definitions) await app.register(routesOf(services, definition));
  };
