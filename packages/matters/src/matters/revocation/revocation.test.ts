import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { anyMatter } from '../../engine/definition.ts';
import { sealedFields } from '../../engine/form.ts';
import { officePerson, providerPerson } from '../../testing/actors.ts';
import { exampleForm, exampleNumber, exampleValues } from '../../testing/example-form.ts';
import { filedFiling } from '../../testing/filed-filing.ts';
import { calendarWith } from '../../testing/day-off.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { defenceForm, revocation as definition } from './definition.ts';

const officer = providerPerson('yunqi', 'officer');
const stranger = providerPerson('elsewhere', 'officer');
const province = officePerson('province', '330000', 'supervisor');
const nation = officePerson('nation', '000000', 'supervisor');
const otherProvince = officePerson('province', '440000', 'supervisor');

const revocation = anyMatter(definition);
const organisations = [{ id: 'yunqi', kind: 'provider', name: '云栖', place: '330106', registered: true }] as never;
const proposal = { ground: 'false-papers', facts: '自评估报告所附测试记录系伪造' };
const input = { proposal, basis: ['final/33.1'] };

const house = async () => {
  const told = inMemory({
    definitions: [filedFiling(exampleForm, exampleNumber), revocation],
    organisations,
    today: '2026-03-02',
  });
  return { ...told, told, filing: await told.open('filing', { form: exampleValues }, officer) };
};

const proposed = async () => {
  const started = await house();
  return { ...started, id: await started.open('revocation', input, province, started.filing) };
};

describe('with the statement of the provider', () => {
  it('is decided at once when the provider calls it its full one, by either level, and revokes the filing', async () => {
    const { told, give, state, id, filing } = await proposed();
    await give(id, 'state', { statement: '测试记录由第三方出具' }, officer);
    expect(told.notices.at(-1)?.body.en).toContain('may add to it');
    await give(id, 'state', { statement: '补充：第三方说明', complete: true }, officer);
    expect(told.notices.at(-1)?.body.en).toContain('decision can be taken');
    expect(state(id)).toMatchObject({
      status: 'proposed',
      stated: ['2026-03-02', '2026-03-02'],
      completed: '2026-03-02',
      defence: { statements: [{ statement: '测试记录由第三方出具' }, { statement: '补充：第三方说明' }] },
    });
    expect(JSON.stringify(state(id)['defence'])).not.toContain('complete');
    await give(id, 'decide', {}, nation, '记录确系伪造，说明不能成立');
    expect(state(id)).toMatchObject({
      status: 'revoked',
      decided: { on: '2026-03-02', reason: '记录确系伪造，说明不能成立' },
    });
    expect(state(filing).status).toBe('revoked');
    expect(told.notices.at(-1)?.body.zh).toContain('见办理记录');
    expect(JSON.stringify(told.notices)).not.toContain('记录确系伪造');
  });

  it.each([{}, { complete: false }])(
    'may be the first of several: the office waits for the day it told',
    async (more) => {
      const { give, refused, state, id, on } = await proposed();
      await give(id, 'state', { statement: '先说一点', ...more }, officer);
      for (const day of ['2026-03-02', '2026-03-09']) {
        on(day);
        expect(await refused(give(id, 'decide', {}, province, '属实'))).toEqual(['revocation/not-heard']);
      }
      await give(id, 'state', { statement: '最后一天的补充' }, officer);
      on('2026-03-10');
      await give(id, 'decide', {}, province, '属实');
      expect(state(id).status).toBe('revoked');
    },
  );

  it('need not be added to: the provider waives the rest, but not after its full statement', async () => {
    const { give, state, id } = await proposed();
    await give(id, 'state', { statement: '只有这一点' }, officer);
    await give(id, 'waive', {}, officer);
    await give(id, 'decide', {}, province, '属实');
    expect(state(id).status).toBe('revoked');
    const other = await proposed();
    await other.give(other.id, 'state', { statement: '全部意见', complete: true }, officer);
    expect(await other.refused(other.give(other.id, 'waive', {}, officer))).toEqual(['revocation/already-answered']);
    // Until the decision the provider may still speak, which takes nothing back.
    await other.give(other.id, 'state', { statement: '又想起一点' }, officer);
    await other.give(other.id, 'decide', {}, province, '属实');
    expect(other.state(other.id).status).toBe('revoked');
  });

  it('may be dropped, and the filing stands', async () => {
    const { told, give, state, id, filing } = await proposed();
    await give(id, 'state', { statement: '记录真实，附原件' }, officer);
    await give(id, 'drop', {}, province, '记录属实');
    expect(JSON.stringify(told.notices)).not.toMatch(/记录属实|记录真实|伪造/);
    expect([state(id).status, state(filing).status]).toEqual(['dropped', 'filed']);
  });

  it('keeps what the provider said sealed', () =>
    expect(sealedFields(defenceForm)).toEqual(new Map([['statements', 'confidential']])));
});

