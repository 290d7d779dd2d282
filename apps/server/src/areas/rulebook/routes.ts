import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { asCivilDate, clausesReferredTo, computeDeadline, NoDeadlineError, text } from '@suanjian/rulebook';
import { notFound, problem, ProblemError } from '../../http/problem.ts';
import type { Services } from '../../services.ts';

const query = z.object({
  clause: z.string().describe('For example final/24.2'),
  event: z.string().describe('The civil date from which is counted, YYYY-MM-DD'),
  deadline: z.string().optional().describe('Its name, where a clause sets several'),
  lang: z.string().optional(),
});

/** Deadlines and clauses for programs; the pages for people are the public portal's. */
export const rulebookRoutes =
  ({ rules }: Pick<Services, 'rules'>): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/deadline',
      {
        config: { public: true },
        schema: {
          tags: ['rulebook'],
          operationId: 'rulebook.deadline',
          summary: '推算期限 / A deadline with its receipt',
          querystring: query,
        },
      },
      async (request) => {
        const { clause: reference, event, deadline } = request.query;
        const [clause] = clausesReferredTo(reference);
        if (clause === undefined) throw notFound();
        const date = asCivilDate(event);
        if (date === undefined)
          throw new ProblemError({
            ...problem(422, 'invalid', text('输入不符合要求', 'The input is not valid')),
            errors: [
              {
                code: 'input/date',
                pointer: '/event',
                text: text(
                  `「${event}」不是日历上的日期，应写作 2026-02-10。`,
                  `“${event}” is no day of the calendar; write it like 2026-02-10.`,
                ),
              },
            ],
          });
        try {
          return computeDeadline({
            clause,
            event: date,
            calendar: rules().calendar,
            ...(deadline === undefined ? {} : { deadline }),
          });
        } catch (error) {
          if (error instanceof NoDeadlineError)
            throw new ProblemError(problem(422, 'no-deadline', text('没有期限', 'No deadline'), error.reason));
          throw error;
        }
      },
    );
    app.get(
      '/api/clauses',
      {
        config: { public: true },
        schema: {
          tags: ['rulebook'],
          operationId: 'rulebook.clauses',
          summary: '条款 / Clauses, by number as people write it',
          querystring: z.object({ reference: z.string(), lang: z.string().optional() }),
        },
      },
      async (request) => {
        const found = clausesReferredTo(request.query.reference);
        if (found.length === 0) throw notFound();
        return { clauses: found };
      },
    );
  };
