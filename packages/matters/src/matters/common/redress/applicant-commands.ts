import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf, type Command } from '../../../engine/definition.ts';
import { asking, attachmentReference, type FormDefinition } from '../../../engine/form.ts';
import { applicantParty, matterParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { submissionRefusals } from '../submission.ts';
import { evidenceField, mostFiles } from './person.ts';
import { missingFiles } from './route.ts';
import type { RedressEvent, RedressState } from './state.ts';

const m = matterOf<RedressState, RedressEvent>();

const evidenceForm: FormDefinition = {
  name: 'more-evidence',
  steps: [
    {
      name: 'evidence',
      title: text('补充证据', 'Add evidence'),
      intro: text('先前的文件会保留。', 'What you gave before is kept.'),
    },
  ],
  fields: { evidence: { ...evidenceField('evidence'), required: true } },
};

const files = z.array(attachmentReference);

const tooManyFiles: Refusal = {
  code: 'form/too-many',
  pointer: '/evidence',
  text: text(`连同先前的，最多 ${mostFiles} 个文件。`, `With those you gave before, ${mostFiles} files at most.`),
};
const alreadyErased: Refusal = {
  code: 'redress/already-erased',
  text: text('个人信息已经删除了。', 'Your personal data are erased already.'),
};
const caseRests = (doing: readonly [zh: string, en: string]): Refusal => ({
  code: 'redress/case-rests',
  text: text(
    `有正在办理的案件以此为依据，现在不能${doing[0]}。可以表示不再坚持，案件结束后再办。`,
    `A case that is being worked on rests on this, so it cannot be ${doing[1]} now. You may say that you want no more of it, and come back when the case has ended.`,
  ),
});

export type ApplicantCommandName = 'add-evidence' | 'withdraw' | 'step-back' | 'erase-me' | 'rest-on' | 'let-go';

export interface ApplicantOptions {
  /** States in which something is still being decided. */
  readonly open: readonly string[];
  readonly all: readonly string[];
}

/** What the person may do with their own matter, and what a case does that rests on it. */
export const applicantCommands = ({
  open,
  all,
}: ApplicantOptions): Readonly<Record<ApplicantCommandName, Command<RedressState, RedressEvent>>> => ({
  'add-evidence': m.command({
    title: text('补充证据', 'Add evidence'),
    help: text('补充截图、订单等文件。', 'Add screenshots, orders and the like.'),
    by: [applicantParty],
    from: open,
    ...asking(evidenceForm),
    gather: (_state, input, lookups) => missingFiles(evidenceForm, input, lookups),
    decide: ({ form, erased }, input, { gathered }) => {
      if (erased !== undefined) return refuse(alreadyErased);
      const before = files.safeParse(form['evidence']);
      const added = files.safeParse(input['evidence']);
      const evidence = [...(before.success ? before.data : []), ...(added.success ? added.data : [])];
      return acceptUnless(
        evidence.length > mostFiles ? [tooManyFiles] : submissionRefusals(evidenceForm, input, gathered),
        { type: 'evidence-added', form: { evidence } },
      );
    },
  }),
  withdraw: m.command({
    title: text('撤回', 'Withdraw'),
    help: text(
      '不再办理，记录保留。有案件以此为依据时不能撤回。',
      'Nothing further happens; the record stays. Not possible while a case rests on it.',
    ),
    by: [applicantParty],
    from: open,
    offered: ({ restsOn }) => restsOn.length === 0,
    to: ['withdrawn'],
    input: z.strictObject({}),
    decide: ({ restsOn }) =>
      restsOn.length > 0 ? refuse(caseRests(['撤回', 'withdrawn'])) : accept({ type: 'withdrawn' }),
  }),
  'step-back': m.command({
    title: text('表示不再坚持', 'Say that you want no more of it'),
    help: text(
      '有案件以此为依据时，记下你的意思，案件照常办理。',
      'Where a case rests on it: your wish is noted, and the case goes on.',
    ),
    by: [applicantParty],
    from: all,
    offered: ({ restsOn, steppedBack }) => restsOn.length > 0 && steppedBack === undefined,
    input: z.strictObject({}),
    decide: ({ restsOn, steppedBack }) => {
      if (restsOn.length === 0)
        return refuse({
          code: 'redress/no-case-rests',
          text: text('没有案件以此为依据，可以直接撤回。', 'No case rests on it; you can simply withdraw.'),
        });
      return steppedBack === undefined
        ? accept({ type: 'stepped-back' })
        : refuse({ code: 'redress/already-noted', text: text('已经记下了。', 'It is noted already.') });
    },
  }),
  'erase-me': m.command({
    title: text('删除我的个人信息', 'Erase my personal data'),
    help: text(
      '销毁你的身份、联系方式和文件的密钥，谁也不能再读到；办理记录保留。不能恢复。',
      'Destroys the key to who you are, how to reach you and your files: nobody can read them again. The record of what was done stays. It cannot be undone.',
    ),
    by: [applicantParty],
    from: all,
    offered: ({ restsOn, erased }) => restsOn.length === 0 && erased === undefined,
    input: z.strictObject({}),
    decide: ({ restsOn, erased }) => {
      if (erased !== undefined) return refuse(alreadyErased);
      return restsOn.length > 0 ? refuse(caseRests(['删除个人信息', 'erased'])) : accept({ type: 'erased' });
    },
  }),
  'rest-on': m.command({
    title: text('案件以此为依据', 'Rest a case on it'),
    help: text('立案时由系统办理。', 'Done by the system when a case is opened on it.'),
    by: [matterParty('violation-case')],
    from: all,
    input: z.strictObject({}),
    decide: (_state, _input, { actor }) =>
      actor.kind === 'matter' ? accept({ type: 'leaned-on', by: actor.matter }) : refuse(notACase),
  }),
  'let-go': m.command({
    title: text('案件不再以此为依据', 'Let it go'),
    help: text('结案时由系统办理。', 'Done by the system when the case has ended.'),
    by: [matterParty('violation-case')],
    from: all,
    input: z.strictObject({}),
    decide: (_state, _input, { actor }) =>
      actor.kind === 'matter' ? accept({ type: 'let-go', by: actor.matter }) : refuse(notACase),
  }),
});

const notACase: Refusal = {
  code: 'redress/not-a-case',
  text: text('只有案件可以这样做。', 'Only a case does this.'),
};

/** Days within which the person may take it up again. A policy default of this software: no clause sets them, and texts say so. */
export const daysToReopen = 30;
