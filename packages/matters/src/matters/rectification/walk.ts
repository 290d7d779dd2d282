import { casePeople, orderLeads, orderSamples } from '../../testing/case-leads.ts';
import type { Walk } from '../../testing/walk.ts';

export const walk: Walk = { samples: orderSamples, leads: orderLeads, people: casePeople };
