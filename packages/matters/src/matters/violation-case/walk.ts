import { caseLeads, casePeople, caseSamples } from '../../testing/case-leads.ts';
import type { Walk } from '../../testing/walk.ts';

export const walk: Walk = { samples: caseSamples, leads: caseLeads, people: casePeople };
