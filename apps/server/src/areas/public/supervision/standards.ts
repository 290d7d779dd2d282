import type { AdoptionModel, StandardsModel, StandardsOfBodyModel } from '@suanjian/contracts';
import { publicAdoption, publicStandards, type StandardAdoptionState, type StandardState } from '@suanjian/matters';
import { findPublicKind } from '@suanjian/records';
import type { Services } from '../../../services.ts';
import { readForPublic } from './reading.ts';

type Needed = Pick<Services, 'store' | 'matters'>;

type Adoption = AdoptionModel & { readonly body: string };

const adoptions = async (services: Needed): Promise<readonly Adoption[]> => {
  const read: Adoption[] = [];
  for (const { id, ownerName } of await findPublicKind(services.store.database, 'standard-adoption')) {
    const found = await readForPublic(services, 'standard-adoption', id);
    if (found === undefined) continue;
    const state = found.state as unknown as StandardAdoptionState;
    const { adopted, earlier, withdrawn } = publicAdoption(state);
    read.push({
      body: state.body,
      company: ownerName,
      code: adopted.code,
      title: adopted.title,
      adopted: { version: adopted.version, on: adopted.on },
      earlier: earlier.map(({ version, on }) => ({ version, on })),
      ...(withdrawn === undefined ? {} : { withdrawn }),
    });
  }
  return read;
};

/** Standards of every body with who keeps to them. A body that has stopped is shown as long as somebody keeps to a standard of its. */
export const standardsModel = async (services: Needed): Promise<StandardsModel> => {
  const all = await adoptions(services);
  const items: StandardsOfBodyModel[] = [];
  for (const { id, owner } of await findPublicKind(services.store.database, 'standard')) {
    const found = await readForPublic(services, 'standard', id);
    if (found === undefined) continue;
    const { body, versions } = publicStandards(found.state as unknown as StandardState);
    const ended = found.status === 'ended';
    const own = all.filter((each) => each.body === owner).map(({ body: _body, ...adoption }) => adoption);
    if (versions.length === 0 && (ended || own.length === 0)) continue;
    items.push({ id, body, ended, versions, adoptions: own });
  }
  return { items };
};

export const findStandards = async (services: Needed, id: string): Promise<StandardsOfBodyModel | undefined> =>
  (await standardsModel(services)).items.find((each) => each.id === id);
