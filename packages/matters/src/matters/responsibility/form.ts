import { text } from '@suanjian/rulebook';
import type { FieldDefinition, FormDefinition, FormValues } from '../../engine/form.ts';
import { choice, count, date, fieldsOf, files, list, long, short, telephone, yesNo } from '../common/fields.ts';
import { isJoint, managementSystems, systemField, systemIds, type SystemId } from './systems.ts';

export const systemStatuses = [
  { value: 'in-force', label: text('已施行', 'In force') },
  { value: 'being-written', label: text('制定中', 'Being written') },
  { value: 'being-revised', label: text('施行中，正在修订', 'In force, being revised') },
  { value: 'abolished', label: text('已废止', 'Abolished') },
] as const;

const clause = 'final/7';

/** Every field may be left out: what is missing is shown as a gap, and the register is kept all the same. */
const optional = { required: false } as const;

const systemFields = (id: SystemId): Readonly<Record<string, FieldDefinition>> => {
  const { title } = managementSystems[id];
  const shown = id === 'personalInformation' ? { ...optional, shown: (form: FormValues) => !isJoint(form) } : optional;
  const field = fieldsOf(id, 'public', clause);
  return {
    [systemField(id, 'OwnerPost')]: field(
      ['负责岗位', 'Post that answers for it'],
      ['负责这项制度的岗位或部门，不写姓名。', 'The post or department; no name here.'],
      short(),
      shown,
    ),
    [systemField(id, 'Owner')]: field(
      ['负责人姓名', 'Name of the person'],
      ['现在担任这一岗位的人。按个人信息加密保存。', 'Who holds that post now. Sealed as personal information.'],
      short(60),
      { ...shown, secrecy: 'personal', person: `${id}Owner` },
    ),
    [systemField(id, 'Document')]: field(
      ['制度文件', 'Document'],
      [`「${title.zh}」制度的现行文本。`, `The text of “${title.en}” as it stands.`],
      files(3),
      { ...shown, secrecy: 'confidential' },
    ),
    [systemField(id, 'Version')]: field(['版本', 'Version'], ['例如 2.1。', 'For example 2.1.'], short(40), shown),
    [systemField(id, 'Approved')]: field(
      ['批准日期', 'Approved on'],
      ['这一版本批准施行的日期。', 'The day on which this version was approved.'],
      date,
      shown,
    ),
    [systemField(id, 'ReviewMonths')]: field(
      ['复核周期', 'Reviewed every'],
      [
        '多少个月复核一次。规定没有定周期，由你们自己定；改动从下一次复核起算。',
        'In months. No rule sets how often: it is your own cadence. A change counts from the next review on.',
      ],
      { kind: 'number', atLeast: 1, atMost: 60, unit: text('个月', 'months') },
      shown,
    ),
    [systemField(id, 'Status')]: field(
      ['状态', 'Status'],
      ['只有「已施行」和「施行中，正在修订」算是有这项制度。', 'Only what is in force counts as being there.'],
      choice(systemStatuses),
      shown,
    ),
  };
};

const people = fieldsOf('people', 'confidential', clause);
const training = fieldsOf('training', 'confidential', 'campaign/2.4');
const reporting = fieldsOf('incident', 'public', clause);

