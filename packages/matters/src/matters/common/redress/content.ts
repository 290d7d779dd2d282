import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf, type MatterState } from '../../../engine/definition.ts';
import { applicantParty } from '../../../engine/party.ts';
import { accept } from '../../../engine/refusal.ts';

interface ContentEvent {
  readonly type: 'contented';
}

/** Whoever asked is content with the company's answer. */
export const content = matterOf<MatterState, ContentEvent>().command({
  title: text('满意，结束', 'Content: end it'),
  help: text('对答复满意，办理结束。', 'You are content with the answer, and it ends.'),
  by: [applicantParty],
  from: ['answered'],
  to: ['closed'],
  input: z.strictObject({}),
  decide: () => accept({ type: 'contented' }),
});
