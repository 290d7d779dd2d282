import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  accountEventListSchema,
  invitationListSchema,
  invitedSchema,
  memberListSchema,
  newInvitationSchema,
  officialListSchema,
  rolesSchema,
  staffListSchema,
} from '@suanjian/contracts';
import type { Auth } from '../../auth/create-auth.ts';
import { signedIn } from '../../http/identity.ts';

const tags = ['members'];
const organisation = z.object({ id: z.string().max(100) });
const done = z.object({ done: z.literal(true) }).readonly();
const mostEvents = 100;

/** Members, invitations and what happened to them, for the administrators of an organisation and the local operator; names of colleagues for all. */
export const memberRoutes =
  (auth: Auth): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/organisations/:id/members',
      {
        schema: {
          tags,
          operationId: 'members.list',
          summary: '成员 / Members',
          params: organisation,
          response: { 200: memberListSchema },
        },
      },
      async (request) => ({ members: await auth.listMembers(signedIn(request).actor, request.params.id) }),
    );

    app.get(
      '/api/organisations/:id/staff',
      {
        schema: {
          tags,
          operationId: 'members.staff',
          summary: '经办人员 / Colleagues who work on matters, for every member',
          params: organisation,
          response: { 200: staffListSchema },
        },
      },
      async (request) => ({ staff: await auth.listStaff(signedIn(request).actor, request.params.id) }),
    );

    app.get(
      '/api/officials',
      {
        schema: {
          tags,
          operationId: 'members.officials',
          summary: '可以参加联合工作组的工作人员 / Officials who can be named to a joint team, for offices',
          response: { 200: officialListSchema },
        },
      },
      async (request) => ({ officials: await auth.listOfficials(signedIn(request).actor) }),
    );

    app.put(
      '/api/organisations/:id/members/:account/roles',
      {
        schema: {
          tags,
          operationId: 'members.changeRoles',
          summary: '调整角色 / Change the roles of a member',
          params: organisation.extend({ account: z.string().max(100) }),
          body: rolesSchema,
          response: { 200: done },
        },
      },
      async (request) => {
        await auth.changeRoles(signedIn(request).actor, request.params.id, request.params.account, request.body.roles);
        return { done: true as const };
      },
    );

    app.delete(
      '/api/organisations/:id/members/:account',
      {
        schema: {
          tags,
          operationId: 'members.remove',
          summary: '移除成员 / Remove a member',
          params: organisation.extend({ account: z.string().max(100) }),
          response: { 200: done },
        },
      },
      async (request) => {
        await auth.removeMember(signedIn(request).actor, request.params.id, request.params.account);
        return { done: true as const };
      },
    );

    app.get(
      '/api/organisations/:id/invitations',
      {
        schema: {
          tags,
          operationId: 'invitations.list',
          summary: '未决邀请 / Open invitations',
          params: organisation,
          response: { 200: invitationListSchema },
        },
      },
      async (request) => ({ invitations: await auth.listInvitations(signedIn(request).actor, request.params.id) }),
    );

    app.post(
      '/api/organisations/:id/invitations',
      {
        schema: {
          tags,
          operationId: 'invitations.invite',
          summary: '邀请成员 / Invite somebody; the link is shown once',
          params: organisation,
          body: newInvitationSchema,
          response: { 201: invitedSchema },
        },
      },
      async (request, reply) => {
        const { email, roles } = request.body;
        const { id, token, expiresAt, organisationName } = await auth.invite(
          signedIn(request).actor,
          request.params.id,
          email,
          roles,
        );
        const delivered = await auth.deliverInvitation(email, token, organisationName);
        return reply
          .code(201)
          .header('cache-control', 'no-store')
          .send({ id, expiresAt, ...delivered });
      },
    );

    app.delete(
      '/api/organisations/:id/invitations/:invitation',
      {
        schema: {
          tags,
          operationId: 'invitations.withdraw',
          summary: '撤回邀请 / Withdraw an invitation',
          params: organisation.extend({ invitation: z.string().max(100) }),
          response: { 200: done },
        },
      },
      async (request) => {
        await auth.withdrawInvitation(signedIn(request).actor, request.params.id, request.params.invitation);
        return { done: true as const };
      },
    );

    app.get(
      '/api/organisations/:id/account-events',
      {
        schema: {
          tags,
          operationId: 'members.events',
          summary: '成员变动记录 / What happened to members, latest first',
          params: organisation,
          querystring: z.object({ before: z.coerce.number().int().positive().optional() }),
          response: { 200: accountEventListSchema },
        },
      },
      async (request) => ({
        events: await auth.listEvents(signedIn(request).actor, request.params.id, request.query.before, mostEvents),
      }),
    );
  };
