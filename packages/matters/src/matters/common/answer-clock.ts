import { text } from '@suanjian/rulebook';
import type { ClockDefinition, MatterEvent, MatterState } from '../../engine/definition.ts';

/**
 * The office's 30 working days, counted from the day of receipt and running through both levels. A return with reasons
 * answers as well as an acceptance or a refusal does; a resubmission starts the next run.
 */
export const answerClock: ClockDefinition<MatterState, MatterEvent> = {
  title: text('主管部门答复', "The office's answer"),
  duty: { final: { clause: 'final/25' }, draft: { clause: 'draft/21' } },
  bearer: 'office',
  change: ({ type }, _state, { on }) => {
    switch (type) {
      case 'submitted':
        return { change: 'start', event: on };
      case 'returned':
      case 'refused':
      case 'filed':
        return { change: 'stop' };
      case 'withdrawn':
      case 'lapsed':
        return { change: 'lift' };
      default:
        return undefined;
    }
  },
};
