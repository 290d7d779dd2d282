import { composeFilingNumber } from '@suanjian/register';
import type { CivilDate } from '@suanjian/rulebook';
import type { MatterId } from '../engine/identity.ts';
import type { Actor } from '../engine/party.ts';
import { exampleSubject } from '../matters/filing/definition.ts';
import type { InMemory } from './in-memory-shape.ts';
import type { FormSamples } from './input-arbitrary.ts';

/** A command, what it is given, by whom, and on which day where that is another than the day before. */
export type Step = readonly [command: string, input: unknown, actor: Actor, on?: CivilDate];

/**
 * What random walks through a kind of matter need besides its definition, exported as `walk` by the `walk.ts` of its folder. A kind
 * whose forms are filled in soundly by their controls alone has none.
 */
export interface Walk {
  /** Forms with checks of their own, which no general rule could fill in, by property or command. */
  readonly samples?: FormSamples;
  /** Where several people have to do their part one after the other a walk seldom gets far: some begin after these steps. */
  readonly leads?: readonly ((matter: MatterId) => readonly Step[])[];
  /** People whom a walk needs besides those that every walk has. */
  readonly people?: readonly Actor[];
  /** What has to be there before it is opened, besides the filing that stands. */
  readonly before?: (told: InMemory) => Promise<void>;
}

/** The number of the filing that stands in every walk. */
export const standingNumber = composeFilingNumber({
  place: exampleSubject.place,
  subject: exampleSubject.subjectCode,
  type: 'personalised-push',
  year: 2026,
  serial: 1,
});

/** The second matter that a walk opens, where a matter acts on others of its kind; the first is the filing. */
export const companionId = '00000000-0000-4000-8000-000000000002' as MatterId;
