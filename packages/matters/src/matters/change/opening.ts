import type { ChangeReason } from '@suanjian/register';
import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { providerParty } from '../../engine/party.ts';
import { acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { gatherParent, notFiled, openedOn, type ParentFacts } from '../common/parent-filing.ts';
import { occasionOf, occurredInput, reasonsInput } from './occasion.ts';
import type { ChangeEvent, ChangeState } from './state.ts';

const m = matterOf<ChangeState, ChangeEvent>();

interface Input {
  readonly occurred: string;
  readonly reasons: readonly ChangeReason[];
}

const input: z.ZodType<Input> = z.strictObject({ occurred: occurredInput, reasons: reasonsInput });

const alreadyRunning: Refusal = {
  code: 'change/already-open',
  text: text(
    '这项备案已有变更在办理中，请在原来的变更里修改，或者先撤回它。',
    'A change of this filing is under way already. Edit that one, or withdraw it first.',
  ),
};

export const opening = m.opening<Input, ParentFacts>({
  title: text('办理变更', 'Change a filing'),
  help: text(
    '备案内容变化后办理。先写明变化发生的日期和种类，再修改备案内容。',
    'For a filing whose content has changed. State the day and the kinds of change first, then edit the content.',
  ),
  by: [providerParty('officer', 'editor')],
  clauses: ['final/24.2', 'draft/20.2'],
  on: { kind: 'filing', from: ['filed'] },
  to: 'draft',
  asks: 'own-screen',
  input,
  gather: (_input, lookups, context) => gatherParent('change', lookups, context),
  decide: ({ occurred, reasons }, { gathered: { filing, alreadyOpen }, today }) => {
    if (filing === undefined) return refuse(notFiled);
    const { occasion, refusals } = occasionOf(occurred, reasons, today);
    return acceptUnless(alreadyOpen.length === 0 ? refusals : [...refusals, alreadyRunning], {
      ...openedOn(filing),
      ...occasion,
      before: filing.form,
      form: filing.form,
    });
  },
});
