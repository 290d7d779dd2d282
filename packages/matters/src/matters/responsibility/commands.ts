import { z } from 'zod';
import { asCivilDate, text, type CivilDate, type Text } from '@suanjian/rulebook';
import { matterOf, type CommandCommon } from '../../engine/definition.ts';
import { draftSchemaFor, shownValues, type FormValues } from '../../engine/form.ts';
import { officeParty, providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { promisedKinds } from '../common/commitments.ts';
import { deskCommands } from '../common/desk.ts';
import { missingInPart, partOf, wordsIn } from '../common/part.ts';
import { submissionRefusals } from '../common/submission.ts';
import { approvalRefusals, rescheduled, scheduleFrom } from './adoption.ts';
import { responsibilityForm } from './form.ts';
import { commitmentsFrom, promiseForm } from './promise-form.ts';
import { publishingCommands } from './registers/publishing-commands.ts';
import { releaseCommands } from './registers/release-commands.ts';
import { tagCommands } from './registers/tag-commands.ts';
import { reviewForm, rulesForm } from './small-forms.ts';
import type { ResponsibilityEvent, ResponsibilityState } from './state.ts';
import { cadenceOf, isThere, systemIds, type SystemId } from './systems.ts';

const m = matterOf<ResponsibilityState, ResponsibilityEvent>();

const open = ['drafted', 'kept'] as const;
const levels = ['nation', 'province', 'city'] as const;
const { note, write } = deskCommands({ desks: [], open: ['kept'], levels });

const systemIn = (review: FormValues): SystemId | undefined => systemIds.find((id) => id === wordsIn(review, 'system'));

/** Headings of what is done now and then beside keeping the register itself. */
const published = text('向公众公布', 'For the public');
const releases = text('算法版本', 'Releases of algorithms');
const tags = text('用户标签', 'Tags about users');

const together = <Commands extends Readonly<Record<string, CommandCommon>>>(
  under: Text,
  commands: Commands,
): Commands =>
  Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, { ...command, under }])) as Commands;

const notThere: Refusal = {
  code: 'responsibility/not-adopted',
  pointer: '/review/system',
  text: text(
    '施行的台账里没有这项制度，或者没有写批准日期和复核周期。请先补写并施行。',
    'The register in force does not have this system, or not its approval and how often it is reviewed. Write that and put it in force first.',
  ),
};

