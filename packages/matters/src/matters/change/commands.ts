import type { ChangeReason } from '@suanjian/register';
import { text, type EditionId } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf, type Command } from '../../engine/definition.ts';
import { differences } from '../../engine/form-differences.ts';
import { draftSchemaFor, type FormValues } from '../../engine/form.ts';
import { networkParty, providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, type Refusal } from '../../engine/refusal.ts';
import { lapseCommand } from '../common/lapse.ts';
import { twoLevelReview } from '../common/two-level-review.ts';
import type { ChangedForm } from './judgement.ts';
import { occasionOf, occurredInput, reasonsInput } from './occasion.ts';
import type { ChangeEvent, ChangeState } from './state.ts';

const m = matterOf<ChangeState, ChangeEvent>();

interface Saved {
  readonly form?: FormValues | undefined;
  readonly occurred?: string | undefined;
  readonly reasons?: readonly ChangeReason[] | undefined;
}

const nothingDiffers = (edition: EditionId): Refusal => ({
  code: 'change/nothing-differs',
  pointer: '/form',
  clause: edition === 'draft' ? 'draft/20.2' : 'final/24.2',
  text: text(
    '与现在的备案内容没有差别，请先修改变化了的内容。',
    'Nothing differs from what is filed. Edit what has changed first.',
  ),
});

const reasonsMissing: Refusal = {
  code: 'change/reasons-missing',
  pointer: '/reasons',
  text: text('请至少选择一种变更事项。', 'Choose at least one kind of change.'),
};

export const commandsFor = <Facts>({
  form,
  gather,
  judge,
}: ChangedForm<Facts>): Readonly<Record<string, Command<ChangeState, ChangeEvent>>> => ({
  save: m.command<Saved>({
    title: text('保存', 'Save'),
    help: text(
      '保存已经修改的内容，可以不完整，提交时再核对。',
      'Keeps what is changed so far, complete or not; it is checked when you submit.',
    ),
    by: [providerParty('officer', 'editor')],
    from: ['draft', 'returned'],
    input: z.strictObject({
      form: draftSchemaFor(form).optional(),
      occurred: occurredInput.optional(),
      reasons: reasonsInput.optional(),
    }),
    decide: (state, saved, { today }) => {
      const { occasion, refusals } = occasionOf(
        saved.occurred ?? state.occurred,
        saved.reasons ?? state.reasons,
        today,
      );
      return acceptUnless(refusals, { type: 'saved', form: saved.form ?? {}, ...occasion });
    },
  }),
  submit: m.command<{ declaration: true }, Facts>({
    title: text('提交变更', 'Submit'),
    help: text('由算法安全责任人提交，并承诺内容属实。', 'Submitted by the responsible officer, who declares it true.'),
    by: [providerParty('officer')],
    from: ['draft', 'returned'],
    to: ['first-review'],
    clauses: ['final/24.2', 'draft/20.2'],
    asks: 'own-screen',
    input: z.strictObject({ declaration: z.literal(true) }),
    gather: (state, _input, lookups, context) => gather(state, lookups, context),
    decide: (state, _input, { gathered, edition }) => {
      const { refusals, warnings } = judge(state.form, gathered);
      return acceptUnless(
        [
          ...refusals,
          ...(differences(state.before, state.form, form).length === 0 ? [nothingDiffers(edition)] : []),
          ...(state.reasons.length === 0 ? [reasonsMissing] : []),
        ],
        { type: 'submitted', warnings },
      );
    },
  }),
  file: m.command({
    title: text('准予变更', 'File the change'),
    help: text(
      '备案内容随即更新，公示页保留旧版本。',
      'The filing takes the new content at once; the public record keeps the earlier version.',
    ),
    by: [networkParty(['nation'], 'reviewer', 'supervisor')],
    ownDesk: true,
    from: ['second-review'],
    to: ['filed'],
    reason: 'optional',
    clauses: ['final/25', 'draft/21'],
    input: z.strictObject({}),
    decide: () => accept({ type: 'filed' }),
  }),
  ...twoLevelReview(form),
  lapse: lapseCommand(['draft', 'first-review', 'second-review', 'returned']),
});
