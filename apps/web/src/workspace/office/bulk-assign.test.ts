import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matterDefinitions } from '@suanjian/matters';
import { RequestFailure } from '../client/failure.ts';
import { assignAll, isAssignable, sharedOut, wantsReason, type Assignment } from './bulk-assign.ts';

const assignments: readonly Assignment[] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
  matter: { kind: 'filing', id, title: id.toUpperCase() },
  to: 'li',
}));

describe('assigning many matters', () => {
  it('goes on after a failure and names what failed', async () => {
    const outcome = await assignAll(assignments, async ({ matter: { id } }) => {
      if (id === 'b') throw new RequestFailure('not-permitted');
    });
    expect(outcome.done.map(({ id }) => id).sort()).toEqual(['a', 'c', 'd', 'e']);
    expect(outcome.failed.map(({ matter, failure }) => [matter.title, failure.kind])).toEqual([['B', 'not-permitted']]);
  });

  it('tells what changed meanwhile apart from what failed', async () => {
    const outcome = await assignAll(assignments.slice(0, 2), async ({ matter: { id } }) => {
      if (id === 'b') throw new RequestFailure('stale');
    });
    expect(outcome).toMatchObject({ done: [{ id: 'a' }], changed: [{ id: 'b' }], failed: [] });
  });

  it('counts a matter that is assigned that way already as done', async () => {
    const already = new RequestFailure('refused', {
      type: '',
      title: '',
      status: 422,
      errors: [{ code: 'desk/already-assigned', text: { zh: '', en: '' } }],
    });
    const outcome = await assignAll(assignments.slice(0, 1), () => Promise.reject(already));
    expect(outcome).toMatchObject({ done: [{ id: 'a' }], changed: [], failed: [] });
  });

  it('never has more under way than it was told', async () => {
    let running = 0;
    let most = 0;
    await assignAll(
      assignments,
      async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
      },
      2,
    );
    expect(most).toBe(2);
  });
});

describe('sharing matters out', () => {
  const people = ['li', 'wang', 'zhao'];
  const listOf = (assignees: readonly (string | undefined)[]) =>
    assignees.map((assignee, index) => ({ kind: 'filing', id: `${index}`, title: `${index}`, assignee }));

  it('gives everybody as many, one more or less, and each matter to somebody', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(undefined, ...people, 'somebody else'), { maxLength: 60 }),
        fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 }),
        (assignees, chosen) => {
          const shared = sharedOut(listOf(assignees), chosen);
          expect(shared.map(({ matter }) => matter.id)).toEqual(assignees.map((_, index) => `${index}`));
          const loads = chosen.map((person) => shared.filter(({ to }) => to === person).length);
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('leaves with somebody what they have, as far as that is even', () => {
    const shared = sharedOut(listOf(['wang', 'wang', 'wang', undefined]), ['li', 'wang']);
    expect(shared.map(({ to }) => to)).toEqual(['wang', 'wang', 'li', 'li']);
  });
});

describe('what can be assigned', () => {
  it('is everything on the desk of an office, except what a team is named for and what the office publishes', () => {
    const published: ReadonlySet<string> = new Set(['discretion']);
    for (const definition of matterDefinitions)
      for (const [status, { desk, final }] of Object.entries(definition.states))
        if (desk?.side === 'office' && final !== true)
          expect([definition.kind, status, isAssignable(definition, status)]).toEqual([
            definition.kind,
            status,
            definition.team === undefined && !published.has(definition.kind),
          ]);
  });

  it('is nothing of a kind that is not known, and nothing on the desk of a company', () => {
    expect(isAssignable(undefined, 'first-review')).toBe(false);
    const filing = matterDefinitions.find(({ kind }) => kind === 'filing');
    expect(isAssignable(filing, 'returned')).toBe(false);
  });

  it('asks for a reason where one of them does', () => {
    const plain = matterDefinitions.find(({ commands }) => commands['assign'] !== undefined);
    const assign = plain?.commands['assign'];
    if (plain === undefined || assign === undefined) throw new Error('nothing can be assigned');
    expect(wantsReason([plain, undefined])).toBe(false);
    const strict = { ...plain, commands: { assign: { ...assign, reason: 'required' as const } } };
    expect(wantsReason([plain, strict])).toBe(true);
  });
});
