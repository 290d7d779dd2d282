import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { forbidden, problem, ProblemError } from '../../http/problem.ts';
import type { Services } from '../../services.ts';

/** Takes in a State Council calendar. Only who runs the installation may: every deadline of everybody depends on it. */
export const calendarRoutes =
  ({ calendars, now }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/administration/calendar',
      {
        schema: {
          tags: ['administration'],
          operationId: 'administration.calendar',
          summary: '导入节假日安排并重算期限 / Import a holiday calendar and count open clocks again',
          body: z.record(z.string(), z.unknown()).describe('By year: {papers, days: [{name, date, isOffDay}]}'),
        },
      },
      async (request) => {
        const { actor } = signedIn(request);
        if (actor.kind !== 'operator')
          throw forbidden(
            text('只有本机的运行人员可以导入节假日安排。', 'Only the local operator can import a calendar.'),
          );
        const result = await calendars.import(request.body, 'operator', now());
        if (result.outcome === 'refused')
          throw new ProblemError({
            ...problem(422, 'calendar', text('节假日安排不能使用', 'The calendar cannot be used')),
            errors: result.faults.map(({ pointer, message }) => ({ code: 'calendar/fault', pointer, text: message })),
          });
        return result;
      },
    );
  };
