import { inspectionLeads, inspectionSamples, teamPeople } from '../../testing/inspection-leads.ts';
import type { Walk } from '../../testing/walk.ts';

export const walk: Walk = { samples: inspectionSamples, leads: inspectionLeads, people: teamPeople };
