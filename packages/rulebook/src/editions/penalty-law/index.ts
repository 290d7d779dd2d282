import { civilDate } from '../../civil-date.ts';
import { defineEdition } from '../../edition.ts';
import { text } from '../../text.ts';
import { decision } from './decision.ts';
import { discretion } from './discretion.ts';
import { execution } from './execution.ts';
import { investigation } from './investigation.ts';

export const penaltyLaw = defineEdition(
  {
    id: 'penalty-law',
    title: text('行政处罚法（2021年修订）', 'Administrative Penalty Law (revised 2021)'),
    issuer: text('全国人民代表大会常务委员会', 'The Standing Committee of the National People’s Congress'),
    status: 'in-force',
    published: civilDate('2021-01-22'),
    inForceFrom: civilDate('2021-07-15'),
    note: text(
      '只收入违法案件用到的条文，一条作一个条款。网信部门自己的程序规定更细，其期限由各地设置。',
      'Only the articles a violation case uses, each article one clause. The network offices’ own procedure rules add detail; their periods are settings.',
    ),
  },
  [...discretion, ...investigation, ...decision, ...execution],
);
