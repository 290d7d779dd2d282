import type { RecordPublished, RegisterRecordModel } from '@suanjian/contracts';
import { findRecord } from '@suanjian/records';
import { civilDateOf } from '@suanjian/rulebook';
import type { Portal } from './answering.ts';
import { publishedClocks } from './clocks.ts';
import { publishedPromises } from './published-promises.ts';
import { recordModel } from './record-model.ts';
import { answeredBy } from './supervision/complaints.ts';
import type { SlowFigures } from './supervision/slow-figures.ts';

interface Needed extends Pick<Portal, 'services'> {
  readonly figures?: Pick<SlowFigures, 'complaints'>;
}

/** How the provider of a filing keeps the time that it has published for complaints. */
const answeredOf = async (
  { services, figures }: Needed,
  filing: string,
): Promise<Pick<RecordPublished, 'answered'>> => {
  const found = await services.store.database
    .selectFrom('matter')
    .select('owner')
    .where('id', '=', filing)
    .executeTakeFirst();
  const owner = found?.owner ?? undefined;
  const all = owner === undefined ? undefined : await figures?.complaints();
  const answered = all === undefined || owner === undefined ? undefined : answeredBy(all, owner);
  if (answered === undefined) return {};
  const { asOf, from, until, provider } = answered;
  return { answered: { asOf, from, until, provider: provider.provider, total: provider.total } };
};

/** The public record of a number by its digits, with the periods of its filing and what its provider has published. */
export const loadRecord = async (needed: Needed, number: string): Promise<RegisterRecordModel | undefined> => {
  const { services } = needed;
  const { store, matters, now } = services;
  const record = await findRecord(store.database, number);
  if (record === undefined) return undefined;
  if (record.matter === undefined) return recordModel(record, []);
  const today = civilDateOf(now());
  const clocks = await publishedClocks(store.database, matters.definitions, record.matter, today);
  const published = await publishedPromises(services, record.matter, today);
  return recordModel(
    record,
    clocks,
    published === undefined ? undefined : { ...published, ...(await answeredOf(needed, record.matter)) },
  );
};
