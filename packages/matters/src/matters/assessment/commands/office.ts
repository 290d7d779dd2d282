import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { officeParty, providerParty } from '../../../engine/party.ts';
import { accept, refuse } from '../../../engine/refusal.ts';
import { deskCommands } from '../../common/desk.ts';
import type { AssessmentEvent, AssessmentState } from '../state.ts';

const m = matterOf<AssessmentState, AssessmentEvent>();
/** Offices from the city upwards receive such reports (safety-2018/7). */
const levels = ['nation', 'province', 'city'] as const;
const desk = deskCommands({ desks: ['sent'], open: ['sent', 'read', 'returned'], levels });

export const send = m.command({
  title: text('报送主管部门', 'Send to the office'),
  help: text(
    '2018 年安全评估的报告必须报送；二十七项自查可以报送；自评估报告随备案提交，不在这里报送。',
    'The report under the 2018 rules has to be sent; a self-inspection may be; a self-assessment goes with its filing and not from here.',
  ),
  by: [providerParty('officer')],
  from: ['signed'],
  to: ['sent'],
  clauses: ['safety-2018/7', 'checklist/plan.1'],
  input: z.strictObject({}),
  decide: ({ form }) =>
    form['template'] === 'self-assessment'
      ? refuse({
          code: 'assessment/goes-with-filing',
          clause: 'final/24.1',
          text: text(
            '自评估报告随备案或者变更提交，请在备案中上传导出的文件。',
            'A self-assessment is handed in with the filing or its change. Upload the exported file there.',
          ),
        })
      : accept<AssessmentEvent>({ type: 'sent' }),
});

export const read = m.command({
  title: text('审阅完毕', 'Read'),
  help: text('书面审查后没有意见。这不是认可。', 'Reviewed in writing, without objection. It is no endorsement.'),
  by: [officeParty(levels, 'reviewer', 'supervisor')],
  from: ['sent'],
  to: ['read'],
  reason: 'optional',
  clauses: ['safety-2018/8'],
  input: z.strictObject({}),
  decide: () => accept({ type: 'read' }),
});

export const giveBack = m.command({
  title: text('要求补充或重新评估', 'Ask for more, or for a new assessment'),
  help: text(
    '内容缺失、方法明显不当或者不清楚的，写明要求。',
    'Where something is missing, unclear or evidently done in the wrong way; say what is wanted.',
  ),
  by: [officeParty(levels, 'reviewer', 'supervisor')],
  from: ['sent', 'read'],
  to: ['returned'],
  reason: 'required',
  clauses: ['safety-2018/8'],
  input: z.strictObject({}),
  decide: () => accept({ type: 'returned' }),
});

export const correspondence = {
  assign: { ...desk.assign, ownDesk: false },
  note: desk.note,
  write: desk.write,
} as const;
