import { text, type Text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import { wordsIn } from '../common/part.ts';
import { severityIn } from './reporting.ts';
import type { IncidentEvent, IncidentState } from './state.ts';

export const titleOf = ({ form }: Pick<IncidentState, 'form'>): string =>
  wordsIn(form, 'title') === '' ? '（未写事件名称）' : wordsIn(form, 'title');

/** Grave ones are told to the nation as well; the rest is the province's. */
const offices = (state: IncidentState, subject: Text, body: Text): readonly Notice[] =>
  (severityIn(state.form) === 'grave' ? (['province', 'nation'] as const) : (['province'] as const)).map(
    (officeLevel) => ({ to: { officeLevel }, subject, body }),
  );

/** Notices name the incident and say what is new; what was written is read in the matter. */
export const noticesOf = (event: IncidentEvent, state: IncidentState): readonly Notice[] => {
  const title = titleOf(state);
  switch (event.type) {
    case 'reported':
      return [
        ...offices(
          state,
          text(`安全事件报告：${title}`, `Incident reported: ${title}`),
          text('一家提供者报告了安全事件，请登录查看。', 'A provider has reported an incident. Sign in to read it.'),
        ),
        ...(event.assessBy === undefined
          ? []
          : [
              {
                to: 'provider' as const,
                subject: text(`需要安全评估：${title}`, `Safety assessment due: ${title}`),
                body: text(
                  `有害信息扩散，应在 ${event.assessBy} 前提交安全评估报告。`,
                  `Harmful information has spread: a safety assessment is to be handed in by ${event.assessBy}.`,
                ),
              },
            ]),
      ];
    case 'updated':
      return offices(
        state,
        text(`安全事件后续报告：${title}`, `Incident, interim report: ${title}`),
        text('有新的情况，请登录查看。', 'There is news. Sign in to read it.'),
      );
    case 'reclassified':
      return offices(
        state,
        text(`安全事件调整级别：${title}`, `Incident, severity changed: ${title}`),
        text(
          '提供者调整了级别，理由见办理记录。',
          'The provider has changed its severity. The reason stands in the record.',
        ),
      );
    case 'final-asked':
      return [
        {
          to: 'provider',
          subject: text(`请提交最终报告：${title}`, `Final report asked for: ${title}`),
          body: text(
            '主管部门要求提交最终报告，理由见办理记录。',
            'The office asks for a final report. The reason stands in the record.',
          ),
        },
      ];
    case 'finally-reported':
      return offices(
        state,
        text(`安全事件最终报告：${title}`, `Incident, final report: ${title}`),
        text('最终报告已经提交，请登录查看。', 'The final report is there. Sign in to read it.'),
      );
    case 'closed':
      return state.reported === undefined
        ? []
        : offices(
            state,
            text(`安全事件结案：${title}`, `Incident closed: ${title}`),
            text('提供者已经结案，总结见办理记录。', 'The provider has closed it. The summary stands in the record.'),
          );
    case 'wrote':
      return event.side === 'provider'
        ? offices(
            state,
            text(`新消息：${title}`, `New message: ${title}`),
            text(
              '安全事件中有一条新消息，请登录查看。',
              'There is a new message about an incident. Sign in to read it.',
            ),
          )
        : [
            {
              to: 'provider',
              subject: text(`新消息：${title}`, `New message: ${title}`),
              body: text(
                '安全事件中有一条新消息，请登录查看。',
                'There is a new message about an incident. Sign in to read it.',
              ),
            },
          ];
    case 'opened':
    case 'saved':
    case 'entered':
    case 'measured':
    case 'learned':
    case 'assessed':
    case 'dismissed':
    case 'assigned':
    case 'noted':
      return [];
  }
};
