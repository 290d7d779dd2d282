import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  madeAccountSchema,
  madeSchema,
  newAccountSchema,
  newOrganisationSchema,
  organisationListSchema,
} from '@suanjian/contracts';
import { text } from '@suanjian/rulebook';
import type { Auth } from '../../auth/create-auth.ts';
import { signedIn } from '../../http/identity.ts';
import { forbidden } from '../../http/problem.ts';
import type { Services } from '../../services.ts';

const tags = ['administration'];

const assertOperator = (request: FastifyRequest) => {
  const { actor } = signedIn(request);
  if (actor.kind !== 'operator')
    throw forbidden(text('只有本机操作员可以这样做。', 'Only the local operator may do this.'));
  return actor;
};

/** What only whoever runs the installation may do, at the machine itself. */
export const administrationRoutes =
  ({ store }: Pick<Services, 'store'>, auth: Auth): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/administration/organisations',
      {
        schema: {
          tags,
          operationId: 'administration.organisations',
          summary: '全部单位 / All organisations',
          response: { 200: organisationListSchema },
        },
      },
      async (request) => {
        assertOperator(request);
        const organisations = await store.database
          .selectFrom('organisation')
          .leftJoin('membership', 'membership.organisation_id', 'organisation.id')
          .select((expression) => [
            'organisation.id',
            'organisation.kind',
            'organisation.name',
            'organisation.place',
            'organisation.level',
            expression.fn.count<number>('membership.account_id').as('members'),
          ])
          .groupBy('organisation.id')
          .orderBy('organisation.kind')
          .orderBy('organisation.name')
          .execute();
        return { organisations };
      },
    );

    app.post(
      '/api/administration/organisations',
      {
        schema: {
          tags,
          operationId: 'administration.createOrganisation',
          summary: '新建单位 / Make an organisation',
          body: newOrganisationSchema,
          response: { 201: madeSchema },
        },
      },
      async (request, reply) => {
        const actor = assertOperator(request);
        const { demonstration, ...organisation } = request.body;
        const id = await auth.createOrganisation(actor, {
          ...organisation,
          ...(demonstration === undefined ? {} : { demonstration }),
        });
        return reply.code(201).send({ id });
      },
    );

    app.post(
      '/api/administration/accounts',
      {
        schema: {
          tags,
          operationId: 'administration.createAccount',
          summary: '新建账号并授予角色 / Make an account, with roles in an organisation',
          body: newAccountSchema,
          response: { 200: madeAccountSchema, 201: madeAccountSchema },
        },
      },
      async (request, reply) => {
        const actor = assertOperator(request);
        const { email, name, password, organisation, roles } = request.body;
        const made = await auth.ensureAccount(actor, {
          email,
          name,
          ...(password === undefined ? {} : { password }),
          ...(organisation === undefined ? {} : { member: { organisation, roles: roles ?? [] } }),
        });
        return reply.code(made.created ? 201 : 200).send(made);
      },
    );
  };
