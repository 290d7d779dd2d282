import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { CampaignStatus } from './state.ts';

const desk = { side: 'office', level: 'province' } as const;
/** A provider learns of it by the self-inspection that is its own, never of the others. */
const visible = ['office'] as const;

export const states: Readonly<Record<CampaignStatus, StateDefinition>> = {
  planned: {
    title: text('筹备中', 'Being planned'),
    meaning: text('主管部门正在确定对象。', 'The office is choosing its targets.'),
    visible,
    desk,
    tone: 'waiting',
  },
  running: {
    title: text('进行中', 'Running'),
    meaning: text(
      '对象自查，主管部门核对、抽样和督促。',
      'Targets inspect themselves; the office looks, draws and urges.',
    ),
    visible,
    desk,
    tone: 'working',
  },
  closed: {
    title: text('已结束', 'Closed'),
    meaning: text('已经总结；没有办完的自查继续办理。', 'Reported on. Self-inspections that are not finished go on.'),
    visible,
    final: true,
    tone: 'good',
  },
  withdrawn: {
    title: text('已撤销', 'Withdrawn'),
    meaning: text('启动以前撤销，理由见记录。', 'Taken back before it started; the record says why.'),
    visible,
    final: true,
    tone: 'neutral',
  },
};
