import { text } from '@suanjian/rulebook';
import type { ClockChange, ClockDefinition } from '../../engine/definition.ts';
import { detectedOn, isReportable, severityIn } from './reporting.ts';
import type { IncidentEvent, IncidentState } from './state.ts';

/**
 * From the day of detection, by severity. No clause sets the length: it is the provider's own, from its register, or the policy default.
 * The assessment that a spread calls for has its clock in the matter of the assessment, so that nobody is late twice for one duty.
 */
export const toReport: ClockDefinition<IncidentState, IncidentEvent> = {
  title: text(
    '向主管部门报告事件（法律未定天数；按提供者自己的制度，或本系统默认）',
    'Report to the office (no length is set by law: by the provider’s own rules, or the policy default of this system)',
  ),
  duty: { final: { clause: 'final/7' }, draft: { clause: 'draft/7' } },
  bearer: 'provider',
  promised: ({ form, limits }) => {
    const severity = severityIn(form);
    if (!isReportable(severity)) return undefined;
    const { length, unit } = limits[severity];
    return { length, unit };
  },
  change: (event, { form }, { on }): ClockChange | undefined => {
    switch (event.type) {
      case 'saved': {
        const detected = detectedOn(form);
        if (!isReportable(severityIn(form))) return { change: 'lift' };
        return detected === undefined || detected > on ? undefined : { change: 'start', event: detected };
      }
      case 'reported':
        return { change: 'stop' };
      case 'dismissed':
      case 'closed':
        return { change: 'lift' };
      case 'opened':
      case 'entered':
      case 'measured':
      case 'updated':
      case 'learned':
      case 'assessed':
      case 'reclassified':
      case 'final-asked':
      case 'finally-reported':
      case 'assigned':
      case 'noted':
      case 'wrote':
        return undefined;
    }
  },
};
