import type { FastifyReply, FastifyRequest } from 'fastify';
import { EvidenceFault } from '@suanjian/evidence';
import { text, type Text } from '@suanjian/rulebook';
import type { Refusal } from '../record/refusal.ts';
import { LogFault, type LogFaultKind } from '../journal/log-fault.ts';
import { BodyFault } from './body.ts';

export interface ProblemFacts {
  readonly status: number;
  readonly name: string;
  readonly title: Text;
  readonly detail?: Text;
  /** In seconds. */
  readonly retryAfter?: number;
  readonly refused?: number;
  readonly refusals?: readonly Refusal[];
}

/** RFC 9457: title and detail in the language asked for, and both languages of the detail beside them. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, facts: ProblemFacts): FastifyReply {
  const { status, name, title, detail, retryAfter, ...more } = facts;
  const language = /^\s*en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send(
      JSON.stringify({
        type: `https://suanjian.invalid/problems/${name}`,
        title: title[language],
        status,
        ...(detail && { detail: detail[language], reason: detail }),
        ...more,
      }),
    );
}

const statusOf: Readonly<Record<LogFaultKind, number>> = {
  locked: 503,
  damaged: 500,
  deleted: 410,
  'not-found': 404,
  invalid: 400,
  'batch-reused': 409,
  disk: 503,
  lagging: 503,
  closed: 503,
  key: 500,
  unreadable: 400,
  service: 502,
};

const AGAIN = 5;

/** What a fault is over HTTP. What nobody foresaw says nothing of the inside. */
export function problemOf(error: unknown): ProblemFacts {
  if (error instanceof BodyFault) {
    return {
      status: error.status,
      name: 'body',
      title: text('请求内容未被接收', 'The body was not taken'),
      detail: error.text,
    };
  }
  if (error instanceof LogFault) {
    const status = statusOf[error.kind];
    return {
      status,
      name: error.kind,
      title: status === 503 ? text('暂时无法接收', 'Not now') : text('未被接收', 'Not taken'),
      detail: error.text,
      ...(status === 503 && { retryAfter: AGAIN }),
    };
  }
  if (error instanceof EvidenceFault) {
    return { status: 400, name: 'evidence', title: text('未被接收', 'Not taken'), detail: error.text };
  }
  return { status: 500, name: 'internal', title: text('内部错误', 'Something went wrong here') };
}

export const unauthenticated: ProblemFacts = {
  status: 401,
  name: 'token',
  title: text('需要令牌', 'A token is needed'),
  detail: text(
    '请在 Authorization 头中出示 Bearer 令牌；令牌在首次启动时写入数据目录的 keys/log/ingest.token。',
    'Show the bearer token in the Authorization header; it was written to keys/log/ingest.token of the data folder at the first start.',
  ),
};

export const noSuchFamily = (names: readonly string[]): ProblemFacts => ({
  status: 404,
  name: 'family',
  title: text('没有这个记录族', 'There is no such family'),
  detail: text(`记录族有：${names.join('、')}。`, `The families are ${names.join(', ')}.`),
});

export const nowhere: ProblemFacts = {
  status: 404,
  name: 'not-found',
  title: text('没有这个地址', 'There is nothing at this address'),
};
