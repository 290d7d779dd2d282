import { civilDate } from '../../civil-date.ts';
import { defineEdition } from '../../edition.ts';
import { text } from '../../text.ts';
import { labelling } from './labelling.ts';
import { others } from './others.ts';
import { platforms } from './platforms.ts';

export const labels2025 = defineEdition(
  {
    id: 'labels-2025',
    title: text(
      '人工智能生成合成内容标识办法',
      'Measures for Labelling Content Generated or Synthesised by Artificial Intelligence',
    ),
    issuer: text('国家互联网信息办公室等四部门', 'The Cyberspace Administration of China and three other departments'),
    status: 'in-force',
    published: civilDate('2025-03-07'),
    inForceFrom: civilDate('2025-09-01'),
    note: text(
      '只收入本产品用到的条款；第四、六条小数点后是项的序号，第五、十条是款。',
      'Only what the product uses; after the point stands an item in articles 4 and 6, a paragraph in 5 and 10.',
    ),
  },
  [...labelling, ...platforms, ...others],
);
