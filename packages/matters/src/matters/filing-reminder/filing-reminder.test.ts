import { describe, expect, it } from 'vitest';
import { anyMatter } from '../../engine/definition.ts';
import type { Lookups, OrganisationFacts } from '../../engine/lookups.ts';
import { officePerson, providerPerson, publicActor } from '../../testing/actors.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { campaign, progressOf, type CampaignState } from '../campaign/definition.ts';
import { examplePlan } from '../campaign/examples.ts';
import { filingReminder, type FilingReminderState } from './definition.ts';
import { exampleAnswer, exampleReminder } from './examples.ts';

const reason = '理由';
const reviewer = officePerson('province', '440000', 'reviewer', 'supervisor');
const officer = providerPerson('yunling', 'officer');
const name = '云岭示例科技有限公司';
const organisation = {
  id: 'yunling',
  kind: 'provider',
  name,
  place: '440305',
  registered: true,
} as unknown as OrganisationFacts;
const reminder = { ...exampleReminder, provider: name, by: '2026-04-03' };

const house = () => {
  let filings: Awaited<ReturnType<Lookups['filingsOf']>> = [];
  const told = inMemory({
    definitions: [anyMatter(filingReminder), anyMatter(campaign)],
    organisations: [organisation],
    today: '2026-03-20',
    lookups: {
      filingsOf: async () => filings,
      matter: async (kind, id) =>
        kind === 'filing'
          ? {
              id,
              kind,
              owner: 'yunling' as never,
              place: '440305',
              state: { status: id === 'draft' ? 'draft' : 'first-review' },
            }
          : kind === 'campaign'
            ? { id, kind, owner: null, place: '440000', state: told.state(id) }
            : undefined,
    },
  });
  const submits = (status: string) => void (filings = [{ id: 'new' as never, title: '示例', status }]);
  return { told, submits };
};

const sent = async () => {
  const { told, submits } = house();
  const id = await told.open('filing-reminder', reminder, reviewer);
  const state = () => told.state(id) as unknown as FilingReminderState;
  const repeat = () => told.give(id, 'repeat', {}, { kind: 'clock' });
  return { told, submits, id, state, repeat };
};

describe('a reminder to file', () => {
  it('is sent by an office to a registered company of its place', async () => {
    const { told } = house();
    const open = (given: object, actor: typeof reviewer = reviewer) =>
      told.refused(told.open('filing-reminder', { ...reminder, ...given }, actor));
    for (const actor of [officer, publicActor]) expect(await open({}, actor)).toEqual(['matter/not-permitted']);
    expect(await open({}, officePerson('province', '330000', 'reviewer'))).toEqual(['supervision/unknown-provider']);
    expect(await open({ provider: '没有这家' })).toEqual(['supervision/unknown-provider']);
    expect(await open({ by: '2026-04-04' })).toEqual(['date/day-off']);
    expect(await open({})).toEqual([]);
    expect(told.notices).toMatchObject([{ to: 'provider', body: { zh: expect.stringContaining('2026-04-03') } }]);
  });

  it('is said again when its day has passed, until a filing comes in', async () => {
    const { told, submits, id, state, repeat } = await sent();
    expect(told.clocks(id)).toMatchObject([
      { name: 'toFileOrAnswer', bearer: 'provider', receipt: { due: '2026-04-03' } },
    ]);
    told.on('2026-04-07');
    await repeat();
    expect(state()).toMatchObject({ status: 'sent', due: '2026-04-21', repeated: ['2026-04-07'] });
    expect(told.clocks(id).at(-1)?.receipt.due).toBe('2026-04-21');
    // A draft is no filing yet.
    submits('draft');
    told.on('2026-04-22');
    await repeat();
    expect(state().repeated).toHaveLength(2);
    expect(told.notices.filter(({ to }) => to === 'provider')).toHaveLength(3);
    submits('first-review');
    told.on('2026-05-18');
    await repeat();
    expect(state()).toMatchObject({ status: 'filed', filing: 'new' });
    expect(await told.refused(repeat())).toEqual(['matter/wrong-state']);
  });

  it('does not take for an answer what was filed before', async () => {
    const { told, submits } = house();
    submits('filed');
    const id = await told.open('filing-reminder', reminder, reviewer);
    told.on('2026-04-07');
    await told.give(id, 'repeat', {}, { kind: 'clock' });
    expect(told.state(id).status).toBe('sent');
  });

  it('is answered by the company, and the office insists or settles', async () => {
    const { told, id, state } = await sent();
    const give = (command: string, input: object, actor = reviewer, why?: string) =>
      told.refused(told.give(id, command, input, actor, why));
    expect(await give('answer', exampleAnswer)).toEqual(['matter/not-permitted']);
    expect(await give('answer', { answer: 'not-needed' }, officer)).toEqual(['form/required']);
    expect(await give('answer', exampleAnswer, officer)).toEqual([]);
    expect(told.clocks(id)[0]?.end?.how).toBe('stopped');
    expect(await give('insist', { by: '2026-05-18' })).toEqual(['matter/reason-missing']);
    expect(await give('insist', { by: '2026-05-18' }, reviewer, reason)).toEqual([]);
    expect(state()).toMatchObject({ status: 'sent', due: '2026-05-18' });
    expect(await give('answer', { answer: 'filed', filing: '00000000-0000-4000-8000-000000000009' }, officer)).toEqual(
      [],
    );
    expect(state().status).toBe('filed');
    expect(await give('withdraw', {}, reviewer, reason)).toEqual(['matter/wrong-state']);
  });

  it('on a campaign is one for who should have filed, and tells how it went', async () => {
    const { told, submits } = house();
    const id = await told.open('campaign', { ...examplePlan, sampleSize: 0 }, reviewer);
    const list = { why: reason, targets: [{ provider: name }] };
    await told.give(id, 'select-targets', list, reviewer);
    await told.give(id, 'start', {}, reviewer);
    const remind = (provider: string) =>
      told.refused(told.open('filing-reminder', { ...reminder, provider }, reviewer, id));
    expect(await remind('别的')).toEqual(['filing-reminder/not-on-the-list']);
    expect(await remind(name)).toEqual([]);
    expect(await remind(name)).toEqual(['filing-reminder/reminded-already']);
    const state = () => told.state(id) as unknown as CampaignState;
    expect(progressOf(state())).toMatchObject({ unfiled: 1, urged: 1 });
    const [{ reminder: matter } = { reminder: '' as never }] = Object.values(state().reminders);
    submits('first-review');
    told.on('2026-04-07');
    await told.give(matter, 'repeat', {}, { kind: 'clock' });
    expect(state().reminders[name]?.stage).toBe('filed');
  });
});
