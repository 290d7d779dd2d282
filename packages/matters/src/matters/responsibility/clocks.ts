import { text, type EditionId } from '@suanjian/rulebook';
import type { ClockDefinition } from '../../engine/definition.ts';
import { managementSystems, systemIds, type SystemId } from './systems.ts';
import type { ResponsibilityEvent, ResponsibilityState } from './state.ts';

/** Its clause, as the clock of the edition names it. */
const dutyOf = (id: SystemId): Partial<Record<EditionId, { readonly clause: string }>> =>
  Object.fromEntries(Object.entries(managementSystems[id].clause).map(([edition, clause]) => [edition, { clause }]));

/** No clause sets how often a system is reviewed: each runs on the provider's own cadence, as it stood when its run began. */
const reviewClock = (id: SystemId): ClockDefinition<ResponsibilityState, ResponsibilityEvent> => ({
  title: text(
    `复核「${managementSystems[id].title.zh}」制度（提供者自定周期）`,
    `Review of “${managementSystems[id].title.en}” (the provider's own cadence)`,
  ),
  duty: dutyOf(id),
  bearer: 'provider',
  promised: ({ reviews }) => {
    const every = reviews[id]?.every;
    return every === undefined ? undefined : { length: every, unit: 'calendar-month' };
  },
  change: (event) => {
    switch (event.type) {
      case 'adopted': {
        if (event.dropped.includes(id)) return { change: 'lift' };
        const begun = event.scheduled[id];
        return begun === undefined ? undefined : { change: 'start', event: begun.last };
      }
      case 'reviewed':
        return event.system === id ? { change: 'stop' } : undefined;
      case 'scheduled':
        return event.system === id ? { change: 'start', event: event.schedule.last } : undefined;
      case 'withdrawn':
        return { change: 'lift' };
      case 'opened':
      case 'saved':
      case 'rules-published':
      case 'commitments-published':
      case 'release-recorded':
      case 'release-reviewed':
      case 'release-in-service':
      case 'tag-proposed':
      case 'tag-approved':
      case 'tag-retired':
      case 'word-barred':
      case 'news-published':
      case 'case-published':
      case 'assigned':
      case 'noted':
      case 'wrote':
        return undefined;
    }
  },
});

/** `toReview-mechanism` and so on: one for each system, so that a late review is not hidden by another one in time. */
export const reviewClocks: Readonly<Record<string, ClockDefinition<ResponsibilityState, ResponsibilityEvent>>> =
  Object.fromEntries(systemIds.map((id) => [`toReview-${id}`, reviewClock(id)]));
