import { describe, expect, it } from 'vitest';
import { anyMatter } from '../../engine/definition.ts';
import type { OrganisationFacts } from '../../engine/lookups.ts';
import { bodyPerson, officePerson, providerPerson } from '../../testing/actors.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { publicAdoption, standardAdoption, type StandardAdoptionState } from '../standard-adoption/definition.ts';
import { publicStandards, standard, type StandardState } from './definition.ts';
import { exampleBody, exampleVersion } from './examples.ts';

const reason = '理由';
const body = bodyPerson('association', 'officer');
const officer = providerPerson('yunling', 'officer');
const office = officePerson('province', '440000', 'reviewer', 'supervisor');
const organisation = (id: string, name: string, kind = 'provider') =>
  ({ id, kind, name, place: '440305', registered: kind === 'provider' }) as unknown as OrganisationFacts;

const house = () =>
  inMemory({
    definitions: [anyMatter(standard), anyMatter(standardAdoption)],
    organisations: [
      organisation('association', '示例行业协会', 'industry-body'),
      organisation('yunling', '云岭示例科技有限公司'),
    ],
    today: '2026-03-20',
  });

const first = { ...exampleVersion, from: '2026-03-20' };
const adoption = { body: '示例行业协会', code: 'TSJ-01', version: '1.0' };

const published = async () => {
  const told = house();
  const list = await told.open('standard', exampleBody, body);
  await told.give(list, 'publish', first, body);
  const publish = (version: object) => told.refused(told.give(list, 'publish', { ...first, ...version }, body));
  const adopt = (given: object = {}) =>
    told.refused(told.open('standard-adoption', { ...adoption, ...given }, officer));
  const state = () => told.state(list) as unknown as StandardState;
  return { told, list, publish, adopt, state };
};

const adopted = async () => {
  const made = await published();
  const id = await made.told.open('standard-adoption', adoption, officer);
  const kept = () => made.told.state(id) as unknown as StandardAdoptionState;
  const move = (version: string) => made.told.refused(made.told.give(id, 'move', { version }, officer));
  return { ...made, id, kept, move };
};

describe('a list of standards', () => {
  it('is one to an industry body, and none to a company', async () => {
    const told = house();
    const open = (actor: typeof body) => told.refused(told.open('standard', exampleBody, actor));
    expect(await open(office)).toEqual(['matter/not-permitted']);
    for (const actor of [officer, bodyPerson('association', 'editor')])
      expect(await open(actor)).toEqual(['matter/not-permitted']);
    expect(await open(body)).toEqual([]);
    expect(await open(body)).toEqual(['standard/already-there']);
  });

  it('keeps every version as it was published', async () => {
    const { told, list, publish, state } = await published();
    for (const actor of [officer, bodyPerson('another', 'officer')])
      expect(await told.refused(told.give(list, 'publish', first, actor))).toEqual(['matter/not-permitted']);
    expect(await publish({ words: '改了' })).toEqual(['standard/version-taken']);
    expect(await publish({ version: '2.0', from: '2026-03-19' })).toEqual(['standard/from-past']);
    expect(await publish({ version: '2.0', pack: 'abc' })).toEqual(['form/check']);
    expect(await publish({ version: '2.0' })).toEqual([]);
    expect(publicStandards(state())).toMatchObject({
      body: '示例行业协会',
      versions: [{ version: '2.0' }, { version: '1.0', words: exampleVersion['words'], publishedOn: '2026-03-20' }],
    });
  });

  it('takes a version back with a reason, and ends with one', async () => {
    const { told, list, state } = await published();
    const withdraw = (version: string, why?: string) =>
      told.refused(told.give(list, 'withdraw-version', { code: 'TSJ-01', version }, body, why));
    expect(await withdraw('1.0')).toEqual(['matter/reason-missing']);
    expect(await withdraw('9', reason)).toEqual(['standard/no-such-version']);
    expect(await withdraw('1.0', reason)).toEqual([]);
    expect(await withdraw('1.0', reason)).toEqual(['standard/withdrawn-already']);
    expect(publicStandards(state()).versions).toMatchObject([{ withdrawn: { on: '2026-03-20', reason } }]);
    expect(await told.refused(told.give(list, 'end', {}, body))).toEqual(['matter/reason-missing']);
    await told.give(list, 'end', {}, body, reason);
    expect(publicStandards(state()).versions).toEqual([]);
  });
});

describe('adopting', () => {
  it('wants a version that is published, standing and begun', async () => {
    const { told, list, publish, adopt } = await published();
    expect(await adopt({ body: '没有这个组织' })).toEqual(['standard-adoption/unknown-body']);
    expect(await adopt({ body: '云岭示例科技有限公司' })).toEqual(['standard-adoption/unknown-body']);
    expect(await adopt({ version: '7' })).toEqual(['standard-adoption/unknown-version']);
    await publish({ version: '2.0', from: '2026-06-01' });
    expect(await adopt({ version: '2.0' })).toEqual(['standard-adoption/not-yet']);
    expect(await told.refused(told.open('standard-adoption', adoption, office))).toEqual(['matter/not-permitted']);
    await told.give(list, 'withdraw-version', { code: 'TSJ-01', version: '1.0' }, body, reason);
    expect(await adopt()).toEqual(['standard-adoption/version-withdrawn']);
  });

  it('is of one version, that no later one moves', async () => {
    const { told, publish, adopt, kept, move } = await adopted();
    expect(await adopt()).toEqual(['standard-adoption/adopted-already']);
    const before = kept();
    told.on('2026-03-23');
    await publish({ version: '2.0', from: '2026-03-23', pack: 'd'.repeat(64) });
    expect(kept()).toEqual(before);
    expect(await move('1.0')).toEqual(['standard-adoption/same-version']);
    expect(await move('3.0')).toEqual(['standard-adoption/unknown-version']);
    expect(await move('2.0')).toEqual([]);
    expect(publicAdoption(kept())).toMatchObject({
      status: 'adopted',
      bodyName: '示例行业协会',
      adopted: { version: '2.0', pack: 'd'.repeat(64), on: '2026-03-23' },
      earlier: [{ version: '1.0', pack: 'c'.repeat(64), on: '2026-03-20' }],
    });
  });

  it('is given up with a reason, and may begin again', async () => {
    const { told, id, adopt, kept } = await adopted();
    expect(await told.refused(told.give(id, 'withdraw', {}, body, reason))).toEqual(['matter/not-permitted']);
    expect(await told.refused(told.give(id, 'withdraw', {}, officer))).toEqual(['matter/reason-missing']);
    await told.give(id, 'withdraw', {}, officer, reason);
    expect(publicAdoption(kept())).toMatchObject({ status: 'withdrawn', withdrawn: { on: '2026-03-20', reason } });
    expect(await adopt()).toEqual([]);
  });

  it('outlives the body’s list, and cannot move without it', async () => {
    const { told, list, kept, move } = await adopted();
    await told.give(list, 'end', {}, body, reason);
    expect(kept().status).toBe('adopted');
    expect(await move('2.0')).toEqual(['standard-adoption/unknown-version']);
  });
});
