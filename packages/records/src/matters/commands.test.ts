import { describe, expect, it } from 'vitest';
import { done, employeeOf } from '../testing/matter-world.ts';
import { ids, noteWorld, other, own, zhejiang } from '../testing/note-world.ts';
import { withStores } from '../testing/with-stores.ts';
import type { Refused } from './outcome.ts';
import { verifyMatters } from './verify.ts';

withStores((stores) => {
  const { give, opened, present } = noteWorld(stores);

  describe('commands', () => {
    it('append events, move the state and say where it stands', async () => {
      const { matter, position } = await opened();
      expect(position).toBe(2);
      expect(done(await give(matter, 'send', own))).toEqual({
        outcome: 'done',
        kind: 'note',
        matter,
        status: 'sent',
        position: 3,
      });
    });

    it('refuse with every fault of the input, each with its pointer', async () => {
      const { matter } = await opened();
      const refused = await give(matter, 'save', own, { input: { form: { title: 7, unknown: 'x' }, more: 1 } });
      expect(refused).toMatchObject({ outcome: 'refused', why: 'invalid' });
      expect(new Set((refused as Refused).refusals.map(({ pointer }) => pointer))).toEqual(
        new Set(['', '/form', '/form/title']),
      );
    });

    it('refuse characters that cannot be stored, and keep what was there', async () => {
      const { matter } = await opened();
      expect(await give(matter, 'save', own, { input: { form: { title: 'a\u0000b' } } })).toMatchObject({
        why: 'invalid',
        refusals: [{ pointer: '/form/title' }],
      });
      expect(await give(matter, 'save', own, { input: { form: { title: '\ud800' } } })).toMatchObject({
        why: 'invalid',
      });
      expect((await present().service.read(own, 'note', matter))?.position).toBe(2);
    });

    it('refuse a reason that cannot be stored or never ends, and a parent that is none', async () => {
      const { matter } = await opened();
      expect(await give(matter, 'send', own, { reason: 'a\u0000b' })).toMatchObject({
        why: 'invalid',
        refusals: [{ pointer: '/reason' }],
      });
      expect(await give(matter, 'send', own, { reason: '\ud800', idempotencyKey: 'key-00000009' })).toMatchObject({
        why: 'invalid',
      });
      expect(await give(matter, 'send', own, { reason: '长'.repeat(4001) })).toMatchObject({
        why: 'invalid',
        refusals: [{ code: 'input/too-big' }],
      });
      expect(
        await present().service.open({ actor: own, kind: 'stamp', input: {}, parent: '13800138000' }),
      ).toMatchObject({
        why: 'not-found',
      });
    });

    it('tell refusals by permission, state, reason and rules apart', async () => {
      const { matter } = await opened({});
      expect(await give(matter, 'send', employeeOf(ids.own, 'viewer'))).toMatchObject({ why: 'not-permitted' });
      expect(await give(matter, 'withdraw', own)).toMatchObject({ why: 'wrong-state' });
      expect(await give(matter, 'send', own)).toMatchObject({
        why: 'refused',
        refusals: [{ code: 'note/untitled', pointer: '/form/title' }],
      });
      await give(matter, 'save', own, { input: { form: { title: '题' } } });
      await give(matter, 'send', own);
      expect(await give(matter, 'answer', zhejiang)).toMatchObject({
        why: 'reason-missing',
        refusals: [{ pointer: '/reason' }],
      });
      expect(await give(matter, 'answer', zhejiang, { reason: '属实' })).toMatchObject({
        outcome: 'done',
        status: 'answered',
      });
    });

    it('do nothing twice under one key, and refuse the key for something else', async () => {
      const request = { actor: own, kind: 'note', input: { form: { title: '一次' } }, idempotencyKey: 'key-00000001' };
      const first = done(await present().service.open(request));
      expect(done(await present().service.open(request))).toEqual(first);
      expect(await present().service.open({ ...request, input: { form: { title: '两次' } } })).toMatchObject({
        why: 'key-reused',
      });
      expect((await present().service.list(own, {})).total).toBe(1);
      // A key belongs to its actor.
      expect(await present().service.open({ ...request, actor: other })).toMatchObject({ outcome: 'done' });
    });

    it('refuse a decision on what has moved since', async () => {
      const { matter, position } = await opened();
      await give(matter, 'save', own, { input: { form: { title: '新题' } } });
      expect(await give(matter, 'send', own, { expectedPosition: position })).toMatchObject({ why: 'stale' });
      expect(await give(matter, 'send', own, { expectedPosition: position + 1 })).toMatchObject({ outcome: 'done' });
    });

    it('let one of many simultaneous deciders win, and lose no event', async () => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, () => give(matter, 'answer', zhejiang, { reason: '同时' })),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
      expect(
        outcomes.filter(({ outcome }) => outcome === 'refused').map((refused) => (refused as Refused).why),
      ).toEqual(Array(5).fill('wrong-state'));
      expect(await verifyMatters(present().store.database)).toEqual({ matters: 1, events: 4, faults: [] });
    });

    it('roll back everything when what follows in another matter is refused', async () => {
      const { matter } = await opened();
      const stamps = () => present().service.open({ actor: own, kind: 'stamp', input: {}, parent: matter });
      done(await stamps());
      done(await stamps());
      expect(await stamps()).toMatchObject({ outcome: 'refused', why: 'refused', refusals: [{ code: 'note/full' }] });
      expect((await present().service.list(own, { kinds: ['stamp'] })).total).toBe(2);
      expect((await present().service.read(own, 'note', matter))?.state['stamps']).toBe(2);
      expect((await verifyMatters(present().store.database)).faults).toEqual([]);
    });
  });
});
