import type { RiskNoticeModel, RiskNoticesModel } from '@suanjian/contracts';
import { publicRiskNotice, type RectificationState } from '@suanjian/matters';
import { findMadePublic } from '@suanjian/records';
import type { Services } from '../../../services.ts';
import { isId, readForPublic } from './reading.ts';

type Needed = Pick<Services, 'store' | 'matters'>;

const kind = 'rectification';
const most = 200;

export const findRiskNotice = async (services: Needed, id: string): Promise<RiskNoticeModel | undefined> => {
  const found = isId(id) ? await readForPublic(services, kind, id) : undefined;
  const notice = found === undefined ? undefined : publicRiskNotice(found.state as unknown as RectificationState);
  return found === undefined || notice === undefined ? undefined : { id, place: found.place, ...notice };
};

/** Notices that stand and notices that were lifted, the latest first. */
export const riskNoticesModel = async (services: Needed): Promise<RiskNoticesModel> => {
  const { items } = await findMadePublic(services.store.database, kind, { size: most });
  const read = [];
  for (const { id } of items) read.push(await findRiskNotice(services, id));
  return { items: read.filter((each) => each !== undefined) };
};
