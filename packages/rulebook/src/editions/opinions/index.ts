import { civilDate } from '../../civil-date.ts';
import { defineEdition } from '../../edition.ts';
import { text } from '../../text.ts';
import { ecology } from './ecology.ts';
import { goals } from './goals.ts';
import { mechanism } from './mechanism.ts';
import { supervision } from './supervision.ts';

export const opinions = defineEdition(
  {
    id: 'opinions',
    title: text(
      '关于加强互联网信息服务算法综合治理的指导意见',
      'Guiding Opinions on Strengthening the Comprehensive Governance of Internet Information Service Algorithms',
    ),
    issuer: text('国家互联网信息办公室等九部门', 'The Cyberspace Administration of China and eight other departments'),
    status: 'policy',
    published: civilDate('2021-09-17'),
    inForceFrom: civilDate('2021-09-17'),
    note: text(
      '政策文件，指明三年左右的治理方向，本身不设处罚。发文日期为9月17日，9月29日公布于网上。',
      'A policy document that sets the direction for about three years and carries no sanctions of its own. Dated 17 September, put on the web on 29 September.',
    ),
  },
  [...goals, ...mechanism, ...supervision, ...ecology],
);
