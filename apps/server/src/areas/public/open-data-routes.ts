import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { allRecords, exportColumns, registerFigures, toCsv, toJsonLines, toParquet } from '@suanjian/records';
import { civilDateOf } from '@suanjian/rulebook';
import { addPage, sendData, type Portal } from './answering.ts';
import { catalog } from './catalog.ts';

/** The whole register in three forms, streamed as it is read; a slow reader slows only itself. */
export const addOpenData = (app: FastifyInstance, portal: Portal): void => {
  const { services, pages, cache } = portal;
  const { store, config, now } = services;

  addPage(app, portal, '/open-data', async (_request, context) => {
    const { records } = await registerFigures(store.database);
    return pages.openDataPage({ records, columns: exportColumns }, context);
  });
  app.get(
    '/open-data/catalog.jsonld',
    { schema: { tags: ['public'], operationId: 'openData.catalog', summary: '数据目录（DCAT） / Catalogue (DCAT)' } },
    (request, reply) =>
      sendData(request, reply, cache, async () => catalog(config.publicAddress), 'application/ld+json; charset=utf-8'),
  );

  const download = (reply: FastifyReply, ending: string, type: string, content: AsyncIterable<string | Uint8Array>) =>
    reply
      .type(type)
      .header('content-disposition', `attachment; filename="register-${civilDateOf(now())}.${ending}"`)
      .header('cache-control', 'no-store')
      .header('access-control-allow-origin', '*')
      .send(Readable.from(content, { objectMode: false }));

  app.get(
    '/open-data/register.csv',
    {
      schema: { tags: ['public'], operationId: 'openData.csv', summary: '整个公示库，CSV / The whole register as CSV' },
    },
    (_request, reply) =>
      download(reply, 'csv', 'text/csv; charset=utf-8', toCsv(allRecords(store.database), { byteOrderMark: true })),
  );
  app.get(
    '/open-data/register.jsonl',
    {
      schema: {
        tags: ['public'],
        operationId: 'openData.jsonLines',
        summary: '整个公示库，JSON Lines / The whole register as JSON Lines',
      },
    },
    (_request, reply) =>
      download(reply, 'jsonl', 'application/x-ndjson; charset=utf-8', toJsonLines(allRecords(store.database))),
  );
  app.get(
    '/open-data/register.parquet',
    {
      schema: {
        tags: ['public'],
        operationId: 'openData.parquet',
        summary: '整个公示库，Parquet / The whole register as Parquet',
      },
    },
    (_request, reply) =>
      download(reply, 'parquet', 'application/vnd.apache.parquet', toParquet(allRecords(store.database))),
  );
};
