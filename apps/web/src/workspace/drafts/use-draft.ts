import type { MatterReadingAnswer } from '@suanjian/contracts';
import { differences, merged, type FormDefinition, type FormValues } from '@suanjian/matters';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { failureFrom } from '../client/failure.ts';
import { giveCommand, newKey, readMatter } from '../client/matters.ts';
import { recordOf } from '../forms/control.ts';
import { DraftQueue, inputOf, type SaveStanding } from './draft-queue.ts';
import { unsentIn, type Changes } from './unsent.ts';

export interface Draft {
  /** The form as the server has it, with every change made here. */
  readonly values: FormValues;
  /** A property of the input beside the form, such as the day of a change. */
  readonly extra: (name: string) => unknown;
  readonly change: (pointer: string, value: unknown) => void;
  readonly standing: SaveStanding;
  /** Saves now; true when nothing is left unsent. */
  readonly flush: () => Promise<boolean>;
  readonly retry: () => void;
  readonly position: () => number;
  /** What an earlier page could not send; empty once it was taken up or discarded. */
  readonly offered: Changes;
  readonly takeUp: () => void;
  readonly discard: () => void;
}

const formChanges = (changes: Changes): FormValues =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([pointer, value]) =>
      pointer.startsWith('/form/') ? [[pointer.slice('/form/'.length), value]] : [],
    ),
  );

const later = (task: () => void, milliseconds: number) => {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Saves, and where somebody has moved the matter meanwhile without touching the form (a letter, an assignment), saves again on
 * the new position. A form that was changed elsewhere stays `stale`: a person decides.
 */
const saveOver = async (
  { kind, id }: MatterReadingAnswer,
  form: FormDefinition,
  confirmed: FormValues,
  [changes, position, key]: readonly [Changes, number, string],
): Promise<{ readonly position: number }> => {
  const input = inputOf(changes);
  try {
    return await giveCommand(kind, id, 'save', { input, position, key });
  } catch (error) {
    if (failureFrom(error).kind !== 'stale') throw error;
    const fresh = await readMatter(kind, id, ['confidential', 'personal']);
    const same = differences(confirmed, recordOf(fresh.state['form']), form).length === 0;
    if (!same || !fresh.actions.includes('save')) throw error;
    return giveCommand(kind, id, 'save', { input, position: fresh.position, key: newKey() });
  }
};

/** A draft on the page: edits show at once and save themselves. Mount it anew (`key`) after reading the matter anew. */
export const useDraft = (reading: MatterReadingAnswer, form: FormDefinition): Draft => {
  const [changes, setChanges] = useState<Changes>({});
  const [standing, setStanding] = useState<SaveStanding>({ standing: 'saved' });
  const store = useMemo(() => unsentIn(sessionStorage, reading.id), [reading.id]);
  const [offered, setOffered] = useState<Changes>(() => store.read());
  // What is still offered must survive the next write of the store.
  const pendingOffer = useRef(offered);
  const queue = useRef<DraftQueue>(undefined);
  const position = useRef(reading.position);
  const confirmed = useRef<FormValues>(recordOf(reading.state['form']));

  useEffect(() => {
    const made = new DraftQueue(
      {
        store: { read: () => store.read(), write: (unsent) => store.write({ ...pendingOffer.current, ...unsent }) },
        newKey,
        later,
        changed: setStanding,
        moved: (moved) => (position.current = moved),
        save: async (sent, at, key) => {
          const done = await saveOver(reading, form, confirmed.current, [sent, at, key]);
          confirmed.current = merged(confirmed.current, formChanges(sent));
          return done;
        },
      },
      reading.position,
    );
    queue.current = made;
    const online = () => made.retry();
    const leaving = (event: BeforeUnloadEvent) => {
      if (Object.keys(made.unsent).length > 0) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leaving);
      // Leaving the page within the workspace still sends what is waiting.
      void made.flush().finally(() => made.dispose());
    };
    // The reading is the one this draft was mounted with.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [store]);

  const settleOffer = () => {
    pendingOffer.current = {};
    setOffered({});
  };

  const change = useCallback((pointer: string, value: unknown) => {
    setChanges((earlier) => ({ ...earlier, [pointer]: value }));
    queue.current?.change(pointer, value);
  }, []);

  const saved = recordOf(reading.state['form']);
  return {
    values: useMemo(() => merged(saved, formChanges(changes)), [saved, changes]),
    extra: (name) => (`/${name}` in changes ? changes[`/${name}`] : reading.state[name]),
    change,
    standing,
    flush: async () => (await queue.current?.flush()) ?? true,
    retry: () => queue.current?.retry(),
    position: () => position.current,
    offered,
    takeUp: () => {
      const taken = offered;
      settleOffer();
      for (const [pointer, value] of Object.entries(taken)) change(pointer, value);
    },
    discard: () => {
      settleOffer();
      store.write(queue.current?.unsent ?? {});
    },
  };
};
