import type { Command } from '../../engine/definition.ts';
import type { FormDefinition } from '../../engine/form.ts';
import { deskCommands, type DeskEvent } from './desk.ts';
import {
  forwardCommand,
  refuseCommand,
  returnCommand,
  twoLevelDesks,
  withdrawCommand,
  type ReviewEvent,
  type ReviewState,
} from './review.ts';

const levels = ['province', 'nation'] as const;
const open = ['first-review', 'second-review', 'returned'] as const;

type Name = 'forward' | 'return' | 'refuse' | 'withdraw' | 'assign' | 'note' | 'write';

/**
 * The commands every matter shares that the province reviews first and the nation second. Each desk decides what lies on
 * it; submitting and the final acceptance are the matter's own.
 * @param more further states in which notes and letters are still possible, such as `filed`.
 */
export const twoLevelReview = (
  form: FormDefinition,
  more: readonly string[] = [],
): Readonly<Record<Name, Command<ReviewState, ReviewEvent | DeskEvent>>> => ({
  forward: forwardCommand,
  return: returnCommand({ form, desks: twoLevelDesks, levels }),
  refuse: refuseCommand({ desks: twoLevelDesks, levels }),
  withdraw: withdrawCommand(['draft', ...open]),
  ...deskCommands({ desks: twoLevelDesks, open: [...open, ...more], levels }),
});
