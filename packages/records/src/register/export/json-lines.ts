import type { RegisterRecordView } from '../record-view.ts';

/** One record a line, whole: with announcements, history and versions. */
export const toJsonLines = async function* (
  records: AsyncIterable<RegisterRecordView>,
): AsyncGenerator<string, void, undefined> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
};