export const responsibilityForm: FormDefinition = {
  name: 'responsibility',
  steps: [
    {
      name: 'people',
      title: text('负责人、人员和技术力量', 'Officer, people and technical means'),
      intro: text(
        '谁对算法安全负责，人员和技术力量怎样与服务规模相称。',
        'Who answers for the algorithms, and how people and technical means match the size of the service.',
      ),
    },
    ...systemIds.map((id) => ({
      name: id,
      title: managementSystems[id].title,
      intro: text(
        `「${managementSystems[id].title.zh}」制度由谁负责、文件在哪里、多久复核一次。没有的先空着，会列为缺项。`,
        `Who answers for “${managementSystems[id].title.en}”, its document, and how often it is reviewed. Leave out what is not there; it is listed as missing.`,
      ),
    })),
    {
      name: 'training',
      title: text('培训', 'Training'),
      intro: text('算法安全方面的培训记录。', 'What training on algorithm safety there was.'),
    },
  ],
  fields: {
    body: people(
      ['算法安全管理机构', 'Body that manages algorithm safety'],
      ['负责算法安全的机构或委员会的名称。', 'Name of the body or committee in charge.'],
      short(),
      { ...optional, secrecy: 'public', clause: 'opinions/4' },
    ),
    officerPost: people(
      ['算法安全负责人职务', 'Post of the responsible officer'],
      ['例如分管副总经理。', 'For example the vice president in charge.'],
      short(),
      { ...optional, secrecy: 'public' },
    ),
    officer: people(
      ['算法安全负责人姓名', 'Name of the responsible officer'],
      ['按个人信息加密保存。', 'Sealed as personal information.'],
      short(60),
      { ...optional, secrecy: 'personal', person: 'officer' },
    ),
    officerTelephone: people(
      ['负责人电话', "Officer's telephone"],
      ['主管部门有急事时拨打。', 'Where an office can call when it matters.'],
      telephone,
      { ...optional, secrecy: 'personal', person: 'officer' },
    ),
    users: people(
      ['月活跃用户数', 'Monthly active users'],
      ['最近一个月，用来衡量人员是否相称。', 'Of the last month; what staff is measured against.'],
      count(text('人', 'people')),
      optional,
    ),
    staff: people(
      ['算法安全专职人数', 'Full-time staff for algorithm safety'],
      ['只算专职。', 'Only those who do nothing else.'],
      count(text('人', 'people')),
      optional,
    ),
    moderators: people(
      ['内容审核人数', 'Content reviewers'],
      ['含外包。', 'Contractors included.'],
      count(text('人', 'people')),
      optional,
    ),
    proportion: people(
      ['为什么与规模相称', 'Why this fits the size'],
      ['说明人员和技术力量怎样随服务规模配备。', 'Say how people and means were measured against the service.'],
      long(2000),
      optional,
    ),
    means: people(
      ['技术措施和技术支撑', 'Technical means'],
      ['系统或工具，以及它做什么。', 'Systems or tools, and what each does.'],
      list(
        {
          name: people(['名称', 'Name'], ['系统或工具的名称。', 'Of the system or tool.'], short()),
          purpose: people(['用途', 'What it does'], ['一两句话。', 'In a sentence or two.'], long(500, 2)),
          since: people(['启用日期', 'In use since'], ['不确定可以不填。', 'May be left out.'], date, optional),
        },
        0,
        50,
      ),
      optional,
    ),
    personalInformationJoint: fieldsOf('dataSecurity', 'public', clause)(
      ['同时包含个人信息保护', 'Covers personal information too'],
      [
        '数据安全和个人信息保护写在同一份制度里的，选「是」，个人信息保护不用另填。',
        'Yes where one document covers data security and personal information; the latter then needs no section of its own.',
      ],
      yesNo,
      optional,
    ),
    ...Object.fromEntries(systemIds.flatMap((id) => Object.entries(systemFields(id)))),
    incidentReportMajor: reporting(
      ['较大事件的报告时限', 'Time to report a major incident'],
      [
        '你们的制度规定发现后多少个工作日内向主管部门报告。规定没有定天数，以你们自己的为准。',
        'Within how many working days of detection your own rules say the office is told. No rule sets a number of days; yours binds you.',
      ],
      { kind: 'number', atLeast: 1, atMost: 30, unit: text('个工作日', 'working days') },
      optional,
    ),
    incidentReportGrave: reporting(
      ['重大事件的报告时限', 'Time to report a grave incident'],
      ['发现后多少个自然日内报告。', 'Within how many calendar days of detection.'],
      { kind: 'number', atLeast: 1, atMost: 15, unit: text('日', 'days') },
      optional,
    ),
    trainings: training(
      ['培训记录', 'Trainings'],
      ['参加的人写部门或岗位，不写姓名。', 'Say which departments or posts took part; no names.'],
      list(
        {
          on: training(['日期', 'Date'], ['举办的日期。', 'When it was held.'], date),
          topic: training(['主题', 'Topic'], ['讲了什么。', 'What it was about.'], short(200)),
          who: training(
            ['参加的人', 'Who took part'],
            ['部门或岗位和人数。', 'Departments or posts, how many.'],
            short(200),
          ),
          hours: training(['学时', 'Hours'], ['每人多少小时。', 'For each person.'], {
            kind: 'number',
            atLeast: 0,
            atMost: 1000,
            unit: text('小时', 'hours'),
          }),
        },
        0,
        200,
      ),
      optional,
    ),
  },
};
