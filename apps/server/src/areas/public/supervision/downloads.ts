import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { AdoptionModel, AnsweredCounts, PublishedDecisionModel } from '@suanjian/contracts';
import { civilDateOf } from '@suanjian/rulebook';
import type { Portal } from '../answering.ts';
import { csvOf, jsonLinesOf, type CsvColumn } from './csv.ts';
import { allDecisions } from './decisions.ts';
import type { SlowFigures } from './slow-figures.ts';
import { standardsModel } from './standards.ts';

type Adoption = AdoptionModel & { readonly body: string };
type Answered = AnsweredCounts & {
  readonly provider: string;
  readonly name: string;
  /** `total` and `other` have neither month nor kind. */
  readonly row: 'total' | 'month-and-kind' | 'other';
  readonly month?: string;
  readonly kind?: string;
};

const decisionColumns: readonly CsvColumn<PublishedDecisionModel>[] = [
  { name: 'id', value: ({ id }) => id },
  { name: 'company', value: ({ company }) => company },
  { name: 'number', value: ({ number }) => number },
  { name: 'place', value: ({ place }) => place },
  { name: 'clauses', value: ({ clauses }) => clauses.join(' ') },
  { name: 'decidedOn', value: ({ decidedOn }) => decidedOn },
  { name: 'servedOn', value: ({ servedOn }) => servedOn },
  { name: 'publishedOn', value: ({ publishedOn }) => publishedOn },
  { name: 'words', value: ({ words }) => words },
  {
    name: 'corrections',
    value: ({ corrections }) => corrections.map(({ on, explanation }) => `${on} ${explanation}`).join('\n'),
  },
  { name: 'overturnedOn', value: ({ overturned }) => overturned?.on },
  { name: 'outcome', value: ({ overturned }) => overturned?.outcome },
  { name: 'withdrawnOn', value: ({ withdrawn }) => withdrawn?.on },
  { name: 'explanation', value: ({ withdrawn }) => withdrawn?.explanation },
];

const adoptionColumns: readonly CsvColumn<Adoption>[] = [
  { name: 'body', value: ({ body }) => body },
  { name: 'code', value: ({ code }) => code },
  { name: 'title', value: ({ title }) => title },
  { name: 'company', value: ({ company }) => company },
  { name: 'version', value: ({ adopted }) => adopted.version },
  { name: 'since', value: ({ adopted }) => adopted.on },
  { name: 'earlier', value: ({ earlier }) => earlier.map(({ version, on }) => `${version} ${on}`).join('\n') },
  { name: 'givenUpOn', value: ({ withdrawn }) => withdrawn?.on },
  { name: 'reason', value: ({ withdrawn }) => withdrawn?.reason },
];

const answeredColumns: readonly CsvColumn<Answered>[] = [
  ...(['provider', 'name', 'row', 'month', 'kind'] as const).map((name): CsvColumn<Answered> => ({
    name,
    value: (row) => row[name],
  })),
  ...(['received', 'inTime', 'late', 'openInTime', 'openLate', 'ended'] as const).map((name): CsvColumn<Answered> => ({
    name,
    value: (row) => row[name],
  })),
];

/** What is public one by one, to be taken away whole: each as CSV and as JSON Lines. */
export const addDownloads = (app: FastifyInstance, { services }: Portal, figures: SlowFigures): void => {
  const adoptions = async function* (): AsyncGenerator<Adoption, void, undefined> {
    for (const { body, adoptions } of (await standardsModel(services)).items)
      for (const adoption of adoptions) yield { body, ...adoption };
  };
  const answered = async function* (): AsyncGenerator<Answered, void, undefined> {
    for (const { provider, name, total, rows, other } of (await figures.complaints()).providers) {
      yield { provider, name, row: 'total', ...total };
      for (const row of rows) yield { provider, name, row: 'month-and-kind', ...row };
      if (other !== undefined) yield { provider, name, row: 'other', ...other };
    }
  };

  const add = <Row>(
    name: string,
    titles: readonly [zh: string, en: string],
    columns: readonly CsvColumn<Row>[],
    rows: () => AsyncIterable<Row>,
  ): void => {
    const forms = [
      ['csv', 'text/csv; charset=utf-8', 'CSV', () => csvOf(columns, rows())],
      ['jsonl', 'application/x-ndjson; charset=utf-8', 'JSON Lines', () => jsonLinesOf(rows())],
    ] as const;
    for (const [ending, type, form, content] of forms)
      app.get(
        `/open-data/${name}.${ending}`,
        {
          schema: {
            tags: ['public'],
            operationId: `openData.${name}.${ending}`,
            summary: `${titles[0]}，${form} / ${titles[1]} as ${form}`,
          },
        },
        (_request, reply) =>
          reply
            .type(type)
            .header('content-disposition', `attachment; filename="${name}-${civilDateOf(services.now())}.${ending}"`)
            .header('cache-control', 'no-store')
            .header('access-control-allow-origin', '*')
            .send(Readable.from(content(), { objectMode: false })),
      );
  };
  add('decisions', ['公布的处罚决定', 'Published decisions'], decisionColumns, () => allDecisions(services));
  add('adoptions', ['采用行业标准的情况', 'Who keeps to industry standards'], adoptionColumns, adoptions);
  add(
    'complaints-answered',
    ['企业按承诺时限答复投诉', 'Complaints answered in the published time'],
    answeredColumns,
    answered,
  );
};
