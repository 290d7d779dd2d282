import type { RegisterRecordModel } from '@suanjian/contracts';
import { findRecord } from '@suanjian/records';
import { civilDateOf } from '@suanjian/rulebook';
import type { Portal } from './answering.ts';
import { publishedClocks } from './clocks.ts';
import { recordModel } from './record-model.ts';

/** The public record of a number by its digits, with the periods of its filing. */
export const loadRecord = async (
  { services }: Pick<Portal, 'services'>,
  number: string,
): Promise<RegisterRecordModel | undefined> => {
  const { store, matters, now } = services;
  const record = await findRecord(store.database, number);
  if (record === undefined) return undefined;
  const clocks =
    record.matter === undefined
      ? []
      : await publishedClocks(store.database, matters.definitions, record.matter, civilDateOf(now()));
  return recordModel(record, clocks);
};
