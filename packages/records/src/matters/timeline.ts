import type { Transaction } from 'kysely';
import {
  isFor,
  type AccountId,
  type ActorReference,
  type AnyMatterDefinition,
  type Audience,
  type Instant,
  type MatterId,
  type RecordedEvent,
} from '@suanjian/matters';
import type { Text } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import { actorOrganisation, organisationNames } from './organisation-names.ts';
import type { Stream } from './streams.ts';

export interface TimelineEntry {
  readonly position: number;
  readonly type: string;
  readonly title: Text;
  readonly at: Instant;
  /** Who acted, in which capacity; organisations by name, persons never. */
  readonly actor: ActorReference;
  readonly organisation?: string;
  readonly reason?: string;
  readonly edition: string;
  /** What the event carries besides forms. */
  readonly details: Readonly<Record<string, unknown>>;
}

const detailsOf = (
  definition: AnyMatterDefinition,
  event: RecordedEvent['event'],
  audience: Audience,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(event).filter(([property]) => {
      return (
        property !== 'type' && definition.forms[property] === undefined && isFor(definition.inner?.[property], audience)
      );
    }),
  );

/** Whoever follows a matter by its code learns which side acted, not who works there nor which other matters there are. */
const actorTold = (actor: ActorReference, audience: Audience): ActorReference => {
  if (audience !== 'applicant') return actor;
  switch (actor.kind) {
    case 'person':
      return { ...actor, account: '' as AccountId, roles: [] };
    case 'matter':
      return { ...actor, matter: '' as MatterId };
    case 'operator':
    case 'clock':
    case 'public':
    case 'applicant':
      return actor;
  }
};

/** What happened in a matter, as much of it as an audience is told. */
export const timelineOf = async (
  transaction: Transaction<Database>,
  definition: AnyMatterDefinition,
  stream: Stream,
  audience: Audience,
): Promise<readonly TimelineEntry[]> => {
  const ids = new Set(stream.events.map(({ meta }) => actorOrganisation(meta.actor)).filter((id) => id !== undefined));
  const names = await organisationNames(transaction, [...ids]);
  return stream.events.flatMap(({ event, meta }): readonly TimelineEntry[] => {
    const declared = definition.events[event.type];
    if (declared === undefined || !isFor(declared.only, audience)) return [];
    const organisation = actorOrganisation(meta.actor);
    const name = organisation === undefined ? undefined : names.get(organisation);
    return [
      {
        position: meta.position,
        type: event.type,
        title: declared.title,
        at: meta.at,
        actor: actorTold(meta.actor, audience),
        edition: meta.edition,
        details: detailsOf(definition, event, audience),
        ...(name === undefined ? {} : { organisation: name }),
        ...(meta.reason === undefined ? {} : { reason: meta.reason }),
      },
    ];
  });
};
