import type { FastifyReply } from 'fastify';
import type { Refusal } from '@suanjian/matters';
import type { Refused, RefusedWhy } from '@suanjian/records';
import { text, type Text } from '@suanjian/rulebook';
import type { ProblemName } from './problem-kinds.ts';

/** RFC 9457, with every fault at once, each with its JSON pointer, in both languages. */
export interface Problem {
  readonly type: string;
  readonly title: Text;
  readonly status: number;
  readonly detail?: Text;
  readonly errors?: readonly Refusal[];
}

const statusOf: Readonly<Record<RefusedWhy, number>> = {
  'not-found': 404,
  'not-permitted': 403,
  'wrong-state': 409,
  'reason-missing': 422,
  invalid: 422,
  refused: 422,
  stale: 412,
  'key-reused': 409,
};

const titleOf: Readonly<Record<RefusedWhy, Text>> = {
  'not-found': text('没有找到', 'Not found'),
  'not-permitted': text('没有权限', 'Not permitted'),
  'wrong-state': text('现在的状态不允许', 'Not possible in the present state'),
  'reason-missing': text('需要写明理由', 'A reason is missing'),
  invalid: text('输入不符合要求', 'The input is not valid'),
  refused: text('未能办理', 'Refused'),
  stale: text('已经有变化', 'Out of date'),
  'key-reused': text('请求编号重复', 'Idempotency key used before'),
};

/** Problem types are addresses of pages that explain them. */
export const problemType = (name: ProblemName): string => `/api/problems/${name}`;

export const problemOf = ({ why, refusals }: Refused): Problem => ({
  type: problemType(why),
  title: titleOf[why],
  status: statusOf[why],
  errors: refusals,
});

export const problem = (status: number, name: ProblemName, title: Text, detail?: Text): Problem => ({
  type: problemType(name),
  title,
  status,
  ...(detail === undefined ? {} : { detail }),
});

/** Thrown by areas; the application's error handler sends it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title.en);
    this.problem = problem;
  }
}

export const notFound = (): ProblemError => new ProblemError(problem(404, 'not-found', titleOf['not-found']));
export const forbidden = (detail?: Text): ProblemError =>
  new ProblemError(problem(403, 'not-permitted', titleOf['not-permitted'], detail));
export const unauthenticated = (): ProblemError =>
  new ProblemError(
    problem(
      401,
      'sign-in',
      text('请先登录', 'Sign in first'),
      text('这个页面或操作需要登录。', 'This page or action wants you to be signed in.'),
    ),
  );

/** Sends a problem in the language the reader prefers for `title` and `detail`; errors keep both languages. */
export const sendProblem = (
  reply: FastifyReply,
  { title, detail, ...rest }: Problem,
  language: 'zh' | 'en',
): FastifyReply =>
  reply
    .code(rest.status)
    .type('application/problem+json')
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .send(
      JSON.stringify({
        ...rest,
        title: title[language],
        titles: title,
        ...(detail === undefined ? {} : { detail: detail[language], details: detail }),
      }),
    );
