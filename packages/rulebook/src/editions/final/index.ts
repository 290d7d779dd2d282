import { civilDate } from '../../civil-date.ts';
import { defineEdition } from '../../edition.ts';
import { text } from '../../text.ts';
import { withCrosswalk } from '../crosswalk.ts';
import { content } from './content.ts';
import { general } from './general.ts';
import { liability } from './liability.ts';
import { rights } from './rights.ts';
import { supervision } from './supervision.ts';
import { supplementary } from './supplementary.ts';

/** The regulation in force, 35 articles, every paragraph a clause. */
export const final = defineEdition(
  {
    id: 'final',
    title: text(
      '互联网信息服务算法推荐管理规定',
      'Regulation on the Management of Algorithmic Recommendation in Internet Information Services',
    ),
    issuer: text(
      '国家互联网信息办公室、工业和信息化部、公安部、国家市场监督管理总局',
      'Cyberspace Administration of China, Ministry of Industry and Information Technology, Ministry of Public Security, State Administration for Market Regulation',
    ),
    status: 'in-force',
    published: civilDate('2021-12-31'),
    inForceFrom: civilDate('2022-03-01'),
    note: text(
      '条文为算鉴自行转述，不是法律原文；引用请以官方公布的文本为准。',
      'The clauses are restated in our own words and are not the text of the law; cite the official publication.',
    ),
  },
  withCrosswalk('final', [...general, ...content, ...rights, ...supervision, ...liability, ...supplementary]),
);
