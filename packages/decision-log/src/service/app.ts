import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Verifier } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import { familyNames, type FamilyName } from '../families/families.ts';
import type { Appended, DecisionLog } from '../ingest/decision-log.ts';
import { SharedMemory } from '../ingest/shared-memory.ts';
import { LogFault } from '../journal/log-fault.ts';
import { bearerCheck } from './bearer.ts';
import { readBody } from './body.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { noSuchFamily, nowhere, problemOf, sendProblem, unauthenticated } from './problem.ts';

export interface LogServiceOptions {
  readonly log: DecisionLog;
  /** What writers and readers must show; see bearer.ts. */
  readonly token: string;
  /** Decoded bytes of one body. */
  readonly mostBody?: number;
  /** Bytes, declared or decoded, whichever is more, of the bodies that are being received and written at the same time. */
  readonly mostUnderWay?: number;
  /** Witnesses whose cosignatures are taken. */
  readonly witnesses?: readonly Verifier[];
  /** Told of what nobody foresaw. */
  readonly onError?: (error: unknown) => void;
}

const MOST_BODY = 64 * 2 ** 20;
const MOST_UNDER_WAY = 256 * 2 ** 20;
/** What a body without a declared length counts as. */
const UNDECLARED = 2 ** 20;

/** The log over HTTP: records in, proofs out. It speaks to machines of the provider; people's ids come as pseudonyms only. */
export function logService(options: LogServiceOptions): FastifyInstance {
  const { log, token, onError = () => undefined, witnesses = [], mostUnderWay = MOST_UNDER_WAY } = options;
  const app = fastify({ logger: false, bodyLimit: Number.MAX_SAFE_INTEGER, requestTimeout: 120_000 });
  const isBearer = bearerCheck(token);
  app.removeAllContentTypeParsers();
  // Bodies are read where they are wanted, as they come.
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status === 500) onError(error);
    return sendProblem(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, nowhere));
  app.addHook('onRequest', async (request, reply) => {
    if (request.url === '/healthz' || isBearer(request.headers.authorization)) return;
    await sendProblem(request, reply.header('www-authenticate', 'Bearer'), unauthenticated);
  });
  app.get('/healthz', async (request, reply) => {
    const { behind, fault } = log.loading;
    const status = fault === undefined && log.damage.length === 0 ? 'ok' : 'degraded';
    // How much is logged, and what is broken, is nobody's business who does not show the token.
    if (!isBearer(request.headers.authorization)) return reply.code(200).send({ status });
    return reply.code(200).send({
      status,
      leaves: log.view.index.size,
      behind,
      ...(fault && { store: fault }),
      ...(log.damage.length > 0 && { damage: log.damage.map(({ text: words }) => words) }),
    });
  });
  const memory = new SharedMemory(mostUnderWay);
  const intake = new Intake(options, memory);
  app.post<{ Params: { family: string } }>('/v1/log/:family', (request, reply) => intake.take(request, reply));
  evidenceRoutes(app, log, { witnesses, memory });
  return app;
}

class Intake {
  readonly #log: DecisionLog;
  readonly #mostBody: number;
  readonly #mostUnderWay: number;
  readonly #memory: SharedMemory;
  #underWay = 0;

  constructor({ log, mostBody = MOST_BODY, mostUnderWay = MOST_UNDER_WAY }: LogServiceOptions, memory: SharedMemory) {
    this.#log = log;
    this.#memory = memory;
    this.#mostBody = mostBody;
    this.#mostUnderWay = mostUnderWay;
  }

  async take(request: FastifyRequest<{ Params: { family: string } }>, reply: FastifyReply): Promise<FastifyReply> {
    const family = familyNames.find((name) => name === request.params.family);
    if (family === undefined) return sendProblem(request, reply, noSuchFamily(familyNames));
    let size = Number(request.headers['content-length'] ?? UNDECLARED);
    if (this.#underWay > 0 && this.#underWay + size > this.#mostUnderWay) throw busy();
    this.#underWay += size;
    // What was declared is less than what comes where it comes compressed, or undeclared.
    const holding = (bytes: number): void => {
      const more = bytes - size;
      if (more <= 0) return;
      if (this.#underWay > size && this.#underWay + more > this.#mostUnderWay) throw busy();
      this.#underWay += more;
      size = bytes;
    };
    try {
      const { body, tooLong } = await readBody(request.raw, this.#mostBody, this.#memory, holding);
      try {
        return answer(request, reply, family, await this.#log.append(family, body, { ...batchOf(request), tooLong }));
      } finally {
        this.#memory.giveBack(body);
      }
    } finally {
      this.#underWay -= size;
    }
  }
}

function batchOf(request: FastifyRequest): { readonly batch?: string } {
  const header = request.headers['batch-id'];
  return typeof header === 'string' ? { batch: header } : {};
}

/** 200 where all went in, 207 where some did, 422 where none did. */
function answer(request: FastifyRequest, reply: FastifyReply, family: FamilyName, appended: Appended): FastifyReply {
  const { accepted, refused, refusals } = appended;
  if (accepted === 0 && refused > 0) {
    return sendProblem(request, reply, {
      status: 422,
      name: 'records',
      title: text('没有一条记录被接收', 'None of the records was taken'),
      detail: text(`${family} 的 ${refused} 条记录都有误。`, `All ${refused} records of ${family} are at fault.`),
      refused,
      refusals,
    });
  }
  return reply.code(refused === 0 ? 200 : 207).send(appended);
}

const busy = (): LogFault =>
  new LogFault(
    'lagging',
    text('正在接收的数据过多，请稍后重试。', 'Too much is being received at once; try again later.'),
  );
