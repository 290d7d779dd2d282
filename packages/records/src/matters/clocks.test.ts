import { describe, expect, it } from 'vitest';
import { builtInCalendar, mergeCalendars, parseStateCouncilCalendar } from '@suanjian/rulebook';
import { testDefinitions } from '../testing/note-matter.ts';
import { noteWorld, own, zhejiang } from '../testing/note-world.ts';
import { withStores } from '../testing/with-stores.ts';
import { createMatterService } from './matter-service.ts';
import { recomputeClocks } from './recompute-clocks.ts';

withStores((stores) => {
  const { give, opened, present } = noteWorld(stores);

  describe('clocks', () => {
    it('stand in the lists with the next due date, by clause and edition', async () => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      const [item] = (await present().service.list(zhejiang, { sort: 'due' })).items;
      expect(item?.due).toEqual({
        name: 'toAnswer',
        on: '2026-03-30',
        bearer: 'office',
        provisional: false,
        standing: 'running',
        clause: 'final/25',
      });
      present().clock.now = '2026-03-30T15:59:59.000Z';
      expect((await present().service.list(zhejiang, {})).items[0]?.due?.standing).toBe('due-today');
      present().clock.now = '2026-03-30T16:00:00.000Z';
      expect((await present().service.list(zhejiang, {})).items[0]?.due?.standing).toBe('late');
      await give(matter, 'answer', zhejiang, { reason: '迟了' });
      expect((await present().service.read(own, 'note', matter))?.clocks).toMatchObject([
        { standing: 'missed', endedOn: '2026-03-31' },
      ]);
    });

    it('are counted again when a calendar arrives, and keep both dates', async () => {
      present().clock.now = '2026-12-20T02:00:00.000Z';
      const { matter } = await opened();
      await give(matter, 'send', own);
      const before = (await present().service.read(own, 'note', matter))?.clocks[0];
      expect(before).toMatchObject({ provisional: true });
      const days = ['2027-01-04', '2027-01-05'].map((date) => ({ name: '元旦', date, isOffDay: true }));
      const parsed = parseStateCouncilCalendar({
        '2027': { papers: [], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }, ...days] },
      });
      if (!parsed.ok) throw new Error('the calendar of the test is not valid');
      const rules = {
        calendar: mergeCalendars(builtInCalendar, parsed.calendar),
      };
      const result = await present().store.asOwner((transaction) =>
        recomputeClocks(transaction, present().ports, rules),
      );
      expect(result).toEqual({ matters: 1, moved: 1 });
      const after = (await present().service.read(own, 'note', matter))?.clocks[0];
      expect(after?.provisional).toBe(false);
      expect(after?.receipts.map(({ receipt }) => receipt.due)).toEqual([before?.due, after?.due]);
      expect(after?.due).not.toBe(before?.due);
    });
  });

  it('leaves a clock that has ended as it ended, whatever calendar comes later', async () => {
    present().clock.now = '2026-12-20T02:00:00.000Z';
    const { matter } = await opened();
    await give(matter, 'send', own);
    await give(matter, 'answer', zhejiang, { reason: '属实' });
    const before = (await present().service.read(own, 'note', matter))?.clocks;
    const longer = parseStateCouncilCalendar({
      '2027': { papers: [], days: [{ name: '元旦', date: '2027-01-04', isOffDay: true }] },
    });
    if (!longer.ok) throw new Error('the calendar of the test is not valid');
    const rules = { calendar: mergeCalendars(builtInCalendar, longer.calendar) };
    expect(
      await present().store.asOwner((transaction) => recomputeClocks(transaction, present().ports, rules)),
    ).toEqual({
      matters: 0,
      moved: 0,
    });
    const later = createMatterService(present().store, testDefinitions, { ...present().ports, rules: () => rules });
    await later.open({ actor: own, kind: 'note', input: { form: { title: '又一件' } } });
    expect((await later.read(own, 'note', matter))?.clocks).toEqual(before);
  });
});
