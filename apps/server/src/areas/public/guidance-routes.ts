import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findGuidance, findTraining, guidancePages } from '@suanjian/web';
import { addPage, sendData, withoutJson, type Portal } from './answering.ts';

const nameOf = (request: FastifyRequest): string => (request.params as { readonly name: string }).name;

/** What was chosen, by question; undefined where nothing was handed in. */
const chosenIn = (request: FastifyRequest): ReadonlyMap<string, number> | undefined => {
  const query = request.query as Readonly<Record<string, unknown>>;
  if (query['answered'] === undefined) return undefined;
  return new Map(
    Object.entries(query).flatMap(([name, value]): readonly [string, number][] =>
      typeof value === 'string' && /^\d$/.test(value) ? [[name, Number(value)]] : [],
    ),
  );
};

/** Guidance in plain words, and questions to learn by. What somebody chooses stands in the address alone. */
export const addGuidance = (app: FastifyInstance, portal: Portal): void => {
  const { pages, cache } = portal;
  addPage(app, portal, '/guidance', (_request, context) => pages.guidanceIndexPage(context));
  app.get(
    '/guidance.json',
    { schema: { tags: ['public'], operationId: 'guidance.list', summary: '全部指引 / All pages of guidance' } },
    (request, reply) => sendData(request, reply, cache, async () => guidancePages),
  );
  addPage(
    app,
    portal,
    '/guidance/:name',
    (request, context) => {
      const page = findGuidance(nameOf(request));
      return page === undefined ? undefined : pages.guidancePage(page, context);
    },
    (request, reply) => {
      const { value, asJson } = withoutJson(nameOf(request));
      return asJson ? sendData(request, reply, cache, async () => findGuidance(value)) : undefined;
    },
  );
  addPage(app, portal, '/training/:name', (request, context) => {
    const set = findTraining(nameOf(request));
    if (set === undefined) return undefined;
    const chosen = chosenIn(request);
    return pages.trainingPage(chosen === undefined ? { set } : { set, chosen }, context);
  });
};
