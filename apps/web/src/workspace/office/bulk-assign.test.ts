import { describe, expect, it } from 'vitest';
import { RequestFailure } from '../client/failure.ts';
import { assignAll, type Assignable } from './bulk-assign.ts';

const matters: readonly Assignable[] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
  kind: 'filing',
  id,
  title: id.toUpperCase(),
}));

describe('assigning many matters', () => {
  it('goes on after a failure and names what failed', async () => {
    const outcome = await assignAll(matters, async ({ id }) => {
      if (id === 'b') throw new RequestFailure('not-permitted');
    });
    expect(outcome.done.map(({ id }) => id).sort()).toEqual(['a', 'c', 'd', 'e']);
    expect(outcome.failed.map(({ matter, failure }) => [matter.title, failure.kind])).toEqual([['B', 'not-permitted']]);
  });

  it('counts a matter that is assigned that way already as done', async () => {
    const already = new RequestFailure('refused', {
      type: '',
      title: '',
      status: 422,
      errors: [{ code: 'desk/already-assigned', text: { zh: '', en: '' } }],
    });
    const outcome = await assignAll(matters.slice(0, 1), () => Promise.reject(already));
    expect(outcome).toMatchObject({ done: [{ id: 'a' }], failed: [] });
  });

  it('never has more under way than it was told', async () => {
    let running = 0;
    let most = 0;
    await assignAll(
      matters,
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
