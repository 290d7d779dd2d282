import { text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import { optionLabel } from '../common/fields.ts';
import { wordsIn } from '../common/part.ts';
import { categories } from './form.ts';
import type { DisposalEvent, DisposalState } from './state.ts';

/** Only the category: which items, and why, is read in the matter. */
export const titleOf = ({ form }: Pick<DisposalState, 'form'>) => {
  const { zh, en } = optionLabel(categories, wordsIn(form, 'category'));
  return text(`信息内容处置：${zh}`, `Disposal of content: ${en}`);
};

export const noticesOf = (event: DisposalEvent, state: DisposalState): readonly Notice[] => {
  const title = titleOf(state);
  const toOffice = { officeLevel: 'province' } as const;
  switch (event.type) {
    case 'opened':
      return event.demanded
        ? [
            {
              to: 'provider',
              subject: text(`主管部门要求处置：${title.zh}`, `An office demands it: ${title.en}`),
              body: text(
                '主管部门要求处置一批内容，请马上登录查看并处理。',
                'An office demands that content be disposed of. Sign in and see to it at once.',
              ),
            },
          ]
        : [];
    case 'reported':
      return [
        {
          to: toOffice,
          subject: text(`处置报告：${title.zh}`, `Reported: ${title.en}`),
          body: text(
            '一家提供者报告了信息内容处置，请登录查看。',
            'A provider has reported a disposal of content. Sign in to read it.',
          ),
        },
      ];
    case 'closed':
      return state.demanded || state.reported !== undefined
        ? [
            {
              to: toOffice,
              subject: text(`处置结束：${title.zh}`, `Closed: ${title.en}`),
              body: text('处置已经结束，记录见办理过程。', 'The disposal is closed. The record stands in the matter.'),
            },
          ]
        : [];
    case 'wrote':
      return [
        {
          to: event.side === 'office' ? 'provider' : toOffice,
          subject: text(`新消息：${title.zh}`, `New message: ${title.en}`),
          body: text(
            '信息内容处置中有一条新消息，请登录查看。',
            'There is a new message about a disposal. Sign in to read it.',
          ),
        },
      ];
    case 'items-added':
    case 'stopped':
    case 'measured':
    case 'kept':
    case 'confirmed':
    case 'withdrawn':
    case 'assigned':
    case 'noted':
      return [];
  }
};
