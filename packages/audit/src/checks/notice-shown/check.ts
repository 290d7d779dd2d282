import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const noticeShown = defineCheck({
  id: 'notice-shown',
  version: 1,
  status: 'live',
  title: text('算法推荐告知', 'Notice of recommendation shown'),
  question: text(
    '每次使用中，是否都显著告知了正在使用算法推荐？',
    'In every session, were people told conspicuously that an algorithm recommends?',
  ),
  advice: text(
    '列出的是没有告知的使用：常见原因是某个入口（搜索、榜单、弹窗）没有接入告知，或新版界面把它移走了。没有填写 notice 的展示无法判断，请补齐。',
    'The sessions named had no notice: often one entry (search, chart, pop-up) never got it, or a new layout lost it. For exposures without notice it cannot be told; fill it in.',
  ),
  clauses: clausesOf('notice-shown'),
  families: ['exposure'],
  needs: ['exposure.notice'],
  method: 'invariant',
  relation: 'SELECT request, session, algorithm, notice, day FROM {{exposure}} AS every_exposure',
  parts: { row: "if(session = '', request, session)", must: 'notice' },
  by: ['algorithm'],
  parameters: [],
  methodParameters: {},
  day: 'day',
  examples,
});
