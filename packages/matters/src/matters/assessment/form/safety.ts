import { fieldsOf, long } from '../../common/fields.ts';
import { isTemplate } from './setup.ts';

const shown = isTemplate('safety-2018');
const basics = fieldsOf('safety-basics', 'confidential', 'safety-2018/6');
const measures = fieldsOf('points', 'confidential', 'safety-2018/5');

/** Part one of the report under safety-2018/6: the service and its licences. */
export const safetyBasics = {
  serviceFunctions: basics(
    ['功能和服务范围', 'Functions and reach'],
    ['有哪些功能、服务哪些地区和人群。', 'What it offers, where and to whom.'],
    long(3000),
    { shown },
  ),
  facilities: basics(
    ['软硬件设施和部署位置', 'Equipment and where it stands'],
    ['主要系统、机房或云区域。', 'Main systems, data centres or cloud regions.'],
    long(3000),
    { shown },
  ),
  licences: basics(
    ['证照取得情况', 'Licences held'],
    ['许可证名称、编号、有效期；不需要的写明理由。', 'Name, number and validity; or why none is needed.'],
    long(2000),
    { shown },
  ),
} as const;

/** Part two begins with whether all is lawful and works; the eight points follow. */
export const safetyMeasures = {
  lawfulness: measures(
    ['合法性', 'Lawfulness'],
    ['服务和新技术是否合法，依据是什么。', 'Whether service and technique are lawful, and on what that rests.'],
    long(3000),
    { shown },
  ),
  effectiveness: measures(
    ['安全措施和防控效果', 'Whether safeguards work'],
    ['法定的措施怎样落实，风险防控效果如何。', 'How the required safeguards are carried out and what they achieve.'],
    long(3000),
    { shown },
  ),
} as const;
