import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { officeParty } from '../../engine/party.ts';
import { accept } from '../../engine/refusal.ts';
import { deskCommands } from '../common/desk.ts';
import type { IncidentEvent, IncidentState } from './state.ts';

const levels = ['nation', 'province', 'city'] as const;
const told = ['reported', 'final-owed'] as const;
const desk = deskCommands({ desks: told, open: told, levels });

export const officeCommands = {
  'ask-final-report': matterOf<IncidentState, IncidentEvent>().command({
    title: text('要求提交最终报告', 'Ask for a final report'),
    help: text('写明理由；交来以前不能结案。', 'Say why. It cannot be closed before it is there.'),
    by: [officeParty(levels, 'reviewer', 'supervisor')],
    from: ['reported'],
    to: ['final-owed'],
    reason: 'required',
    clauses: ['final/28.1', 'draft/24.1'],
    input: z.strictObject({}),
    decide: () => accept({ type: 'final-asked' }),
  }),
  // It lies on the provider's desk all the while; any office that sees it may say who follows it there.
  assign: { ...desk.assign, ownDesk: false },
  note: desk.note,
  write: desk.write,
};
