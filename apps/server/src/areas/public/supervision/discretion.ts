import type { DiscretionModel } from '@suanjian/contracts';
import { publicDiscretion, type DiscretionState } from '@suanjian/matters';
import { findPublicKind } from '@suanjian/records';
import type { Services } from '../../../services.ts';
import { readForPublic } from './reading.ts';

/** Every office's published standards of discretion (penalty-law/34), also of one that keeps them up no more. */
export const discretionModel = async (services: Pick<Services, 'store' | 'matters'>): Promise<DiscretionModel> => {
  const items: DiscretionModel['items'][number][] = [];
  for (const { id } of await findPublicKind(services.store.database, 'discretion')) {
    const found = await readForPublic(services, 'discretion', id);
    if (found === undefined) continue;
    const shown = publicDiscretion(found.state as unknown as DiscretionState);
    if (shown.standards.length > 0) items.push({ id, ...shown });
  }
  return { items };
};
