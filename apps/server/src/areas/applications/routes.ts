import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyMatterDefinition, Asked, CommandCommon, MatterId } from '@suanjian/matters';
import type { Refused } from '@suanjian/records';
import { civilDateOf, languages, text, type Text } from '@suanjian/rulebook';
import type { FollowedMatterModel, FormAttempt, PublicPages } from '@suanjian/web';
import { createAttempts, formRules, tooManyAttempts } from '../../auth/attempts.ts';
import { demonstrationStanding } from '../../demonstration/standing.ts';
import { notFound, ProblemError, problemOf } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { contextOf, sendFresh } from '../public/answering.ts';
import { codeHash, drawCode, originOf, readCode } from './codes.ts';
import { followedModel } from './followed-model.ts';
import { limits, readForm, type SentForm } from './read-form.ts';

const cookieName = 'follow';
const cookieSeconds = 3600;

const prefixes = ['', ...languages.map((language) => `/${language}`)];

const askedOf = ({ asks }: Pick<CommandCommon, 'asks'>): Asked | undefined =>
  typeof asks === 'object' ? asks : undefined;

const inputOf = (asks: Asked | undefined, values: SentForm['values']): unknown =>
  asks === undefined ? {} : asks.at === undefined ? values : { [asks.at]: values };

/** Faults by the name of the field; what belongs to none stands under the empty name. */
const faultsOf = ({ refusals }: Refused, asks: Asked | undefined): Readonly<Record<string, Text>> => {
  const base = asks?.at === undefined ? '' : `/${asks.at}`;
  const faults = new Map<string, Text>();
  for (const { pointer = '', text: words } of refusals) {
    const name = pointer.startsWith(`${base}/`) ? (pointer.slice(base.length + 1).split('/')[0] ?? '') : '';
    const known = name === 'reason' || asks?.form.fields[name] !== undefined ? name : '';
    if (!faults.has(known)) faults.set(known, words);
  }
  return Object.fromEntries(faults);
};

const attemptOf = ({ values, filesSent, reason }: SentForm, faults: FormAttempt['faults']): FormAttempt => ({
  values: reason === undefined ? values : { ...values, reason },
  faults,
  files: filesSent,
});

/**
 * Where people without an account open matters and follow them. A code is only ever in the body of a form or in a cookie that no script reads
 * and no other site sends: never in an address, a header that is logged, or the log.
 */
