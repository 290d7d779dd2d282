import { civilDate } from '../../civil-date.ts';
import { defineEdition } from '../../edition.ts';
import { text } from '../../text.ts';
import { arrangements } from './arrangements.ts';
import { charts, workers } from './charts-and-workers.ts';
import { cocoons } from './cocoons.ts';
import { good, prices, responsibility } from './prices-and-good.ts';

export const checklist = defineEdition(
  {
    id: 'checklist',
    title: text(
      '“清朗·网络平台算法典型问题治理”专项行动与治理清单',
      'Special Action on Typical Problems of Platform Algorithms, with its Checklist',
    ),
    issuer: text(
      '中央网信办、工业和信息化部、公安部、市场监管总局',
      'Office of the Central Cyberspace Affairs Commission, with the ministries of industry, public security and market regulation',
    ),
    status: 'policy',
    published: civilDate('2024-11-12'),
    inForceFrom: civilDate('2024-11-12'),
    inForceUntil: civilDate('2025-02-14'),
    note: text(
      '专项行动至2025年2月14日结束；六类二十七项清单此后仍可用来自查。plan.1至plan.4是行动的时间安排。',
      'The action ended on 14 February 2025; the 27 items in six families remain useful for self-inspection. plan.1 to plan.4 are the action’s timetable.',
    ),
  },
  [...cocoons, ...charts, ...workers, ...prices, ...good, ...responsibility, ...arrangements],
);
