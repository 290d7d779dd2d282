import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { enough } from '../common/enough.ts';
import { examples } from './examples.ts';

export const qualityShare = defineCheck({
  id: 'quality-share',
  version: 1,
  status: 'live',
  title: text('重点版面优质内容占比', 'Quality content on important positions'),
  question: text(
    '首屏、热榜、精选、弹窗这些重点版面上，优质内容的占比是否至少不低于普通信息流？',
    'Is the share of quality content on first screens, hot lists, selections and pop-ups at least that of the ordinary feed?',
  ),
  advice: text(
    '看看是哪几周、哪个版面低了下去。什么算优质内容由提供者自己标注，标注口径变了也会使占比变化。',
    'See in which weeks it fell. What counts as quality is labelled by the provider itself; a change in how it is labelled moves the share too.',
  ),
  clauses: clausesOf('quality-share'),
  families: ['exposure'],
  needs: ['exposure.labels'],
  method: 'rate-gap',
  relation: `SELECT user, day, toString(toMonday(day)) AS week, has(labels, 'quality') AS quality,
  if(surface IN {{parameter.important}}, 'important', 'ordinary') AS version
FROM {{exposure}} AS shown
WHERE (surface IN {{parameter.important}} OR surface IN {{parameter.ordinary}}) AND {{part.user}}`,
  parts: { group: 'version', outcome: 'quality', cluster: 'user' },
  compare: ['important', 'ordinary'],
  by: ['week'],
  parameters: [
    enough(1_000_000),
    {
      name: 'important',
      value: ['first-screen', 'hot-list', 'hot-search', 'selected', 'popup'],
      meaning: text('重点版面。', 'The important positions.'),
      source: { kind: 'clause', clause: 'final/11' },
    },
    {
      name: 'ordinary',
      value: ['feed'],
      meaning: text('作为比较的普通版面。', 'The ordinary positions they are compared with.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 0.05,
      meaning: text('低多少算有问题（占比之差）。', 'By how much the share may lie lower (a difference of shares).'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {
    measure: 'difference',
    reference: 'ordinary',
    adverse: 'low',
    materiality: '{{parameter.materiality}}',
  },
  day: 'day',
  examples,
});
