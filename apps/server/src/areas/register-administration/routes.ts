import { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Actor } from '@suanjian/matters';
import { importRegister, type ImportFaults, type ImportSummary } from '@suanjian/records';
import { text } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { forbidden, problem, ProblemError } from '../../http/problem.ts';
import type { Services } from '../../services.ts';

const textSchema = z.object({ zh: z.string(), en: z.string() });
const faultSchema = z.object({ code: z.string(), message: textSchema });

const summarySchema = z.object({
  rows: z.number().int().describe('Rows of the file, without its header'),
  records: z.number().int().describe('Numbers it names; a number announced twice is one record'),
  subjects: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  cancelled: z.number().int().describe('Records that a remark says are cancelled'),
  flagged: z
    .array(z.object({ line: z.number().int(), number: z.string(), reasons: z.array(faultSchema) }))
    .describe('Rows whose number breaks the rules: kept, and flagged'),
});

/** Who keeps the public register: whoever runs the installation, and administrators of a national office. */
const assertKeepsRegister = (request: FastifyRequest): Actor => {
  const { actor } = signedIn(request);
  if (actor.kind === 'operator') return actor;
  const membership = actor.kind === 'person' ? actor.membership : undefined;
  if (membership?.kind === 'office' && membership.level === 'nation' && membership.roles.includes('administrator'))
    return actor;
  throw forbidden(
    text(
      '只有国家级主管部门的管理员和本机操作员可以导入备案清单。',
      'Only administrators of a national office and the local operator may import announcement tables.',
    ),
  );
};

const isFaulty = (outcome: ImportSummary | ImportFaults): outcome is ImportFaults => 'faults' in outcome;

/** Faults of a table that is no table may be as many as its lines. */
const mostFaults = 1000;

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** Takes announcement tables over HTTP, as a stream of any length; everything or nothing. */
export const registerAdministrationRoutes =
  ({ store, now }: Pick<Services, 'store' | 'now'>): FastifyPluginAsyncZod =>
  async (app) => {
    // In this area only: the body stays a stream, so that no file is too large and none is held in memory.
    for (const type of ['text/tab-separated-values', 'application/octet-stream'])
      app.addContentTypeParser(type, (_request, payload, done) => done(null, payload));

    app.post(
      '/api/administration/register-import',
      {
        // Before anything of the body is read.
        onRequest: async (request) => void assertKeepsRegister(request),
        schema: {
          tags: ['administration'],
          operationId: 'administration.importRegister',
          summary: '导入备案清单 / Import an announcement table',
          description:
            'The body is the table itself, tab-separated, UTF-8, with a header. A faulty file changes nothing and is answered by its faults, by line. The same file again changes nothing.',
          consumes: ['text/tab-separated-values', 'application/octet-stream'],
          response: { 200: summarySchema },
        },
      },
      async (request) => {
        const actor = assertKeepsRegister(request);
        if (!isStream(request.body))
          throw new ProblemError(
            problem(
              415,
              'media-type',
              text('不支持的内容类型', 'Unsupported media type'),
              text('请以 text/tab-separated-values 发送清单文件。', 'Send the table as text/tab-separated-values.'),
            ),
          );
        const outcome = await importRegister(store, request.body, {
          actor: actor.kind === 'person' ? actor.account : actor.kind,
          now: now(),
        });
        if (!isFaulty(outcome))
          return {
            ...outcome,
            flagged: outcome.flagged.map(({ reasons, ...row }) => ({ ...row, reasons: [...reasons] })),
          };
        const { faults } = outcome;
        throw new ProblemError({
          ...problem(
            422,
            'register-file',
            text('清单文件有误，没有导入任何内容', 'The table has faults; nothing was imported'),
            text(`共 ${faults.length} 处。`, `There are ${faults.length}.`),
          ),
          errors: faults.slice(0, mostFaults).map(({ line, column, code, message }) => ({
            code: `register/${code}`,
            pointer: `/lines/${line}${column === undefined ? '' : `/${column}`}`,
            text: message,
          })),
        });
      },
    );
  };