describe('without a statement', () => {
  it('waits five working days from the notice', async () => {
    const { give, refused, state, id, filing, on } = await proposed();
    expect(state(id)['answerBy']).toBe('2026-03-09');
    for (const day of ['2026-03-02', '2026-03-09']) {
      on(day);
      expect(await refused(give(id, 'decide', {}, province, '属实'))).toEqual(['revocation/not-heard']);
    }
    expect(state(filing).status).toBe('filed');
    on('2026-03-10');
    await give(id, 'decide', {}, province, '属实');
    expect(state(filing).status).toBe('revoked');
  });

  it('tells the provider a day by the calendar of the installation, and keeps it', async () => {
    const told = await house();
    told.importCalendar(calendarWith({ date: '2026-03-04', off: true }));
    const id = await told.open('revocation', input, province, told.filing);
    expect(told.events(id)[0]?.event).toMatchObject({ answerBy: '2026-03-10' });
    expect(told.told.notices.at(-1)?.body.en).toContain('2026-03-10');
    told.on('2026-03-10');
    expect(await told.refused(told.give(id, 'decide', {}, province, '属实'))).toEqual(['revocation/not-heard']);
  });

  it.each([
    ['lengthens', { date: '2026-03-04', off: true }, '2026-03-10'],
    ['never shortens', { date: '2026-03-08', off: false }, '2026-03-09'],
  ])('a calendar imported later %s what the provider was told', async (_, day, last) => {
    const { give, refused, importCalendar, state, id, on } = await proposed();
    importCalendar(calendarWith(day));
    on(last);
    expect(await refused(give(id, 'decide', {}, province, '属实'))).toEqual(['revocation/not-heard']);
    on('2026-03-11');
    await give(id, 'decide', {}, province, '属实');
    expect(state(id)).toMatchObject({ status: 'revoked', answerBy: '2026-03-09' });
  });

  it('says that this time is not one set by law', async () => {
    const { give, id } = await proposed();
    await expect(give(id, 'decide', {}, province, '属实')).rejects.toThrow(/policy default/);
  });

  it('need not wait when the provider waives, who may still speak but waives once', async () => {
    const { give, refused, state, id } = await proposed();
    await give(id, 'waive', {}, officer);
    expect(await refused(give(id, 'waive', {}, officer))).toEqual(['revocation/already-answered']);
    await give(id, 'state', { statement: '仍有一点说明' }, officer);
    await give(id, 'decide', {}, province, '属实');
    expect(state(id).status).toBe('revoked');
  });
});

describe('who may do what', () => {
  it('only a supervisor of the nation or of the province proposes and decides', async () => {
    const { open, give, refused, filing, id } = await proposed();
    expect(await refused(open('revocation', input, otherProvince, filing))).toEqual(['matter/not-permitted']);
    expect(await refused(open('revocation', input, officer, filing))).toEqual(['matter/not-permitted']);
    expect(await refused(give(id, 'decide', {}, officePerson('province', '330000', 'reviewer'), '属实'))).toEqual([
      'matter/not-permitted',
    ]);
    expect(await refused(give(id, 'state', { statement: '与我无关' }, stranger))).toEqual(['matter/not-permitted']);
  });

  it('only on grounds, with the clause that lets it, and once at a time', async () => {
    const { open, refused, filing } = await proposed();
    expect(
      await refused(
        open('revocation', { proposal: { ground: 'false-papers' }, basis: ['final/24.1'] }, nation, filing),
      ),
    ).toEqual(['form/required', 'revocation/power-not-cited', 'revocation/already-open']);
  });

  it('decides nothing without a reason', async () => {
    const { give, refused, id } = await proposed();
    await give(id, 'waive', {}, officer);
    expect(await refused(give(id, 'decide', {}, province))).toEqual(['matter/reason-missing']);
    expect(await refused(give(id, 'drop', {}, province))).toEqual(['matter/reason-missing']);
  });

  it('may be assigned by whichever level proposed it', async () => {
    const { give, state, id } = await proposed();
    await give(id, 'assign', { to: 'someone-reviewer' }, nation);
    expect(state(id)['assignee']).toBe('someone-reviewer');
  });
});

it('runs no statutory clock', async () => {
  const { clocks, id } = await proposed();
  expect(clocks(id)).toEqual([]);
});

it('is a sound definition', () => expect(definitionFaults(revocation, new Set(['filing', 'revocation']))).toEqual([]));
