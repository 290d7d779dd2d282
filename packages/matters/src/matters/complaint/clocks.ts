import { text } from '@suanjian/rulebook';
import type { ClockDefinition } from '../../engine/definition.ts';
import type { ComplaintEvent, ComplaintState } from './state.ts';

/**
 * The provider's own published time (final/22; the draft asks for prompt handling and leaves the length to it). Nothing runs where it has
 * published none, nor for the office: no clause sets it a time.
 */
export const toAnswer: ClockDefinition<ComplaintState, ComplaintEvent> = {
  title: text('公司答复投诉', 'The company’s answer'),
  duty: { final: { clause: 'final/22' }, draft: { clause: 'draft/26.1' } },
  bearer: 'provider',
  promised: ({ limit }) => limit,
  onLapse: 'escalate',
  change: (event, { status, since }, { on }) => {
    switch (event.type) {
      case 'opened':
      case 'released':
      case 'sent-to-provider':
      case 'reopened':
        return status === 'with-provider' ? { change: 'start', event: on } : undefined;
      // Nobody gains time by merging and taking apart again.
      case 'unmerged':
        return status === 'with-provider' ? { change: 'start', event: since ?? on } : undefined;
      case 'answered':
      case 'escalated':
        return { change: 'stop' };
      case 'handed-over':
      case 'merged':
        return { change: event.late ? 'stop' : 'lift' };
      case 'withdrawn':
        return { change: 'lift' };
      case 'asked':
      case 'assigned':
      case 'bundle-linked':
      case 'contented':
      case 'contested':
      case 'decided':
      case 'erased':
      case 'evidence-added':
      case 'heard':
      case 'leaned-on':
      case 'let-go':
      case 'let-out':
      case 'noted':
      case 'queried':
      case 'replied':
      case 'responded':
      case 'set-aside':
      case 'stepped-back':
      case 'took-in':
      case 'wrote':
        return undefined;
    }
  },
};
