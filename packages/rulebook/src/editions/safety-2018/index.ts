import { civilDate } from '../../civil-date.ts';
import { defineEdition } from '../../edition.ts';
import { text } from '../../text.ts';
import { oversight } from './oversight.ts';
import { points } from './points.ts';
import { report } from './report.ts';
import { scope } from './scope.ts';

export const safety2018 = defineEdition(
  {
    id: 'safety-2018',
    title: text(
      '具有舆论属性或社会动员能力的互联网信息服务安全评估规定',
      'Provisions on Safety Assessment of Internet Information Services with Public-Opinion or Mobilisation Attributes',
    ),
    issuer: text(
      '国家互联网信息办公室、公安部',
      'The Cyberspace Administration of China and the Ministry of Public Security',
    ),
    status: 'in-force',
    published: civilDate('2018-11-15'),
    inForceFrom: civilDate('2018-11-30'),
    note: text(
      '只收入本产品用到的条款；小数点后是项的序号，例如3.1是第三条第一项。',
      'Only what the product uses; the number after the point is an item, so 3.1 is item one of article 3.',
    ),
  },
  [...scope, ...points, ...report, ...oversight],
);
