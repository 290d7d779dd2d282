import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { draftSchemaFor, type FormValues } from '../../../engine/form.ts';
import type { MatterId } from '../../../engine/identity.ts';
import type { MatterFacts } from '../../../engine/lookups.ts';
import { providerParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { partOf, wordsIn } from '../../common/part.ts';
import type { ResponsibilityEvent, ResponsibilityState } from '../state.ts';
import { caseForm, succeeded } from './cases.ts';
import { newsForm, newsFrom, repeatedCode } from './news.ts';

const m = matterOf<ResponsibilityState, ResponsibilityEvent>();

const refusal = (code: string, pointer: string, zh: string, en: string): Refusal => ({
  code: `responsibility/${code}`,
  pointer,
  text: text(zh, en),
});

/** What the registers make public besides rules and time limits. */
export const publishingCommands = {
  'publish-news-sources': m.command<{ news?: FormValues | undefined }>({
    title: text('公布稿源名单', 'Publish news sources'),
    help: text(
      '公布新闻信息服务许可和稿源名单；以前的版本保留。',
      'Makes the licence for news and the list of sources public. Earlier versions are kept.',
    ),
    by: [providerParty('officer')],
    from: ['kept'],
    clauses: ['final/13'],
    asks: { form: newsForm, at: 'news' },
    input: z.strictObject({ news: draftSchemaFor(newsForm).optional() }),
    decide: ({ newsLists }, { news }, { today }) => {
      const given = newsFrom(partOf(news));
      if (given === undefined) return refuse(refusal('no-day', '/news/until', '请填写日期。', 'Set the day.'));
      const repeated = repeatedCode(given);
      return acceptUnless(
        [
          ...(given.until < today
            ? [refusal('licence-ended', '/news/until', '许可证已经过期。', 'The licence has ended.')]
            : []),
          ...(repeated === undefined
            ? []
            : [
                refusal(
                  'source-twice',
                  '/news/sources',
                  `代号「${repeated}」出现了两次。`,
                  `The code “${repeated}” stands there twice.`,
                ),
              ]),
        ],
        { type: 'news-published', list: { ...given, version: newsLists.length + 1 } },
      );
    },
  }),
  'publish-case': m.command<{ told?: FormValues | undefined }, MatterFacts | undefined>({
    title: text('公布申诉案例', 'Publish an appeal case'),
    help: text(
      '公布一个成功的申诉：申诉什么、怎样改正。不写能认出申诉人的内容。',
      'Tells everybody of a successful appeal: what it was about and how it was put right, with nobody in it.',
    ),
    by: [providerParty('officer')],
    from: ['kept'],
    clauses: ['checklist/15'],
    asks: { form: caseForm, at: 'told' },
    input: z.strictObject({ told: draftSchemaFor(caseForm).optional() }),
    gather: (_state, { told }, lookups) => lookups.matter('appeal', wordsIn(partOf(told), 'appeal') as MatterId),
    decide: ({ owner, cases }, { told }, { gathered: appeal }) => {
      const values = partOf(told);
      if (appeal === undefined || appeal.owner !== owner)
        return refuse(refusal('no-such-appeal', '/told/appeal', '没有这个申诉。', 'There is no such appeal.'));
      if (!succeeded(appeal))
        return refuse(
          refusal(
            'not-successful',
            '/told/appeal',
            '这个申诉没有成功，不能作为成功案例公布。',
            'This appeal did not succeed; only those that did are published here.',
          ),
        );
      if (cases.some((each) => each.appeal === appeal.id))
        return refuse(refusal('case-published', '/told/appeal', '这个案例已经公布。', 'It is published already.'));
      return accept<ResponsibilityEvent>({
        type: 'case-published',
        told: {
          appeal: appeal.id,
          title: wordsIn(values, 'called'),
          about: wordsIn(values, 'about'),
          outcome: wordsIn(values, 'outcome'),
        },
      });
    },
  }),
};
