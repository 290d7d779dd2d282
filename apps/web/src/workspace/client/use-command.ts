import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CommandDone, MatterReadingAnswer } from '@suanjian/contracts';
import { failureFrom } from './failure.ts';
import { giveCommand, newKey } from './matters.ts';
import { useRefresh } from './queries.ts';

export interface Given {
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

/** Commands that add to a matter and overrule nothing: they go through whatever happened meanwhile. */
const additions: ReadonlySet<string> = new Set(['write', 'note', 'state', 'assign']);

/**
 * Gives commands to a matter as it was read. The key stays the same while it is unknown whether an attempt arrived, so that
 * pressing the button again does nothing twice.
 */
export const useCommand = ({ kind, id, position }: Pick<MatterReadingAnswer, 'kind' | 'id' | 'position'>) => {
  const refresh = useRefresh();
  const attempt = useRef<{ readonly content: string; readonly key: string }>(undefined);
  return useMutation<CommandDone, Error, Given>({
    mutationFn: async (given) => {
      const content = JSON.stringify([given, position]);
      if (attempt.current?.content !== content) attempt.current = { content, key: newKey() };
      const { command, ...call } = given;
      try {
        const done = await giveCommand(kind, id, command, {
          ...call,
          key: attempt.current.key,
          ...(additions.has(command) ? {} : { position }),
        });
        attempt.current = undefined;
        return done;
      } catch (error) {
        const failure = failureFrom(error);
        if (failure.kind !== 'offline' && failure.kind !== 'unavailable') attempt.current = undefined;
        throw failure;
      }
    },
    onSuccess: refresh,
  });
};
