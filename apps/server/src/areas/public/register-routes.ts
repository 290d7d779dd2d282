import type { FastifyInstance, FastifyRequest } from 'fastify';
import { registerRecordSchema, registerSearchSchema } from '@suanjian/contracts';
import { searchRegister } from '@suanjian/records';
import { z } from 'zod';
import { addPage, sendData, withoutJson, type Portal } from './answering.ts';
import { loadRecord } from './load-record.ts';
import { addReport } from './report-route.ts';
import type { SlowFigures } from './supervision/slow-figures.ts';
import { readSearchQuery, searchModel, storeQuery } from './search-model.ts';

const repeated = z.union([z.string(), z.array(z.string())]).optional();

const searchQuerySchema = z.object({
  q: z.string().optional().describe('Name, company, product, purpose or number'),
  technique: repeated.describe('Kind of algorithm; may be given several times'),
  province: repeated.describe('First two digits of GB/T 2260'),
  year: repeated.describe('Year of first publication'),
  status: repeated.describe('filed, cancelled or revoked'),
  role: repeated,
  list: repeated,
  flagged: repeated.describe('true for numbers that break their own rules'),
  sort: z.string().optional().describe('relevance, newest, oldest or name'),
  page: z.string().optional(),
  size: z.string().optional().describe('1 to 100'),
});

/** The 21 digits of a number written in full. */
const digitsIn = (printed: string): string | undefined => /^\D{1,12}(\d{21})号?$/u.exec(printed.normalize('NFKC'))?.[1];

/** Search, record, and reporting an error in a record. */
export const addRegister = (app: FastifyInstance, portal: Portal, figures: SlowFigures): void => {
  const { services, pages, cache } = portal;
  const { store, config } = services;

  const search = async (given: Readonly<Record<string, unknown>>) => {
    const query = readSearchQuery(given);
    return searchModel(query, await searchRegister(store.database, storeQuery(query)));
  };
  addPage(app, portal, '/register', async (request, context) =>
    pages.registerSearchPage(await search(request.query as Readonly<Record<string, unknown>>), context),
  );
  app.get(
    '/register.json',
    {
      schema: {
        tags: ['public'],
        operationId: 'register.search',
        summary: '查找备案 / Search the register',
        querystring: searchQuerySchema,
        response: { 200: registerSearchSchema },
      },
    },
    (request, reply) =>
      sendData(request, reply, cache, () => search(request.query as Readonly<Record<string, unknown>>)),
  );

  const numberOf = (request: FastifyRequest): string => (request.params as { readonly number: string }).number;
  addPage(
    app,
    portal,
    '/register/:number',
    async (request, context) => {
      const record = await loadRecord({ ...portal, figures }, numberOf(request));
      return record === undefined
        ? undefined
        : pages.recordPage({ record, address: `${config.publicAddress}/register/${record.number}` }, context);
    },
    (request, reply) => {
      const { value, asJson } = withoutJson(numberOf(request));
      const digits = digitsIn(value);
      if (digits !== undefined) {
        const prefix = request.url.slice(0, request.url.indexOf('/register/'));
        return reply.redirect(`${prefix}/register/${digits}${asJson ? '.json' : ''}`, 301);
      }
      return asJson ? sendData(request, reply, cache, () => loadRecord({ ...portal, figures }, value)) : undefined;
    },
  );
  app.get(
    '/register/:number/record.json',
    {
      schema: {
        tags: ['public'],
        operationId: 'register.record',
        summary: '一条备案记录（也可用 /register/编号.json） / One record (also as /register/number.json)',
        params: z.object({ number: z.string().describe('The 21 digits') }),
        response: { 200: registerRecordSchema },
      },
    },
    (request, reply) => sendData(request, reply, cache, () => loadRecord({ ...portal, figures }, numberOf(request))),
  );
  addReport(app, portal);
};