export const commands = {
  save: m.command({
    title: text('保存', 'Save'),
    help: text(
      '保存填写的内容，可以不完整；施行之前主管部门看不到。',
      'Keeps what is written; offices see it once it is in force.',
    ),
    by: [providerParty('officer', 'editor')],
    from: open,
    asks: 'own-screen',
    input: z.strictObject({ form: draftSchemaFor(responsibilityForm) }),
    decide: (_state, { form }) => accept({ type: 'saved', form }),
  }),
  adopt: m.command<Record<string, never>, readonly string[]>({
    title: text('施行', 'Put in force'),
    help: text(
      '把写好的内容作为现行台账。缺项不妨碍施行，会列出来。新列入的制度从批准之日起计算复核日期。',
      'Makes what is written the register in force. Gaps do not prevent it; they are listed. A system that is new begins to be due for review from its approval.',
    ),
    by: [providerParty('officer')],
    from: open,
    to: ['kept'],
    clauses: ['final/7', 'draft/7', 'campaign/2.4'],
    input: z.strictObject({}),
    gather: ({ form }, _input, lookups) => missingInPart(responsibilityForm, form, lookups),
    decide: ({ form, reviews }, _input, { gathered: missing, today, calendar, chosenEdition }) => {
      const shown = shownValues(responsibilityForm, form);
      if (!Object.values(shown).some(isThere))
        return refuse({
          code: 'responsibility/nothing-written',
          pointer: '/form',
          text: text('台账还是空的，请先填写。', 'The register is still empty. Write something first.'),
        });
      const rules = { calendar, ...(chosenEdition === undefined ? {} : { chosenEdition }) };
      return acceptUnless(
        [...submissionRefusals(responsibilityForm, form, missing), ...approvalRefusals(shown, today)],
        { type: 'adopted', form: shown, ...rescheduled(shown, reviews, rules) },
      );
    },
  }),
  confirm: m.command<{ review?: FormValues | undefined }>({
    title: text('确认已复核', 'Confirm a review'),
    help: text(
      '确认一项制度已经复核，下一次的日期按现在的周期重新计算。',
      'Says that a system was reviewed; the next date follows from the cadence as it is now.',
    ),
    by: [providerParty('officer')],
    from: ['kept'],
    clauses: ['final/7', 'draft/7'],
    asks: { form: reviewForm, at: 'review' },
    input: z.strictObject({ review: draftSchemaFor(reviewForm).optional() }),
    decide: ({ adopted = {}, reviews }, { review }, { today, calendar, chosenEdition }) => {
      const values = partOf(review);
      const system = systemIn(values);
      const every = system === undefined ? undefined : cadenceOf(adopted, system);
      if (system === undefined || reviews[system] === undefined || every === undefined) return refuse(notThere);
      const rules = { calendar, ...(chosenEdition === undefined ? {} : { chosenEdition }) };
      return accept<ResponsibilityEvent>(
        { type: 'reviewed', system, review: values },
        { type: 'scheduled', system, schedule: scheduleFrom(today, every, rules) },
      );
    },
  }),
  'publish-rules': m.command<{ published?: FormValues | undefined }>({
    title: text('公布服务规则', 'Publish service rules'),
    help: text(
      '公众能看到规则的名称、网址和版本。以前的版本保留。',
      'The public finds title, address and version. Earlier versions are kept.',
    ),
    under: published,
    by: [providerParty('officer')],
    from: ['kept'],
    clauses: ['final/7', 'draft/7'],
    asks: { form: rulesForm, at: 'published' },
    input: z.strictObject({ published: draftSchemaFor(rulesForm).optional() }),
    decide: ({ rules }, { published }) => {
      const values = partOf(published);
      const added = {
        title: wordsIn(values, 'title'),
        address: wordsIn(values, 'address'),
        version: wordsIn(values, 'version'),
        since: wordsIn(values, 'since') as CivilDate,
      };
      const repeated = rules.some(({ title, version }) => title === added.title && version === added.version);
      return acceptUnless(
        repeated
          ? [
              {
                code: 'responsibility/version-published',
                pointer: '/published/version',
                text: text(
                  '这一版本已经公布过，请写新的版本号。',
                  'This version has been published already. Give the new one another number.',
                ),
              },
            ]
          : [],
        { type: 'rules-published', rules: added },
      );
    },
  }),
  'publish-commitments': m.command<{ promise?: FormValues | undefined }>({
    title: text('公布时限承诺', 'Publish time limits'),
    help: text(
      '公布后，从这天起收到的投诉、申诉和请求按它计时；以前的版本保留。',
      'What comes in from that day on is held to it; earlier versions are kept.',
    ),
    under: published,
    by: [providerParty('officer')],
    from: ['kept'],
    clauses: ['final/22', 'draft/26.1', 'draft/26.2'],
    asks: { form: promiseForm, at: 'promise' },
    input: z.strictObject({ promise: draftSchemaFor(promiseForm).optional() }),
    decide: ({ commitments }, { promise }, { today }) => {
      const values = shownValues(promiseForm, partOf(promise));
      const from = asCivilDate(wordsIn(values, 'from'));
      const refusals: Refusal[] = [];
      if (from !== undefined && from < today)
        refusals.push({
          code: 'responsibility/from-the-past',
          pointer: '/promise/from',
          text: text(
            `${from} 已经过去，承诺只能从今天或者以后起算。`,
            `${from} has passed. A promise can hold from today on, or later.`,
          ),
        });
      if (promisedKinds.every((kind) => !isThere(values[`${kind}Length`])))
        refusals.push({
          code: 'responsibility/nothing-promised',
          pointer: '/promise',
          clause: 'final/22',
          text: text('至少写一项时限。', 'Give at least one time limit.'),
        });
      return acceptUnless(refusals, {
        type: 'commitments-published',
        commitments: commitmentsFrom(values, (commitments?.version ?? 0) + 1),
      });
    },
  }),
  ...together(published, publishingCommands),
  ...together(releases, releaseCommands),
  ...together(tags, tagCommands),
  withdraw: m.command<Record<string, never>, boolean>({
    title: text('撤下台账', 'Withdraw the register'),
    help: text(
      '不再提供算法推荐服务时使用。仍有已备案算法的，施行中的台账不能撤下。',
      'For when no recommendation service is run any more. A register in force is not withdrawn while a filing of yours stands.',
    ),
    by: [providerParty('officer')],
    from: open,
    to: ['withdrawn'],
    reason: 'required',
    input: z.strictObject({}),
    // What was never in force is only a draft.
    gather: async ({ owner, status }, _input, lookups) =>
      status === 'kept' && owner !== null && (await lookups.filingsOf(owner)).some(({ status }) => status === 'filed'),
    decide: (_state, _input, { gathered: stands }) =>
      stands
        ? refuse({
            code: 'responsibility/filing-stands',
            clause: 'final/7',
            text: text(
              '你们还有已备案的算法，主体责任台账要继续保持。',
              'A filing of yours still stands, and with it the duty to keep this register.',
            ),
          })
        : accept({ type: 'withdrawn' }),
  }),
  note: { ...note, by: [officeParty(levels, 'reviewer', 'supervisor')] },
  write,
};
