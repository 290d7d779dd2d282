import { civilDate, type EditionId } from '@suanjian/rulebook';
import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import { officePerson, providerPerson } from '../../testing/actors.ts';
import { exampleForm, exampleNumber, exampleValues } from '../../testing/example-form.ts';
import { filedFiling } from '../../testing/filed-filing.ts';
import { calendarWith } from '../../testing/day-off.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { cancellation as definition } from './definition.ts';

const officer = providerPerson('yunqi', 'officer');
const stranger = providerPerson('elsewhere', 'officer');
const reviewer = officePerson('province', '330000', 'reviewer');
const supervisor = officePerson('province', '330000', 'supervisor');
const otherProvince = officePerson('province', '440000', 'supervisor');

const cancellation = anyMatter(definition);
const organisations = [{ id: 'yunqi', kind: 'provider', name: '云栖', place: '330106', registered: true }] as never;
const form = {
  serviceEnds: '2026-03-30',
  why: '产品下线',
  userArrangements: '提前三十天公告',
  dataArrangements: '日志保存六个月后删除',
};
const declared = { declaration: true };

const house = async (today: string, chosenEdition?: EditionId) => {
  const told = inMemory({
    definitions: [filedFiling(exampleForm, exampleNumber), cancellation],
    organisations,
    today,
    ...(chosenEdition === undefined ? {} : { chosenEdition }),
  });
  return { ...told, told, filing: await told.open('filing', { form: exampleValues }, officer) };
};

const opened = async (today: string, chosenEdition?: EditionId) => {
  const started = await house(today, chosenEdition);
  return { ...started, id: await started.open('cancellation', { form }, officer, started.filing) };
};

const order = { ground: 'not-cancelled-in-time', basis: ['final/33.2'], serviceEnded: '2026-03-30' };

describe('a provider cancels', () => {
  it('and the province accepts: the filing is cancelled', async () => {
    const { told, give, state, id, filing } = await opened('2026-04-01');
    await give(id, 'submit', declared, officer);
    expect(state(filing).status).toBe('filed');
    await give(id, 'accept', {}, reviewer);
    expect([state(id).status, state(filing).status]).toEqual(['accepted', 'cancelled']);
    expect(told.notices.map(({ to }) => to)).toEqual([{ officeLevel: 'province' }, 'provider']);
  });

  it('completes what was returned', async () => {
    const { told, give, refused, state, id } = await opened('2026-04-01');
    await give(id, 'submit', declared, officer);
    await give(
      id,
      'return',
      { fields: [{ pointer: '/form/userArrangements', reason: '未说明余额' }] },
      reviewer,
      '善后安排不完整',
    );
    expect(told.notices.at(-1)?.body.zh).toContain('见办理记录');
    expect(JSON.stringify(told.notices)).not.toMatch(/善后安排不完整|未说明余额/);
    expect(await refused(give(id, 'accept', {}, reviewer))).toEqual(['matter/wrong-state']);
    await give(id, 'save', { form: { userArrangements: '提前三十天公告，余额退还' } }, officer);
    await give(id, 'submit', declared, officer);
    expect(state(id)).toMatchObject({ status: 'submitted', submissions: ['2026-04-01', '2026-04-01'] });
  });

  it('cannot submit without arrangements, in the order of the form', async () => {
    const { give, refused, id } = await opened('2026-04-01');
    await give(id, 'save', { form: { userArrangements: null, dataArrangements: '' } }, officer);
    expect(await refused(give(id, 'submit', declared, officer))).toEqual(['form/required', 'form/required']);
  });

  it('once at a time, its own filing only, and not by ordering', async () => {
    const { open, refused, filing } = await opened('2026-04-01');
    expect(await refused(open('cancellation', {}, officer, filing))).toEqual(['cancellation/already-open']);
    expect(await refused(open('cancellation', {}, stranger, filing))).toEqual(['matter/not-permitted']);
    expect(await refused(open('cancellation', { order }, officer, filing))).toEqual([
      'cancellation/order-by-office',
      'cancellation/already-open',
    ]);
  });
});

