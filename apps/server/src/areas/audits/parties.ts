import type { FastifyRequest } from 'fastify';
import { text } from '@suanjian/rulebook';
import { forbidden } from '../../http/problem.ts';
import { memberOf, type Member } from '../notices/member.ts';

/** A member of a provider. @throws ProblemError 401, 403 */
export const ofProvider = (request: FastifyRequest): Member => {
  const member = memberOf(request);
  if (member.membership.kind !== 'provider')
    throw forbidden(text('这是给备案企业用的。', 'This is for members of a company that files.'));
  return member;
};

const withRole = (request: FastifyRequest, ...roles: readonly string[]): Member => {
  const member = ofProvider(request);
  if (!member.membership.roles.some((role) => roles.includes(role))) throw forbidden();
  return member;
};

/** Whoever may say which keys speak for the company. */
export const keepsKeys = (request: FastifyRequest): Member => withRole(request, 'officer', 'administrator');

/** Whoever may send what is signed already. */
export const sendsBundles = (request: FastifyRequest): Member =>
  withRole(request, 'officer', 'administrator', 'editor');
