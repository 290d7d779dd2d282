import { text } from '@suanjian/rulebook';
import type { ClockDefinition } from '../../engine/definition.ts';
import { untilDate } from '../common/own-date.ts';
import type { InspectionEvent, InspectionState } from './state.ts';

/** No clock runs before the company knows: not even a figure of how punctual offices are may move. */
const toSign: ClockDefinition<InspectionState, InspectionEvent> = {
  title: text('核对并签署检查记录（检查组所定日期）', 'To go through the record and sign it (day set by the team)'),
  duty: { final: { clause: 'final/28.2' }, draft: { clause: 'draft/24.2' } },
  bearer: 'provider',
  promised: ({ sent, drawn }) =>
    sent === undefined || drawn === undefined ? undefined : untilDate(sent.on, drawn.signBy),
  change: ({ type }, _state, { on }) => {
    if (type === 'record-sent') return { change: 'start', event: on };
    if (type === 'record-signed' || type === 'signature-refused') return { change: 'stop' };
    return type === 'broken-off' ? { change: 'lift' } : undefined;
  },
};

export const inspectionClocks = { toSign };
