import { describe, expect, it } from 'vitest';
import type { MatterId } from '../../engine/identity.ts';
import { audienceOf } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { providerPerson, publicActor } from '../../testing/actors.ts';
import {
  complaint,
  yunling,
  provider,
  rival,
  office,
  otherProvince,
  person,
  house,
  answer,
  words,
  ruling,
} from '../../testing/complaint-house.ts';
import { exampleComplaint, exampleWorkerComplaint } from './examples.ts';

describe('who learns what', () => {
  const marked = { ...exampleComplaint, contact: 'PERSON-MARK', identity: 'IDENTITY-MARK', request: 'REQUEST-MARK' };

  it('the company learns the person only when they say so', async () => {
    const { begun, seen } = house();
    const hidden = await begun({ ...marked, kind: 'personal-data' });
    const shared = await begun({ ...marked, kind: 'personal-data', share: true });
    expect(seen(hidden, 'provider')).not.toMatch(/PERSON-MARK|IDENTITY-MARK|"(?:contact|identity|reached|share)"/);
    expect(seen(hidden, 'provider')).toMatch(/REQUEST-MARK/);
    expect(seen(hidden, 'office')).toMatch(/PERSON-MARK.*IDENTITY-MARK/);
    expect(seen(shared, 'provider')).toMatch(/PERSON-MARK.*IDENTITY-MARK/);
  });

  it.each([
    [
      'a worker, whatever they tick',
      { ...exampleWorkerComplaint, service: '云岭科技有限公司', contact: 'PERSON-MARK', request: 'REQUEST-MARK' },
    ],
    ['somebody anonymous', { ...marked, reached: 'anonymous' }],
  ])('the company never learns who %s is', async (_, form) => {
    const { told, begun, seen, give, events, state } = house();
    const id = await begun(form);
    await give(
      id,
      'add-evidence',
      { evidence: [{ hash: 'e'.repeat(64), name: 'EVIDENCE-MARK.png', size: 1, type: 'image/png' }] },
      person(id),
    );
    expect(state(id).status).toBe('with-provider');
    expect(seen(id, 'provider')).not.toMatch(/PERSON-MARK|REQUEST-MARK|EVIDENCE-MARK/);
    expect(seen(id, 'office')).toMatch(/EVIDENCE-MARK/);
    expect(JSON.stringify([told.notices, complaint.summary(state(id))])).not.toMatch(/-MARK|120 元/);
    expect(events(id).map(({ event: { type } }) => complaint.events[type]?.only)).toEqual([
      undefined,
      ['office', 'applicant'],
    ]);
  });

  it('asks who somebody is only where the kind needs it, and keeps nothing that was not asked', async () => {
    const { begun, state } = house();
    const id = await begun({ ...marked, reached: 'anonymous' });
    expect(JSON.stringify(state(id))).not.toMatch(/IDENTITY-MARK|PERSON-MARK/);
  });

  it('the company never learns of a report to the office, not even when it has ended', async () => {
    const { told, begun, give, state } = house();
    for (const end of [
      (id: MatterId) => give(id, 'decide', { ...ruling, ruling: 'unfounded' }, office, '不属实'),
      (id: MatterId) => give(id, 'withdraw', {}, person(id)),
      (id: MatterId) => give(id, 'query', words, office),
    ]) {
      const id = await begun({ ...exampleComplaint, to: 'office' });
      expect(state(id)).toMatchObject({ status: 'with-office', owner: 'yunling' });
      await end(id);
      expect(
        isVisible(complaint, state(id), audienceOf(provider, { owner: yunling, place: '440000', matter: id })),
      ).toBe(false);
      expect(isVisible(complaint, state(id), 'office')).toBe(true);
    }
    expect(told.notices.length).toBeGreaterThan(0);
    expect(told.notices.some(({ to }) => to === 'provider')).toBe(false);
  });

  it('is nothing for a rival, another province or somebody with another code', async () => {
    const { begun, give, refused } = house();
    const id = await begun();
    const other = await begun();
    for (const [command, input, actor] of [
      ['answer', answer, rival],
      ['hand-over', {}, otherProvince],
      ['withdraw', {}, person(other)],
      ['withdraw', {}, publicActor],
      ['answer', answer, providerPerson('yunling', 'viewer')],
    ] as const)
      expect(await refused(give(id, command, input, actor, '理由'))).toEqual(['matter/not-permitted']);
    expect(audienceOf(rival, { owner: yunling, place: '440000', matter: id })).toBeUndefined();
  });

  it('seals what people write', async () => {
    const { begun, state, give } = house();
    const id = await begun({ ...marked });
    await give(id, 'answer', answer, provider);
    const view = JSON.stringify(viewFor(complaint, state(id), 'office', new Set()).state);
    expect(view).not.toMatch(/120 元|PERSON-MARK|REQUEST-MARK|新客价/);
  });
});
