import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { StoreBusy, StoreError, StoreUnavailable } from '@suanjian/records';
import { text, type Text } from '@suanjian/rulebook';
import { stackPositions } from './logging.ts';
import { ProblemError, notFound, problem, sendProblem, type Problem } from './problem.ts';

const tooLarge = problem(
  413,
  'too-large',
  text('内容太大', 'Too large'),
  text('提交的内容超过上限，请缩小后重试。', 'What was sent is above the limit. Make it smaller and try again.'),
);
const tooMany = problem(
  429,
  'too-many-requests',
  text('请求太频繁', 'Too many requests'),
  text('请稍等片刻再试。', 'Wait a moment and try again.'),
);
const unreadable = problem(
  400,
  'unreadable',
  text('内容无法读取', 'Unreadable'),
  text('请求的内容不是有效的 JSON 或表单。', 'The body is not valid JSON or not a valid form.'),
);
const unsupported = problem(
  415,
  'media-type',
  text('不支持的内容类型', 'Unsupported media type'),
  text('请以 application/json 提交。', 'Send application/json.'),
);
const away = problem(
  503,
  'store-unavailable',
  text('暂时不可用', 'Not available for the moment'),
  text('数据库暂时不可用，没有内容被改动。', 'The database cannot be reached for the moment; nothing was changed.'),
);
const internal = problem(
  500,
  'internal',
  text('服务器出错了', 'The server failed'),
  text(
    '出现了意外错误，已记录。没有内容被改动；请稍后重试。',
    'An unexpected fault happened and was logged. Nothing was changed; try again later.',
  ),
);

/** What Fastify and its plugins refuse by themselves. */
const byStatus = new Map<number, Problem>([
  [400, unreadable],
  [404, notFound().problem],
  [413, tooLarge],
  [415, unsupported],
  [429, tooMany],
]);

const validationProblem = (error: FastifyError): Problem => ({
  ...problem(422, 'invalid', text('输入不符合要求', 'The input is not valid')),
  errors: (error.validation ?? []).map(({ instancePath, message }) => ({
    code: 'input/invalid',
    pointer: instancePath,
    text: text(
      `「${instancePath}」不符合要求。`,
      `“${instancePath}” is not valid: ${message ?? 'wrong value'}.`,
    ) satisfies Text,
  })),
});

/** The problem behind an error; what is unexpected becomes a plain 500 that tells nothing about the inside. */
export const problemOfError = (error: unknown): Problem => {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof StoreUnavailable || error instanceof StoreBusy) return away;
  if (error instanceof StoreError) return { ...internal, detail: error.text };
  const { validation, statusCode } = error as Partial<FastifyError>;
  if (hasZodFastifySchemaValidationErrors(error) || validation !== undefined)
    return validationProblem(error as FastifyError);
  return byStatus.get(statusCode ?? 500) ?? internal;
};

export const installErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request: FastifyRequest, reply: FastifyReply) => {
    const found = problemOfError(error);
    // Messages of unexpected errors may hold values; only their kind and stack positions are logged.
    if (found.status >= 500)
      request.log.error(
        {
          kind: error instanceof Error ? error.name : typeof error,
          stack: stackPositions(error),
        },
        'unexpected fault',
      );
    return sendProblem(reply, found, request.language);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(reply, notFound().problem, request.language));
};
