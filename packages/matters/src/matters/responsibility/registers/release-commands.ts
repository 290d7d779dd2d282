import { asCivilDate, text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { draftSchemaFor, shownValues, type FormValues } from '../../../engine/form.ts';
import type { AccountId } from '../../../engine/identity.ts';
import { providerParty } from '../../../engine/party.ts';
import { acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { notInFuture } from '../../common/days.ts';
import { partOf, wordsIn } from '../../common/part.ts';
import type { ResponsibilityEvent, ResponsibilityState } from '../state.ts';
import { isRelease, releaseForm, releaseFrom, releaseReviewForm, reviewResults, serviceForm } from './releases.ts';

const m = matterOf<ResponsibilityState, ResponsibilityEvent>();

const refusal = (code: string, pointer: string, zh: string, en: string): Refusal => ({
  code: `release/${code}`,
  pointer,
  text: text(zh, en),
});

const unknown = (at: string): Refusal =>
  refusal('unknown', `/${at}/release`, '没有登记过这个版本。', 'No such release has been recorded.');

const namedIn = (values: FormValues) => ({
  algorithm: wordsIn(values, 'algorithm'),
  release: wordsIn(values, 'release'),
});

/** What goes into service, what it was trained on, and who looked at it before (final/8, checklist/25, 27). */
export const releaseCommands = {
  'record-release': m.command<{ model?: FormValues | undefined }>({
    title: text('登记版本', 'Record a release'),
    help: text(
      '登记一个算法版本、它的变化和训练数据来源，由另一个人审核。',
      'Records a release of an algorithm, what is new and what it was trained on, for somebody else to review.',
    ),
    by: [providerParty('officer', 'editor')],
    from: ['kept'],
    clauses: ['final/8', 'checklist/25', 'checklist/27'],
    asks: { form: releaseForm, at: 'model' },
    input: z.strictObject({ model: draftSchemaFor(releaseForm).optional() }),
    decide: ({ releases }, { model }) => {
      const values = shownValues(releaseForm, partOf(model));
      const told = releaseFrom(values);
      return acceptUnless(
        releases.some(isRelease(told))
          ? [
              refusal(
                'recorded-already',
                '/model/release',
                '这个版本已经登记过，新的版本请用新的版本号。',
                'It is recorded already. Give a new release a number of its own.',
              ),
            ]
          : [],
        { type: 'release-recorded', model: values, ...told },
      );
    },
  }),
  'review-release': m.command<{ opinion?: FormValues | undefined }, readonly AccountId[]>({
    title: text('审核版本', 'Review a release'),
    help: text(
      '由登记人以外的算法安全负责人审核；单位只有一名负责人的除外。',
      'By an officer who did not record it, unless there is no other.',
    ),
    by: [providerParty('officer')],
    from: ['kept'],
    clauses: ['final/8', 'checklist/25'],
    asks: { form: releaseReviewForm, at: 'opinion' },
    input: z.strictObject({ opinion: draftSchemaFor(releaseReviewForm).optional() }),
    offered: ({ releases }) => releases.some(({ review }) => review?.result !== 'approved'),
    gather: ({ owner }, _input, lookups) =>
      owner === null ? Promise.resolve([]) : lookups.holdersOf('officer', owner),
    decide: ({ releases }, { opinion }, { actor, gathered: officers }) => {
      const values = partOf(opinion);
      const found = releases.find(isRelease(namedIn(values)));
      if (found === undefined) return refuse(unknown('opinion'));
      const refusals: Refusal[] = [];
      if (found.review?.result === 'approved')
        refusals.push(
          refusal(
            'reviewed-already',
            '/opinion/release',
            '这个版本已经审核同意。',
            'It has been reviewed and may go into service already.',
          ),
        );
      const account = actor.kind === 'person' ? actor.account : undefined;
      if (account === found.recordedBy && officers.some((officer) => officer !== account))
        refusals.push(
          refusal(
            'own-work',
            '/opinion/release',
            '这个版本由你登记，请另一位负责人审核。',
            'You recorded it yourself. Another officer has to review it.',
          ),
        );
      const result = reviewResults.find(({ value }) => value === values['result'])?.value ?? 'refused';
      return acceptUnless(refusals, { type: 'release-reviewed', ...namedIn(values), result, opinion: values });
    },
  }),
  'release-in-service': m.command<{ service?: FormValues | undefined }>({
    title: text('记录上线', 'Record the start of service'),
    help: text(
      '如实记录一个版本从哪天起提供服务；没有先审核的也要记录，检查会指出来。',
      'Says as it was since when a release serves. One that nobody reviewed is recorded too; the check says so.',
    ),
    by: [providerParty('officer', 'editor')],
    from: ['kept'],
    clauses: ['final/8'],
    asks: { form: serviceForm, at: 'service' },
    input: z.strictObject({ service: draftSchemaFor(serviceForm).optional() }),
    offered: ({ releases }) => releases.some(({ from }) => from === undefined),
    decide: ({ releases }, { service }, { today }) => {
      const values = partOf(service);
      const found = releases.find(isRelease(namedIn(values)));
      const from = asCivilDate(wordsIn(values, 'from'));
      if (found === undefined || from === undefined) return refuse(unknown('service'));
      if (found.from !== undefined)
        return refuse(
          refusal('in-service-already', '/service/release', '已经记录过上线。', 'Its start has been recorded already.'),
        );
      const later = releases.some(
        (each) => each.algorithm === found.algorithm && each.from !== undefined && each.from > from,
      );
      return acceptUnless(
        [
          ...notInFuture(from, today, '/service/from'),
          ...(later
            ? [
                refusal(
                  'out-of-order',
                  '/service/from',
                  '这个算法有上线更晚的版本，请按先后顺序记录。',
                  'Another release of this algorithm went into service later. Record them in order.',
                ),
              ]
            : []),
        ],
        { type: 'release-in-service', ...namedIn(values), from },
      );
    },
  }),
};
