import type { FastifyRequest } from 'fastify';
import type { Actor, Membership } from '@suanjian/matters';
import { text } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { forbidden } from '../../http/problem.ts';

export interface Member {
  readonly actor: Extract<Actor, { kind: 'person' }>;
  readonly account: string;
  readonly membership: Membership;
}

/** Somebody who is signed in and acts for an organisation. @throws ProblemError 401, 403 */
export const memberOf = (request: FastifyRequest): Member => {
  const { actor } = signedIn(request);
  if (actor.kind !== 'person' || actor.membership === undefined)
    throw forbidden(text('请先加入一个单位。', 'This is for members of an organisation.'));
  return { actor, account: actor.account, membership: actor.membership };
};

/** As `memberOf`, with the role of an administrator. */
export const administratorOf = (request: FastifyRequest): Member => {
  const member = memberOf(request);
  if (!member.membership.roles.includes('administrator'))
    throw forbidden(text('只有本单位的管理员可以这样做。', 'Only administrators of the organisation may do this.'));
  return member;
};
