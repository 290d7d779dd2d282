import type { RegisterRecordModel } from '@suanjian/contracts';
import { findRecord } from '@suanjian/records';
import { civilDateOf } from '@suanjian/rulebook';
import type { Portal } from './answering.ts';
import { publishedClocks } from './clocks.ts';
import { publishedPromises } from './published-promises.ts';
import { recordModel } from './record-model.ts';

/** The public record of a number by its digits, with the periods of its filing and what its provider has published. */
export const loadRecord = async (
  { services }: Pick<Portal, 'services'>,
  number: string,
): Promise<RegisterRecordModel | undefined> => {
  const { store, matters, now } = services;
  const record = await findRecord(store.database, number);
  if (record === undefined) return undefined;
  if (record.matter === undefined) return recordModel(record, []);
  const today = civilDateOf(now());
  const clocks = await publishedClocks(store.database, matters.definitions, record.matter, today);
  return recordModel(record, clocks, await publishedPromises(services, record.matter, today));
};
