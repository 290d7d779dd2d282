import { civilDate } from '../../civil-date.ts';
import { defineEdition } from '../../edition.ts';
import { text } from '../../text.ts';
import { withCrosswalk } from '../crosswalk.ts';
import { content } from './content.ts';
import { general } from './general.ts';
import { liability } from './liability.ts';
import { rights } from './rights.ts';
import { supervision } from './supervision.ts';

/** The consultation draft of 2021, 30 articles. It never was law and is chosen only explicitly. */
export const draft = defineEdition(
  {
    id: 'draft',
    title: text(
      '互联网信息服务算法推荐管理规定（征求意见稿）',
      'Regulation on the Management of Algorithmic Recommendation in Internet Information Services (consultation draft)',
    ),
    issuer: text('国家互联网信息办公室', 'Cyberspace Administration of China'),
    status: 'consultation',
    published: civilDate('2021-08-27'),
    note: text(
      '这是征求意见稿，从未生效，不是现行法；只有明确选择时才使用。条文为算鉴自行转述。',
      'This is a consultation draft. It never came into force and is not law; it is used only when chosen explicitly. The clauses are restated in our own words.',
    ),
  },
  withCrosswalk('draft', [...general, ...content, ...rights, ...supervision, ...liability]),
);