export const applicationRoutes = (
  services: Pick<Services, 'matters' | 'definitions' | 'config' | 'now' | 'random' | 'secret' | 'store'>,
  pages: PublicPages,
): FastifyPluginAsync => {
  const { matters, definitions, config, now, random, secret, store } = services;
  const attempts = createAttempts(() => performance.now());
  const open = new Map(
    definitions
      .filter(({ opening }) => opening.followed === true && askedOf(opening) !== undefined)
      .map((definition): [string, AnyMatterDefinition] => [definition.kind, definition]),
  );
  const pageContext = async (request: FastifyRequest) => ({
    ...contextOf(request.url),
    demonstration: (await demonstrationStanding(store)) !== undefined,
  });
  const limited = (request: FastifyRequest, form: string): void => {
    const wait = attempts.take(formRules(form, request.ip));
    if (wait > 0) throw tooManyAttempts(wait);
  };
  const remember = (reply: FastifyReply, code: string): void => {
    reply.setCookie(cookieName, code, {
      path: '/',
      maxAge: cookieSeconds,
      httpOnly: true,
      sameSite: 'strict',
      secure: config.publicAddress.startsWith('https:'),
    });
  };
  const followed = async (request: FastifyRequest): Promise<{ kind: string; matter: MatterId } | undefined> => {
    const code = readCode(request.cookies[cookieName] ?? '');
    return code === undefined ? undefined : matters.followed(codeHash(code));
  };

  const apply = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { kind } = request.params as { readonly kind: string };
    const definition = open.get(kind);
    if (definition === undefined) throw notFound();
    limited(request, 'apply');
    const context = await pageContext(request);
    const asks = askedOf(definition.opening);
    const sent = await readForm(request, asks?.form, config.virusScanner);
    const again = (faults: FormAttempt['faults']): FastifyReply =>
      sendFresh(reply, 422, pages.applicationPage({ kind, attempt: attemptOf(sent, faults) }, context));
    if (Object.keys(sent.faults).length > 0) return again(sent.faults);
    const code = drawCode(random);
    const opened = await matters.open({
      actor: { kind: 'public' },
      kind,
      input: inputOf(asks, sent.values),
      brought: {
        files: sent.files,
        followCode: codeHash(code),
        origin: originOf(secret, request.ip, civilDateOf(now())),
      },
    });
    if (opened.outcome === 'refused') {
      if (opened.why !== 'refused' && opened.why !== 'invalid') throw new ProblemError(problemOf(opened));
      return again(faultsOf(opened, asks));
    }
    remember(reply, code);
    return sendFresh(reply, 201, pages.applicationTakenPage({ kind, code }, context));
  };

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    attempt?: FollowedMatterModel['attempt'],
  ): Promise<FastifyReply> => {
    const context = { ...(await pageContext(request)), path: '/follow' };
    const found = await followed(request);
    const definition = definitions.find(({ kind }) => kind === found?.kind);
    if (found === undefined || definition === undefined)
      return sendFresh(reply, 200, pages.followCodePage({ wrong: false }, context));
    const reading = await matters.read({ kind: 'applicant', matter: found.matter }, found.kind, found.matter, {
      unseal: ['confidential', 'personal'],
    });
    if (reading === undefined) return sendFresh(reply, 200, pages.followCodePage({ wrong: false }, context));
    return sendFresh(reply, status, pages.followedMatterPage(followedModel(definition, reading, attempt), context));
  };

  const enter = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    limited(request, 'follow');
    const context = await pageContext(request);
    const body: unknown = request.body;
    const typed = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
    const code = typeof typed === 'string' ? readCode(typed) : undefined;
    const found = code === undefined ? undefined : await matters.followed(codeHash(code));
    if (code === undefined || found === undefined)
      return sendFresh(reply, 422, pages.followCodePage({ wrong: true }, context));
    remember(reply, code);
    return reply.redirect(`/${context.language}/follow`, 303);
  };

  const give = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    limited(request, 'follow-command');
    const { command: name } = request.params as { readonly command: string };
    const { language } = contextOf(request.url);
    const found = await followed(request);
    const command = definitions.find(({ kind }) => kind === found?.kind)?.commands[name];
    if (found === undefined) return reply.redirect(`/${language}/follow`, 303);
    if (command === undefined) throw notFound();
    const asks = askedOf(command);
    const sent = await readForm(request, asks?.form, config.virusScanner);
    const again = (faults: FormAttempt['faults']): Promise<FastifyReply> =>
      show(request, reply, 422, { ...attemptOf(sent, faults), command: name });
    if (Object.keys(sent.faults).length > 0) return again(sent.faults);
    const done = await matters.give({
      actor: { kind: 'applicant', matter: found.matter },
      kind: found.kind,
      matter: found.matter,
      command: name,
      input: inputOf(asks, sent.values),
      brought: { files: sent.files },
      ...(sent.reason === undefined ? {} : { reason: sent.reason }),
    });
    if (done.outcome === 'refused') {
      const faults = faultsOf(done, asks);
      return again(
        Object.keys(faults).length > 0 ? faults : { '': text('没有办成，请重试。', 'It was not done. Try again.') },
      );
    }
    return reply.redirect(`/${language}/follow`, 303);
  };

  const leave = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    reply.clearCookie(cookieName, { path: '/' });
    return reply.redirect(`/${contextOf(request.url).language}/apply`, 303);
  };

  return async (app: FastifyInstance): Promise<void> => {
    const hidden = { schema: { hide: true }, config: { public: true } } as const;
    const upload = { ...hidden, bodyLimit: limits.together + 1024 * 1024 } as const;
    for (const prefix of prefixes) {
      app.get(`${prefix}/apply`, hidden, async (request, reply) =>
        sendFresh(reply, 200, pages.applicationsPage(await pageContext(request))),
      );
      app.get(`${prefix}/apply/:kind`, hidden, async (request, reply) => {
        const { kind } = request.params as { readonly kind: string };
        if (!open.has(kind)) throw notFound();
        return sendFresh(reply, 200, pages.applicationPage({ kind }, await pageContext(request)));
      });
      app.post(`${prefix}/apply/:kind`, upload, apply);
      app.get(`${prefix}/follow`, hidden, (request, reply) => show(request, reply, 200));
      app.post(`${prefix}/follow`, hidden, enter);
      app.post(`${prefix}/follow/leave`, hidden, leave);
      app.post(`${prefix}/follow/:command`, upload, give);
    }
  };
};
