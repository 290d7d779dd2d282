import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AccountId } from '@suanjian/matters';
import { text } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { forbidden } from '../../http/problem.ts';

export const done = z.object({ done: z.literal(true) }).readonly();
export const tags = ['account'];

/** For what belongs to one person: the local operator has no account. @throws ProblemError 401, 403 */
export const personOf = (request: FastifyRequest): AccountId => {
  const { actor } = signedIn(request);
  if (actor.kind !== 'person') throw forbidden(text('本机操作员没有账号。', 'The local operator has no account.'));
  return actor.account;
};
