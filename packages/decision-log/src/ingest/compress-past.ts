import { addDays, type CivilDate } from '@suanjian/rulebook';
import type { Journal } from '../journal/journal.ts';

/** Records of a day may be a little late: its segments stay as they are until the day after it is over. */
export async function compressPast(journal: Journal, today: CivilDate): Promise<number> {
  const boundary = addDays(today, -1);
  let compressed = 0;
  for (const extent of journal.index.segments()) {
    if (extent.day >= boundary || extent.rows === 0) continue;
    const files = await journal.segments.files(extent);
    if (files.every((file) => file.compressed)) continue;
    await journal.exclusively(() => journal.segments.compress(journal.index.segment(extent) ?? extent));
    compressed += 1;
  }
  return compressed;
}
