import { describe, expect, it } from 'vitest';
import { RequestFailure } from '../client/failure.ts';
import { DraftQueue, inputOf, type SaveStanding } from './draft-queue.ts';
import { unsentIn, type Changes } from './unsent.ts';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

interface Sent {
  readonly changes: Changes;
  readonly position: number;
  readonly key: string;
}

/** A queue whose clock is turned by hand and whose server answers as it is told. */
const bench = (answers: readonly (number | RequestFailure)[], pending: Changes = {}) => {
  const sent: Sent[] = [];
  const standings: SaveStanding[] = [];
  const storage = memory();
  const store = unsentIn(storage, 'one');
  const tasks: (() => void)[] = [];
  let keys = 0;
  const queue = new DraftQueue(
    {
      store,
      newKey: () => `key-${(keys += 1)}`,
      later: (task) => {
        tasks.push(task);
        return () => void tasks.splice(tasks.indexOf(task), tasks.includes(task) ? 1 : 0);
      },
      changed: (standing) => standings.push(standing),
      moved: () => undefined,
      save: async (changes, position, key) => {
        sent.push({ changes, position, key });
        const answer = answers[sent.length - 1];
        if (answer instanceof RequestFailure) throw answer;
        return { position: answer ?? position + 1 };
      },
    },
    4,
    pending,
  );
  const turn = async () => {
    for (const task of tasks.splice(0)) task();
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
  };
  return { queue, sent, standings, store, turn };
};

const refusedAt = (...pointers: string[]) =>
  new RequestFailure('refused', {
    type: '/api/problems/refused',
    title: 'no',
    status: 422,
    errors: pointers.map((pointer) => ({ code: 'form/date', pointer, text: { zh: '不对', en: 'wrong' } })),
  });

describe('a draft that saves itself', () => {
  it('sends only what changed, with the position it has seen', async () => {
    const { queue, sent, standings, store, turn } = bench([7]);
    queue.change('/form/name', 'a');
    queue.change('/form/name', 'ab');
    queue.change('/form/version', '2');
    expect(store.read()).toEqual({ '/form/name': 'ab', '/form/version': '2' });
    await turn();
    expect(sent).toEqual([{ changes: { '/form/name': 'ab', '/form/version': '2' }, position: 4, key: 'key-1' }]);
    expect(standings.at(-1)).toEqual({ standing: 'saved' });
    expect(store.read()).toEqual({});
    queue.change('/form/name', 'abc');
    await turn();
    expect(sent[1]).toEqual({ changes: { '/form/name': 'abc' }, position: 7, key: 'key-2' });
  });

  it('repeats the very same attempt after a broken line, then sends what came meanwhile', async () => {
    const { queue, sent, standings, store, turn } = bench([new RequestFailure('offline'), 5, 6]);
    queue.change('/form/name', 'a');
    await turn();
    expect(standings.at(-1)).toEqual({ standing: 'offline' });
    queue.change('/form/version', '2');
    expect(store.read()).toEqual({ '/form/name': 'a', '/form/version': '2' });
    await turn();
    expect(sent[1]).toEqual(sent[0]);
    await turn();
    expect(sent[2]).toEqual({ changes: { '/form/version': '2' }, position: 5, key: 'key-2' });
    expect(store.read()).toEqual({});
  });

  it('saves again what changed while it was being saved', async () => {
    const { queue, sent, turn } = bench([]);
    queue.change('/form/name', 'a');
    const first = turn();
    queue.change('/form/name', 'b');
    await first;
    await turn();
    expect(sent.map(({ changes }) => changes['/form/name'])).toEqual(['a', 'b']);
  });

  it('sets a refused field aside and saves the others', async () => {
    const { queue, sent, standings, store, turn } = bench([refusedAt('/form/models/0/name'), 5, 6]);
    queue.change('/form/models', [{ name: '' }]);
    queue.change('/form/version', '2');
    await turn();
    await turn();
    expect(sent[1]?.changes).toEqual({ '/form/version': '2' });
    expect(standings.at(-1)).toMatchObject({ standing: 'held' });
    expect(Object.keys(store.read())).toEqual(['/form/models']);
    await turn();
    expect(sent).toHaveLength(2);
    queue.change('/form/models', [{ name: 'm' }]);
    await turn();
    expect(sent[2]?.changes).toEqual({ '/form/models': [{ name: 'm' }] });
    expect(standings.at(-1)).toEqual({ standing: 'saved' });
  });

  it('stops when somebody else has moved the matter, and keeps everything', async () => {
    const { queue, sent, standings, store, turn } = bench([new RequestFailure('stale')]);
    queue.change('/form/name', 'a');
    await turn();
    expect(standings.at(-1)).toEqual({ standing: 'stale' });
    queue.change('/form/version', '2');
    await turn();
    expect(sent).toHaveLength(1);
    expect(store.read()).toEqual({ '/form/name': 'a', '/form/version': '2' });
  });

  it('does not repeat what was refused as a whole', async () => {
    const { queue, sent, standings, store, turn } = bench([new RequestFailure('not-permitted')]);
    queue.change('/form/name', 'a');
    await turn();
    await turn();
    expect(sent).toHaveLength(1);
    expect(standings.at(-1)).toMatchObject({ standing: 'failed' });
    expect(store.read()).toEqual({ '/form/name': 'a' });
  });

  it('takes up what an earlier page left unsent', async () => {
    const { sent, turn } = bench([5], { '/form/name': 'left' });
    await turn();
    expect(sent[0]?.changes).toEqual({ '/form/name': 'left' });
  });

  it('says by flush whether everything is safe', async () => {
    const good = bench([5]);
    good.queue.change('/form/name', 'a');
    await expect(good.queue.flush()).resolves.toBe(true);
    const bad = bench([new RequestFailure('offline')]);
    bad.queue.change('/form/name', 'a');
    await expect(bad.queue.flush()).resolves.toBe(false);
  });
});

describe('the input of a save', () => {
  it('puts fields into their form and leaves the rest beside it', () => {
    expect(inputOf({ '/form/name': 'a', '/form/gone': null, '/occurred': '2026-03-01' })).toEqual({
      form: { name: 'a', gone: null },
      occurred: '2026-03-01',
    });
  });
});

describe('the store of unsent changes', () => {
  it('survives rubbish and a full disk', () => {
    const storage = memory();
    storage.kept.set('suanjian.unsent.one', '{broken');
    expect(unsentIn(storage, 'one').read()).toEqual({});
    const full = {
      ...storage,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => unsentIn(full, 'one').write({ '/form/a': 1 })).not.toThrow();
  });
});
