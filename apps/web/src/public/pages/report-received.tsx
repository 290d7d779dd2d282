import { text } from '@suanjian/rulebook';
import { recordTexts as texts } from '../../texts/record.ts';
import { messagePage } from './sign-in.tsx';
import type { PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';

export interface ReportReceivedModel {
  readonly number: string;
  readonly receipt: string;
}

export const reportReceivedPage = ({ number, receipt }: ReportReceivedModel, context: PageContext): Page => {
  const { zh, en } = texts.reportReceivedHelp;
  return messagePage(
    {
      title: texts.reportReceived,
      tone: 'good',
      paragraphs: [text(zh.replace('{receipt}', receipt), en.replace('{receipt}', receipt))],
      link: { href: `/register/${number}`, label: texts.backToRecord },
    },
    context,
  );
};
