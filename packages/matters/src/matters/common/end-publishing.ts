import type { Text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf, type Command, type MatterState } from '../../engine/definition.ts';
import type { Party } from '../../engine/party.ts';
import { accept } from '../../engine/refusal.ts';

interface EndEvent {
  readonly type: 'ended';
}

/** Ends a list that somebody keeps public in versions: nothing is added to it any more, and what stood in it stays. */
export const endPublishing = (
  by: Party,
  { title, help }: { readonly title: Text; readonly help: Text },
): Command<MatterState, EndEvent> =>
  matterOf<MatterState, EndEvent>().command({
    title,
    help,
    by: [by],
    from: ['published'],
    to: ['ended'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'ended' }),
  });
