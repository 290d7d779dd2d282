import { teamPeople } from '../../testing/inspection-leads.ts';
import { officialLeads, officialSamples } from '../../testing/official-leads.ts';
import type { Walk } from '../../testing/walk.ts';

export const walk: Walk = { samples: officialSamples, leads: officialLeads, people: teamPeople };
