import type { Transaction } from 'kysely';
import {
  evolved,
  type Effect,
  type Instant,
  type MatterState,
  type Notice,
  type OrganisationChange,
  type Publication,
  type RecordedEvent,
} from '@suanjian/matters';
import type { Database } from '../migrations/database.ts';
import type { MatterPorts, Target } from './command-context.ts';
import type { Insert } from './together.ts';

/** What follows from new events, in their order. */
export interface Following {
  readonly notices: readonly { readonly notice: Notice; readonly position: number }[];
  /** Persons whose keys in the matter are given up. */
  readonly erased: readonly string[];
  readonly changes: readonly ({ readonly publication: Publication } | { readonly organisation: OrganisationChange })[];
  readonly effects: readonly Effect[];
}

export const followingFrom = (
  { definition, matter }: Target,
  before: MatterState | undefined,
  recorded: readonly RecordedEvent[],
  settings: MatterPorts['settings'],
): Following => {
  let state = before;
  const notices: Following['notices'][number][] = [];
  const erased: string[] = [];
  const changes: Following['changes'][number][] = [];
  const effects: Effect[] = [];
  for (const step of recorded) {
    state = evolved(definition, state, step);
    const { event, meta } = step;
    const publication = definition.publication?.(event, state, meta);
    if (publication !== undefined) changes.push({ publication });
    const consequences = definition.consequences?.(event, state, meta, { matter, settings });
    if (consequences?.organisation !== undefined) changes.push({ organisation: consequences.organisation });
    for (const notice of consequences?.notices ?? []) notices.push({ notice, position: meta.position });
    erased.push(...(consequences?.erase ?? []));
    effects.push(...(consequences?.effects ?? []));
  }
  return { notices, erased, changes, effects };
};

/** The notices on their way, and the keys to be destroyed, written in the transaction of the events they follow from. */
export const followingInserts = (
  transaction: Transaction<Database>,
  { matter, owner, ground }: Target,
  { notices, erased }: Following,
  at: Instant,
): readonly Insert[] => [
  ...(notices.length === 0
    ? []
    : [
        transaction.insertInto('outbox').values(
          notices.map(({ notice: { to, subject, body }, position }) => ({
            matter_id: matter,
            position,
            organisation_id: to === 'provider' ? owner : null,
            office_level: to === 'provider' ? null : to.officeLevel,
            place: ground.place,
            subject: JSON.stringify(subject),
            body: JSON.stringify(body),
            created_at: at,
            handled_at: null,
          })),
        ),
      ]),
  ...(erased.length === 0
    ? []
    : [
        transaction
          .insertInto('key_erasure')
          .values([...new Set(erased)].map((person) => ({ matter_id: matter, person, asked_at: at, done_at: null })))
          .onConflict((conflict) => conflict.doNothing()),
      ]),
];
