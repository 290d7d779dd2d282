import type { ActorReference, AnyMatterDefinition, FormValues } from '@suanjian/matters';
import type { MatterReading, TimelineEntry } from '@suanjian/records';
import { civilDateOf } from '@suanjian/rulebook';
import type { FollowedMatterModel, FollowedStep } from '@suanjian/web';

const isRecord = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A form or a list in which nobody has written anything yet is not shown. */
const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

const sideOf = (actor: ActorReference, owner: string | null): FollowedStep['by'] => {
  switch (actor.kind) {
    case 'applicant':
    case 'public':
      return 'you';
    case 'person':
      return actor.organisation === owner ? 'provider' : 'office';
    case 'operator':
      return 'office';
    case 'clock':
    case 'matter':
      return 'system';
  }
};

const stepOf =
  ({ owner }: MatterReading) =>
  ({ position, title, at, actor, organisation, reason, details }: TimelineEntry): FollowedStep => ({
    position,
    title,
    on: civilDateOf(at),
    by: sideOf(actor, owner),
    ...(organisation === undefined ? {} : { organisation }),
    ...(reason === undefined ? {} : { reason }),
    ...(typeof details['text'] === 'string' ? { words: details['text'] } : {}),
  });

/** What the page for the person who opened a matter shows of it. */
export const followedModel = (
  definition: AnyMatterDefinition,
  reading: MatterReading,
  attempt: FollowedMatterModel['attempt'],
): FollowedMatterModel => ({
  kind: reading.kind,
  status: reading.status,
  forms: Object.fromEntries(
    Object.keys(definition.forms).flatMap((property) => {
      const values = reading.state[property];
      return isRecord(values) && Object.values(values).some(isSaid) ? [[property, values]] : [];
    }),
  ),
  due: reading.clocks
    .filter(({ endedOn }) => endedOn === undefined)
    .map(({ title, due, standing }) => ({ title, on: due, late: standing === 'late' })),
  steps: reading.timeline.map(stepOf(reading)),
  actions: reading.actions,
  ...(attempt === undefined ? {} : { attempt }),
});
