import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const at = (day: string, clock: string): string => `2026-03-${day}T${clock}:00+08:00`;

const recognised = { item: 'tale', labels: ['rumour'], time: at('02', '10:00') };
/** The log goes on for days after. */
const later = { item: 'weather', time: at('09', '10:00') };
const unrelated = { item: 'weather', action: 'limit', category: 'fraud', time: at('03', '10:00') };

export const examples: readonly CheckExample[] = [
  {
    title: text('一小时后停止传输', 'stopped an hour later'),
    records: { item: [recognised, later], disposal: [{ item: 'tale', action: 'stop', time: at('02', '11:00') }] },
    verdict: 'pass',
  },
  {
    title: text('两天后才处置', 'two days later'),
    records: { item: [recognised, later], disposal: [{ item: 'tale', action: 'stop', time: at('04', '11:00') }] },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('一直没有处置', 'never'),
    records: { item: [recognised, later], disposal: [unrelated] },
    verdict: 'fail',
  },
  {
    title: text('先处置、后补标记', 'stopped first and labelled afterwards'),
    records: { item: [recognised, later], disposal: [{ item: 'tale', action: 'stop', time: at('01', '11:00') }] },
    verdict: 'pass',
  },
  {
    title: text('恢复不是处置', 'a restoration is no disposal'),
    records: { item: [recognised, later], disposal: [{ item: 'tale', action: 'restore', time: at('02', '11:00') }] },
    verdict: 'fail',
  },
  {
    title: text('刚刚识别，期限未到', 'just recognised, and still in time'),
    records: { item: [{ ...recognised, time: at('03', '09:00') }], disposal: [unrelated] },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有处置记录', 'no disposal on record'),
    records: { item: [recognised] },
    verdict: 'not-applicable',
  },
];