describe('the time to cancel', () => {
  it.each([
    // Twenty working days after Monday 30 March 2026 (Tomb-Sweeping off 4 to 6 April), thirty before it (across the Spring Festival).
    ['after the end of the service', undefined, 'final/24.3', '2026-04-28', 'after'],
    ['before the end of the service', 'draft', 'draft/20.3', '2026-02-10', 'before'],
  ] as const)('runs %s', async (_, chosen, clause, due, direction) => {
    const { clocks, id } = await opened('2026-02-09', chosen);
    expect(clocks(id)).toMatchObject([
      { name: 'toFile', bearer: 'provider', receipt: { clause, event: '2026-03-30', due, direction } },
    ]);
  });

  it('is met or missed by the first submission', async () => {
    const { give, clocks, id } = await opened('2026-02-11', 'draft');
    await give(id, 'submit', declared, officer);
    const [run] = clocks(id);
    expect(run && standingOf(run, civilDate('2026-02-11'))).toBe('missed');
    const inTime = await opened('2026-02-10', 'draft');
    await inTime.give(inTime.id, 'submit', declared, officer);
    const [met] = inTime.clocks(inTime.id);
    expect(met && standingOf(met, civilDate('2026-02-10'))).toBe('met');
  });

  it('does not start before the end is known, and not again after a return', async () => {
    const { open, give, clocks, filing } = await house('2026-04-01');
    const id = await open('cancellation', {}, officer, filing);
    expect(clocks(id)).toEqual([]);
    await give(id, 'save', { form }, officer);
    await give(id, 'submit', declared, officer);
    await give(id, 'return', { fields: [] }, reviewer, '日期有误');
    await give(id, 'save', { form: { serviceEnds: '2026-04-01' } }, officer);
    expect(clocks(id)).toMatchObject([{ run: 1, end: { how: 'stopped' }, receipt: { event: '2026-03-30' } }]);
  });
});

describe('an office cancels', () => {
  it('what was not cancelled in time, and the provider is on record as late', async () => {
    const { told, open, state, clocks, filing } = await house('2026-04-29');
    const id = await open('cancellation', { order }, supervisor, filing, '服务停止后逾期未注销');
    expect(state(id)).toMatchObject({
      status: 'ordered',
      ordered: { ground: 'not-cancelled-in-time', basis: ['final/33.2'], reason: '服务停止后逾期未注销' },
    });
    expect(state(filing).status).toBe('cancelled');
    expect(told.notices.at(-1)?.body.zh).toContain('见办理记录');
    expect(JSON.stringify(told.notices)).not.toContain('服务停止后逾期未注销');
    const [run] = clocks(id);
    expect(run && standingOf(run, civilDate('2026-05-06'))).toBe('missed');
  });

  it('not on the last day that the provider has', async () => {
    const { open, refused, state, filing } = await house('2026-04-28');
    expect(await refused(open('cancellation', { order }, supervisor, filing, '逾期'))).toEqual([
      'cancellation/still-in-time',
    ]);
    expect(state(filing).status).toBe('filed');
  });

  it('not on a day that an imported calendar still gives the provider, nor before its clock says so', async () => {
    const { open, give, clocks, importCalendar, refused, filing, id } = await opened('2026-04-29');
    importCalendar(calendarWith({ date: '2026-04-28', off: true }));
    expect(clocks(id)).toMatchObject([{ receipt: { due: '2026-04-29' } }]);
    expect(await refused(give(id, 'order', order, supervisor, '逾期'))).toEqual(['cancellation/still-in-time']);
    expect(await refused(open('cancellation', { order }, supervisor, filing, '逾期'))).toEqual([
      'cancellation/still-in-time',
    ]);
  });

  it('a service that was closed, on whatever day', async () => {
    const { open, state, clocks, filing } = await house('2026-03-31');
    const id = await open(
      'cancellation',
      { order: { ground: 'closed-or-licence-withdrawn', basis: ['final/33.2'] } },
      supervisor,
      filing,
      '网站被依法关闭',
    );
    expect(state(filing).status).toBe('cancelled');
    expect(clocks(id)).toEqual([]);
  });

  it('although the provider keeps a draft open, and without reading it', async () => {
    const { give, state, id, filing } = await opened('2026-04-29');
    await give(id, 'order', order, supervisor, '逾期未注销');
    expect(state(id)).toMatchObject({ status: 'ordered', form: { serviceEnds: '2026-03-30' } });
    expect(state(id)['form']).not.toHaveProperty('why');
    expect(state(filing).status).toBe('cancelled');
  });

  it('with a reason and the clause that lets it, in its own province, by a supervisor', async () => {
    const { open, refused, filing } = await house('2026-04-29');
    expect(
      await refused(open('cancellation', { order: { ...order, basis: ['final/24.3'] } }, supervisor, filing)),
    ).toEqual(['cancellation/power-not-cited', 'matter/reason-missing']);
    expect(await refused(open('cancellation', {}, supervisor, filing, '逾期'))).toEqual(['cancellation/order-missing']);
    expect(
      await refused(open('cancellation', { order: { ...order, serviceEnded: undefined } }, supervisor, filing, '逾期')),
    ).toEqual(['cancellation/end-missing']);
    expect(await refused(open('cancellation', { order }, otherProvince, filing, '逾期'))).toEqual([
      'matter/not-permitted',
    ]);
    expect(await refused(open('cancellation', { order }, reviewer, filing, '逾期'))).toEqual(['matter/not-permitted']);
  });
});

it('is a sound definition', () =>
  expect(definitionFaults(cancellation, new Set(['filing', 'cancellation']))).toEqual([]));
