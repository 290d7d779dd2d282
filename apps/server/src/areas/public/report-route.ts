import type { FastifyInstance } from 'fastify';
import type { Refused } from '@suanjian/records';
import { languages, text, type Text } from '@suanjian/rulebook';
import { notFound, ProblemError, problemOf } from '../../http/problem.ts';
import { contextOf, sendFresh, type Portal } from './answering.ts';
import { loadRecord } from './load-record.ts';

const longestValue = 4000;

/** Only what the form asks for; an empty field is one that was left out. */
const valuesOf = (body: unknown): Readonly<Record<string, string>> => {
  if (typeof body !== 'object' || body === null) return {};
  const given = Object.entries(body)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([name, value]): [string, string] => [name, value.trim().slice(0, longestValue)]);
  return Object.fromEntries(given.filter(([name, value]) => value !== '' && /^[a-z]+$/i.test(name)));
};

/** Faults by field; what belongs to none stands under the empty name. */
const faultsOf = ({ refusals }: Refused): Readonly<Record<string, Text>> => {
  const faults = new Map<string, Text>();
  for (const { pointer, text } of refusals) {
    const name = /^\/report\/([^/]+)/.exec(pointer ?? '')?.[1] ?? '';
    if (!faults.has(name)) faults.set(name, text);
  }
  return Object.fromEntries(faults);
};

const reporter = { kind: 'public' } as const;

/** "Report an error in this record": a plain form that opens the matter `correction` as the public. */
export const addReport = (app: FastifyInstance, portal: Portal): void => {
  const { services, pages } = portal;
  for (const prefix of ['', ...languages.map((language) => `/${language}`)])
    app.post(
      `${prefix}/register/:number/report`,
      { schema: { hide: true }, config: { rateLimit: { max: 20, timeWindow: '1 minute' } } },
      async (request, reply) => {
        const { number } = request.params as { readonly number: string };
        const context = { ...contextOf(request.url), path: `/register/${number}` };
        const record = await loadRecord(portal, number);
        if (record === undefined) throw notFound();
        const { number: _number, ...values } = valuesOf(request.body);
        const opened = await services.matters.open({
          actor: reporter,
          kind: 'correction',
          input: { report: { ...values, number } },
        });
        if (opened.outcome === 'done')
          return sendFresh(reply, 201, pages.reportReceivedPage({ number, receipt: opened.matter }, context));
        if (opened.why !== 'refused' && opened.why !== 'invalid') throw new ProblemError(problemOf(opened));
        const faults = faultsOf(opened);
        const known =
          Object.keys(faults).length > 0 ? faults : { '': text('报告没有提交成功。', 'The report was not taken.') };
        const address = `${services.config.publicAddress}/register/${number}`;
        return sendFresh(reply, 422, pages.recordPage({ record, address, report: { values, faults: known } }, context));
      },
    );
};
