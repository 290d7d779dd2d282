import { asCivilDate, text } from '@suanjian/rulebook';
import type { ClockDefinition } from '../../engine/definition.ts';
import { answerClock } from '../common/answer-clock.ts';
import type { FilingEvent, FilingState } from './state.ts';

/**
 * The provider's ten working days from the launch that the form states. A draft that moves its launch date moves the clock;
 * the first submission meets it, and whatever is returned later does not wake it.
 */
const toFile: ClockDefinition<FilingState, FilingEvent> = {
  title: text('提供者提交备案', 'The provider files'),
  duty: { final: { clause: 'final/24.1' }, draft: { clause: 'draft/20.1' } },
  bearer: 'provider',
  change: ({ type }, { form, submissions }) => {
    if (type === 'submitted') return { change: 'stop' };
    if (type === 'withdrawn') return { change: 'lift' };
    if (type !== 'saved' || submissions.length > 0) return undefined;
    const { launched: written } = form;
    const launched = typeof written === 'string' ? asCivilDate(written) : undefined;
    return launched === undefined ? { change: 'lift' } : { change: 'start', event: launched };
  },
};

export const filingClocks = { toFile, toAnswer: answerClock } as const;
