import type { FastifyRequest } from 'fastify';
import { text } from '@suanjian/rulebook';
import { forbidden } from '../../http/problem.ts';
import { memberOf, type Member } from '../notices/member.ts';

const triaging: ReadonlySet<string> = new Set(['reviewer', 'supervisor']);

export const mayTriage = ({ membership }: Member): boolean =>
  membership.kind === 'office' && membership.roles.some((role) => triaging.has(role));

/** Whether somebody may say what is watched and how: a head at the national level, for all offices use it. */
export const mayDecide = ({ membership }: Member): boolean =>
  membership.kind === 'office' && membership.level === 'nation' && membership.roles.includes('supervisor');

/** @throws ProblemError 401, 403 */
export const officeMember = (request: FastifyRequest): Member => {
  const member = memberOf(request);
  if (member.membership.kind !== 'office')
    throw forbidden(text('这是给主管部门用的。', 'This is for members of an office.'));
  return member;
};

/** @throws ProblemError 401, 403 */
export const triages = (request: FastifyRequest): Member => {
  const member = officeMember(request);
  if (!mayTriage(member)) throw forbidden();
  return member;
};

/** @throws ProblemError 401, 403 */
export const decides = (request: FastifyRequest): Member => {
  const member = officeMember(request);
  if (!mayDecide(member))
    throw forbidden(
      text('指标由国家级部门的负责人决定。', 'What is watched is decided by a supervisor at the national level.'),
    );
  return member;
};
