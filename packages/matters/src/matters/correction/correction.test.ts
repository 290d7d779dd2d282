import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { anyMatter } from '../../engine/definition.ts';
import { audienceOf } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson, publicActor } from '../../testing/actors.ts';
import { exampleNumber } from '../../testing/example-form.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { correction as definition } from './definition.ts';

const province = officePerson('province', '330000', 'reviewer');
const nation = officePerson('nation', '000000', 'reviewer');
const otherProvince = officePerson('province', '440000', 'reviewer');
const provider = providerPerson('yunqi', 'officer');

const correction = anyMatter(definition);
const report = {
  number: exampleNumber,
  part: 'products',
  wrong: '产品已经改名',
  right: '应为云栖视频',
  contact: 'reader@example.org',
};

const house = () =>
  inMemory({
    definitions: [correction],
    today: '2026-03-02',
    lookups: { holderOfNumber: async (digits) => (digits === exampleNumber ? {} : undefined) },
  });

const reported = async () => {
  const told = house();
  const id = await told.open('correction', { report }, publicActor);
  expect(told.events(id)[0]?.event).toMatchObject({ type: 'opened', owner: null, place: '330000' });
  return { ...told, id, ground: { owner: undefined, place: '330000' } };
};

describe('a report by a reader', () => {
  it('is looked into by the province of the record and confirmed', async () => {
    const { give, state, id } = await reported();
    expect(state(id)).toMatchObject({ status: 'received', number: exampleNumber });
    await expect(give(id, 'assign', { to: 'somebody-viewer' }, province)).rejects.toThrow('desk/not-a-reviewer');
    await give(id, 'assign', { to: 'someone-reviewer' }, province);
    await give(id, 'note', { text: '已联系提供者' }, province);
    await give(id, 'accept', {}, province);
    expect(state(id)).toMatchObject({ status: 'accepted', decided: { on: '2026-03-02' } });
  });

  it('is dismissed only with a reason', async () => {
    const { give, refused, state, id } = await reported();
    expect(await refused(give(id, 'dismiss', {}, nation))).toEqual(['matter/reason-missing']);
    await give(id, 'dismiss', {}, nation, '公示内容与备案一致');
    expect(state(id)).toMatchObject({ status: 'dismissed', decided: { reason: '公示内容与备案一致' } });
  });

  it('is nothing for another province, for a provider or for the public', async () => {
    const { give, refused, state, id, ground } = await reported();
    for (const actor of [otherProvince, provider, publicActor]) {
      expect(await refused(give(id, 'accept', {}, actor))).toEqual(['matter/not-permitted']);
      expect(isVisible(correction, state(id), audienceOf(actor, ground))).toBe(false);
    }
    expect(isVisible(correction, state(id), audienceOf(province, ground))).toBe(true);
  });

  it('keeps the contact sealed and out of lists', async () => {
    const { state, id } = await reported();
    expect(viewFor(correction, state(id), 'office', new Set()).state).toMatchObject({
      report: { contact: { masked: 'personal' } },
    });
    expect(JSON.stringify(correction.summary(state(id)))).not.toMatch(/example\.org|改名/);
  });
});

describe('what is refused', () => {
  it.each([
    ['a number that nobody holds', { ...report, number: '110000000000102260018' }, ['correction/unknown-number']],
    ['a number of another shape', { ...report, number: '123' }, ['form/check']],
    ['a report that says nothing', { number: exampleNumber }, ['form/required', 'form/required', 'form/required']],
    ['a text that is too long', { ...report, wrong: '错'.repeat(2001) }, ['form/too-long']],
    ['evidence that is no address', { ...report, evidence: 'javascript:alert(1)' }, ['form/pattern']],
  ])('%s', async (_, given, codes) => {
    const { open, refused } = house();
    expect(await refused(open('correction', { report: given }, publicActor))).toEqual(codes);
  });
});

it('runs no statutory clock', async () => {
  const { clocks, id } = await reported();
  expect(clocks(id)).toEqual([]);
});

it('is a sound definition', () => expect(definitionFaults(correction, new Set(['correction']))).toEqual([]));
