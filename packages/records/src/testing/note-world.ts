import { randomUUID } from 'node:crypto';
import { beforeEach } from 'vitest';
import type { Actor } from '@suanjian/matters';
import type { Done, Refused } from '../matters/outcome.ts';
import { done, employeeOf, matterWorld, officialOf, seedOrganisations, type MatterWorld } from './matter-world.ts';
import { testDefinitions } from './note-matter.ts';
import type { TestStores } from './with-stores.ts';

export const ids = {
  own: randomUUID(),
  other: randomUUID(),
  zhejiang: randomUUID(),
  beijing: randomUUID(),
  nation: randomUUID(),
};

export const own = employeeOf(ids.own);
export const other = employeeOf(ids.other);
export const zhejiang = officialOf(ids.zhejiang, '330000');
export const beijing = officialOf(ids.beijing, '110000');
export const nation = officialOf(ids.nation, '000000', 'nation');

interface Given {
  readonly input?: unknown;
  readonly reason?: string;
  readonly idempotencyKey?: string;
  readonly expectedPosition?: number;
}

/** Two companies, three offices and the matters of `note-matter.ts`, made anew before each test. */
export const noteWorld = ({ open }: TestStores) => {
  let world: MatterWorld | undefined;
  beforeEach(async () => {
    const store = await open();
    await seedOrganisations(store, [
      { id: ids.own, name: '甲公司', place: '330106' },
      { id: ids.other, name: '乙公司', place: '330106' },
      { id: ids.zhejiang, name: '浙江办公室', place: '330000', level: 'province' },
      { id: ids.beijing, name: '北京办公室', place: '110000', level: 'province' },
      { id: ids.nation, name: '全国办公室', place: '000000', level: 'nation' },
    ]);
    world = matterWorld(store, testDefinitions, '2026-02-10T02:00:00.000Z');
  });
  const present = (): MatterWorld => {
    if (world === undefined) throw new Error('there is no world outside a test');
    return world;
  };
  return {
    present,
    opened: async (
      form: Readonly<Record<string, unknown>> = {
        title: '推荐算法说明',
        recipe: 'secret sauce',
        telephone: '13900000000',
      },
    ): Promise<Done> => done(await present().service.open({ actor: own, kind: 'note', input: { form } })),
    give: (matter: string, command: string, actor: Actor, more: Given = {}): Promise<Done | Refused> =>
      present().service.give({ actor, kind: 'note', matter, command, input: {}, ...more }),
  };
};
