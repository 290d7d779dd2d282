import type { FastifyInstance } from 'fastify';
import { numberCheckSchema, punctualitySchema, registerFiguresSchema } from '@suanjian/contracts';
import { registerFigures } from '@suanjian/records';
import { civilDateOf, text } from '@suanjian/rulebook';
import { z } from 'zod';
import { isProblemName, problemKinds } from '../../http/problem-kinds.ts';
import { addPage, sendData, type Portal } from './answering.ts';
import { officePunctuality } from './clocks.ts';
import { endpointsOf } from './endpoints.ts';
import { figuresModel } from './figures-model.ts';
import { checkNumber } from './number-check-model.ts';

const longestNumber = 60;

const numberIn = (query: unknown): string => {
  const given: unknown = typeof query === 'object' && query !== null && 'number' in query ? query.number : '';
  return typeof given === 'string' ? given.trim().slice(0, longestNumber) : '';
};

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#a5281e"/><path d="M8 7h16v4H8zM8 14h16v3H8zM8 20h7v6H8zM18 20h6v6h-6z" fill="#fff8f2"/></svg>';

/** Home, number check, punctuality, accessibility, API. */
export const addPlainPages = (app: FastifyInstance, portal: Portal): void => {
  const { services, pages, cache } = portal;
  const { store, config, now } = services;

  const figures = async () => figuresModel(await registerFigures(store.database));
  addPage(app, portal, '/', async (_request, context) => pages.homePage(await figures(), context));
  app.get(
    '/figures.json',
    {
      schema: {
        tags: ['public'],
        operationId: 'register.figures',
        summary: '公示库概况 / The register in figures',
        response: { 200: registerFiguresSchema },
      },
    },
    (request, reply) => sendData(request, reply, cache, figures),
  );

  addPage(app, portal, '/check', async (request, context) => {
    const number = numberIn(request.query);
    return pages.numberCheckPage(
      number === '' ? undefined : await checkNumber(store.database, number, config.numberPrefix),
      context,
    );
  });
  app.get(
    '/check.json',
    {
      schema: {
        tags: ['public'],
        operationId: 'register.check',
        summary: '核验编号 / Check a filing number',
        querystring: z.object({ number: z.string().describe('As printed, or its digits') }),
        response: { 200: numberCheckSchema },
      },
    },
    (request, reply) =>
      sendData(request, reply, cache, () => checkNumber(store.database, numberIn(request.query), config.numberPrefix)),
  );

  const punctuality = () => officePunctuality(store.database, civilDateOf(now()));
  addPage(app, portal, '/punctuality', async (_request, context) =>
    pages.punctualityPage(await punctuality(), context),
  );
  app.get(
    '/punctuality.json',
    {
      schema: {
        tags: ['public'],
        operationId: 'offices.punctuality',
        summary: '各地办理时效 / Punctuality of the offices',
        response: { 200: punctualitySchema },
      },
    },
    (request, reply) => sendData(request, reply, cache, punctuality),
  );

  addPage(app, portal, '/accessibility', (_request, context) => pages.accessibilityPage(context));
  addPage(app, portal, '/api', (_request, context) => pages.apiPage(endpointsOf(app.swagger()), context));
  addPage(app, portal, '/api/problems/:name', (request, context) => {
    const { name } = request.params as { readonly name: string };
    if (!isProblemName(name)) return undefined;
    return pages.messagePage(
      { title: text(`接口问题：${name}`, `Problem: ${name}`), paragraphs: [problemKinds[name]] },
      context,
    );
  });
  app.get('/favicon.svg', { schema: { hide: true } }, (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
  );
};
