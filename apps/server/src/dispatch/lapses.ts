import { findLapses, giveLapsed } from '@suanjian/records';
import { civilDateOf } from '@suanjian/rulebook';
import type { Services } from '../services.ts';

/** Gives the commands of clocks that have run out. @param refused what was refused already; of other days it is forgotten */
export const letLapse = async (
  { store, matters, definitions, now }: Pick<Services, 'store' | 'matters' | 'definitions' | 'now'>,
  refused: Set<string>,
): Promise<void> => {
  const today = civilDateOf(now());
  for (const key of refused) if (!key.endsWith(today)) refused.delete(key);
  await giveLapsed(await findLapses(store, definitions, today), matters, refused);
};
