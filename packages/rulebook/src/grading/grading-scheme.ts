import { clauseIdOf } from '../edition.ts';
import { text } from '../text.ts';
import { gradingFactors } from './grading-factors.ts';
import type { GradingScheme } from './scheme.ts';

/** Version 1. A new version is a new object: results keep the version they were made with. */
export const gradingScheme: GradingScheme = {
  id: 'grading',
  version: 1,
  title: text('算法分级分类方案（平台政策，非法律规定）', 'Grading scheme (platform policy, not law)'),
  note: text(
    '五项因素出自规定；分值、界线和等级由本平台制定，注明公开出处的除外。',
    'The five factors are law. Points, lines and grades are set by this platform, except where a published source is named.',
  ),
  clauses: [clauseIdOf('final', '23'), clauseIdOf('draft', '19')],
  factors: gradingFactors,
  bands: [
    {
      grade: 'I',
      title: text('一级', 'Grade I'),
      fromPercent: 65,
      reviewEveryMonths: 3,
      controls: [
        text(
          '每季度审核机制机理、模型、数据和结果，并留存结论',
          'Review mechanism, model, data and results every quarter and keep the findings',
        ),
        text(
          '重大变更上线前完成安全评估和科技伦理审查',
          'Complete a safety assessment and an ethics review before any major change goes live',
        ),
        text('持续监测并设置预警，指定值守负责人', 'Monitor continuously with alerts and a named person on duty'),
        text('每年由第三方核查一次', 'Be examined by a third party once a year'),
      ],
    },
    {
      grade: 'II',
      title: text('二级', 'Grade II'),
      fromPercent: 35,
      reviewEveryMonths: 6,
      controls: [
        text(
          '每半年审核机制机理、模型、数据和结果，并留存结论',
          'Review mechanism, model, data and results every half-year and keep the findings',
        ),
        text('重大变更上线前完成安全评估', 'Complete a safety assessment before any major change goes live'),
        text('按月查看监测指标和投诉情况', 'Look at indicators and complaints every month'),
      ],
    },
    {
      grade: 'III',
      title: text('三级', 'Grade III'),
      fromPercent: 0,
      reviewEveryMonths: 12,
      controls: [
        text(
          '每年审核机制机理、模型、数据和结果，并留存结论',
          'Review mechanism, model, data and results every year and keep the findings',
        ),
        text('信息变化时重新定级', 'Grade again when the facts change'),
      ],
    },
  ],
};
