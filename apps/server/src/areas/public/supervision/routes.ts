import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  complaintsAnsweredSchema,
  discretionSchema,
  governanceFiguresSchema,
  providerAnsweredSchema,
  publicCampaignSchema,
  publicCampaignsSchema,
  publishedDecisionSchema,
  publishedDecisionsSchema,
  riskNoticeSchema,
  riskNoticesSchema,
  standardsOfBodySchema,
  standardsSchema,
} from '@suanjian/contracts';
import type { PageContext } from '@suanjian/web';
import { z } from 'zod';
import { addPage, sendData, withoutJson, type Portal } from '../answering.ts';
import { campaignsModel, findCampaign } from './campaigns.ts';
import { answeredBy } from './complaints.ts';
import { decisionsPage, findDecision } from './decisions.ts';
import { discretionModel } from './discretion.ts';
import { findRiskNotice, riskNoticesModel } from './risk-notices.ts';
import { findStandards, standardsModel } from './standards.ts';
import type { SlowFigures } from './slow-figures.ts';

const idOf = (request: FastifyRequest): string => (request.params as { readonly id?: string }).id ?? '';
const pageOf = (request: FastifyRequest): unknown => (request.query as { readonly page?: unknown }).page;

interface Shown<Model> {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly schema: z.ZodType;
  /** Asked for by `:id` where the path has one. */
  readonly find: (request: FastifyRequest, id: string) => Promise<Model | undefined>;
  readonly page: (model: Model, context: PageContext) => string;
  /** Address of the data, where it is not the page's own with an ending. */
  readonly data?: string;
}

/** Every result of supervision that is for everybody: a page, and beside it the same as data. */
export const addSupervision = (app: FastifyInstance, portal: Portal, figures: SlowFigures): void => {
  const { services, pages, cache } = portal;

  const add = <Model>({ path, operationId, summary, schema, find, page, data }: Shown<Model>): void => {
    const single = path.endsWith('/:id');
    addPage(
      app,
      portal,
      path,
      async (request, context) => {
        const model = await find(request, idOf(request));
        return model === undefined ? undefined : page(model, context);
      },
      (request, reply) => {
        const { value, asJson } = withoutJson(single ? idOf(request) : '');
        return asJson ? sendData(request, reply, cache, () => find(request, value)) : undefined;
      },
    );
    app.get(
      data ?? (single ? `${path}/data.json` : `${path}.json`),
      {
        schema: {
          tags: ['public'],
          operationId,
          summary,
          ...(single ? { params: z.object({ id: z.string() }) } : {}),
          response: { 200: schema },
        },
      },
      (request, reply) => sendData(request, reply, cache, () => find(request, idOf(request))),
    );
  };

  addPage(app, portal, '/supervision', (_request, context) => pages.supervisionPage(context));
  add({
    path: '/decisions',
    operationId: 'decisions.list',
    summary: '公布的处罚决定 / Published decisions',
    schema: publishedDecisionsSchema,
    find: (request) => decisionsPage(services, pageOf(request)),
    page: pages.decisionsPage,
  });
  add({
    path: '/decisions/:id',
    operationId: 'decisions.one',
    summary: '一份处罚决定 / One published decision',
    schema: publishedDecisionSchema,
    find: (_request, id) => findDecision(services, id),
    page: pages.decisionPage,
  });
  add({
    path: '/risk-notices',
    operationId: 'riskNotices.list',
    summary: '安全风险提示 / Risk notices to the public',
    schema: riskNoticesSchema,
    find: () => riskNoticesModel(services),
    page: pages.riskNoticesPage,
  });
  add({
    path: '/risk-notices/:id',
    operationId: 'riskNotices.one',
    summary: '一条安全风险提示 / One risk notice',
    schema: riskNoticeSchema,
    find: (_request, id) => findRiskNotice(services, id),
    page: pages.riskNoticePage,
  });
  add({
    path: '/campaigns',
    operationId: 'campaigns.list',
    summary: '专项行动进展 / Progress of campaigns',
    schema: publicCampaignsSchema,
    find: () => campaignsModel(services),
    page: pages.campaignsPage,
  });
  add({
    path: '/campaigns/:id',
    operationId: 'campaigns.one',
    summary: '一次专项行动 / One campaign',
    schema: publicCampaignSchema,
    find: (_request, id) => findCampaign(services, id),
    page: pages.campaignPage,
  });
  add({
    path: '/discretion',
    operationId: 'discretion.list',
    summary: '裁量基准 / Standards of discretion',
    schema: discretionSchema,
    find: () => discretionModel(services),
    page: pages.discretionPage,
  });
  add({
    path: '/standards',
    operationId: 'standards.list',
    summary: '行业标准与采用 / Industry standards and who keeps to them',
    schema: standardsSchema,
    find: () => standardsModel(services),
    page: pages.standardsPage,
  });
  add({
    path: '/standards/:id',
    operationId: 'standards.one',
    summary: '一个组织的行业标准 / The standards of one body',
    schema: standardsOfBodySchema,
    find: (_request, id) => findStandards(services, id),
    page: pages.standardsOfBodyPage,
  });
  add({
    path: '/punctuality/complaints',
    operationId: 'providers.complaintsAnswered',
    summary: '企业按承诺时限答复投诉 / How providers keep their published time for complaints',
    schema: complaintsAnsweredSchema,
    find: figures.complaints,
    page: pages.complaintsAnsweredPage,
  });
  add({
    path: '/punctuality/complaints/:id',
    operationId: 'providers.complaintsAnsweredBy',
    summary: '一家企业按承诺时限答复投诉 / How one provider keeps its published time for complaints',
    schema: providerAnsweredSchema,
    find: async (_request, id) => answeredBy(await figures.complaints(), id),
    page: pages.providerAnsweredPage,
  });
  add({
    path: '/figures',
    operationId: 'governance.figures',
    summary: '治理成效 / Governance figures',
    schema: governanceFiguresSchema,
    find: figures.governance,
    data: '/figures/governance.json',
    page: pages.governancePage,
  });
};
