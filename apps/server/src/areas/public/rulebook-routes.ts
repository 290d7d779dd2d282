import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  asCivilDate,
  clausesReferredTo,
  computeDeadline,
  editions,
  findClause,
  findEdition,
  walkGuide,
  type Clause,
  type DeadlineReceipt,
  type GuideAnswers,
  type GuideProgress,
} from '@suanjian/rulebook';
import { addPage, sendData, withoutJson, type Portal } from './answering.ts';

const queryOf = (request: FastifyRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(request.query as Readonly<Record<string, unknown>>)
      .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? value.at(-1) : value])
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

const editionHeads = editions.map(({ clauses, ...head }) => ({ ...head, clauses: clauses.length }));

/** Clauses by document, one clause with its dates, and the guide. */
export const addRulebook = (app: FastifyInstance, portal: Portal): void => {
  const { services, pages, cache } = portal;
  const { rules } = services;

  const receiptsOf = (clause: Clause, event: string): readonly DeadlineReceipt[] => {
    const date = asCivilDate(event);
    if (date === undefined) return [];
    return clause.deadlines.map(({ name }) =>
      computeDeadline({ clause, deadline: name, event: date, calendar: rules().calendar }),
    );
  };

  addPage(app, portal, '/clauses', (_request, context) => pages.editionsPage(context));
  app.get(
    '/clauses.json',
    {
      schema: {
        tags: ['public'],
        operationId: 'clauses.editions',
        summary: '全部文件 / All documents of the rulebook',
      },
    },
    (request, reply) => sendData(request, reply, cache, async () => editionHeads),
  );

  const editionIn = (request: FastifyRequest): string => (request.params as { readonly edition: string }).edition;
  const numberIn = (request: FastifyRequest): string => (request.params as { readonly number: string }).number;
  addPage(
    app,
    portal,
    '/clauses/:edition',
    (request, context) => {
      const edition = findEdition(editionIn(request));
      return edition === undefined ? undefined : pages.editionPage(edition, context);
    },
    (request, reply) => {
      const { value, asJson } = withoutJson(editionIn(request));
      return asJson ? sendData(request, reply, cache, async () => findEdition(value)) : undefined;
    },
  );
  addPage(
    app,
    portal,
    '/clauses/:edition/:number',
    (request, context) => {
      const [first, ...others] = clausesReferredTo(`${editionIn(request)}/${numberIn(request)}`);
      if (first === undefined) return undefined;
      if (others.length > 0) return pages.articlePage([first, ...others], context);
      const { event = '' } = queryOf(request);
      return pages.clausePage(
        event === '' ? { clause: first } : { clause: first, computed: { event, receipts: receiptsOf(first, event) } },
        context,
      );
    },
    (request, reply) => {
      const { value, asJson } = withoutJson(numberIn(request));
      if (!asJson) return undefined;
      return sendData(request, reply, cache, async () => clausesReferredTo(`${editionIn(request)}/${value}`)[0]);
    },
  );

  const walk = (request: FastifyRequest): { readonly progress: GuideProgress; readonly receipt?: DeadlineReceipt } => {
    const progress = walkGuide(queryOf(request) satisfies GuideAnswers);
    if (progress.state === 'asking') return { progress };
    const { deadline } = progress.conclusion;
    const clause = deadline === undefined ? undefined : findClause(deadline.clause);
    if (clause === undefined || deadline?.on === undefined) return { progress };
    return { progress, receipt: computeDeadline({ clause, event: deadline.on, calendar: rules().calendar }) };
  };
  addPage(app, portal, '/guide', (request, context) => pages.guidePage(walk(request), context));
  app.get(
    '/guide.json',
    {
      schema: {
        tags: ['public'],
        operationId: 'guide.walk',
        summary:
          '要不要备案：按已有回答给出下一个问题或者结论 / Must I file? The next question or the conclusion for the answers given',
      },
    },
    (request, reply) => sendData(request, reply, cache, async () => walk(request)),
  );
};
