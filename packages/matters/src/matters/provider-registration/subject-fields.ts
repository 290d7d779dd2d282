import { text } from '@suanjian/rulebook';
import { parseCreditCode, placeOf } from '@suanjian/register';
import type { Option } from '../../engine/form.ts';
import { choice, count, date, email, fieldsOf, list, long, short, address, telephone } from '../common/fields.ts';

export const subjectTypes: readonly Option[] = [
  { value: 'enterprise', label: text('企业', 'Enterprise') },
  { value: 'public-institution', label: text('事业单位', 'Public institution') },
  { value: 'government', label: text('机关', 'Government body') },
  { value: 'social-organisation', label: text('社会组织', 'Social organisation') },
  { value: 'other', label: text('其他', 'Other') },
];

export const certificateTypes: readonly Option[] = [
  { value: 'business-licence', label: text('营业执照', 'Business licence') },
  { value: 'institution-certificate', label: text('事业单位法人证书', 'Certificate of a public institution') },
  { value: 'organisation-certificate', label: text('社会组织登记证书', 'Certificate of a social organisation') },
  { value: 'other', label: text('其他证件', 'Other certificate') },
];

export const identityTypes: readonly Option[] = [
  { value: 'resident-card', label: text('居民身份证', 'Resident identity card') },
  { value: 'passport', label: text('护照', 'Passport') },
  { value: 'mainland-permit', label: text('港澳台居民来往内地（大陆）通行证', 'Mainland travel permit') },
  { value: 'foreign-residence', label: text('外国人永久居留身份证', "Foreigner's permanent residence card") },
  { value: 'other', label: text('其他证件', 'Other document') },
];

const subject = fieldsOf('subject', 'public', 'final/24.1');
const certificate = fieldsOf('certificate', 'confidential');
const people = fieldsOf('people', 'personal', 'final/7');
const of =
  (person: string): typeof people =>
  (label, help, control, more) =>
    people(label, help, control, { person, ...more });
const representative = of('legalRepresentative');
const officer = of('safetyOfficer');

const readsCreditCode = (value: string) => {
  const reading = parseCreditCode(value);
  return reading.ok
    ? undefined
    : (reading.faults[0]?.message ?? text('不是有效的统一社会信用代码。', 'is no valid credit code.'));
};

const readsPlace = (value: string) =>
  placeOf(value)?.exact === true && value !== '100000'
    ? undefined
    : text(
        '不在行政区划代码表（GB/T 2260）中，请从列表中选择。',
        'is not in the table of places (GB/T 2260). Choose it from the list.',
      );

export const subjectFields = {
  legalName: subject(
    ['主体名称', 'Legal name'],
    ['与营业执照等证件上的名称完全一致。', 'Exactly as on the licence or certificate.'],
    short(120),
  ),
  creditCode: subject(
    ['统一社会信用代码', 'Unified social credit code'],
    ['证件上的 18 位代码，最后一位会自动校验。', 'The 18 characters on the certificate; the last one is checked.'],
    short(40),
    { check: readsCreditCode },
  ),
  subjectType: subject(
    ['主体类型', 'Kind of subject'],
    ['按登记证件选择。', 'As on the certificate of registration.'],
    choice(subjectTypes),
  ),
  place: subject(
    ['注册地', 'Place of registration'],
    [
      '六位行政区划代码，编号的前六位由它而来，也决定由哪个省级网信部门审核。',
      'The six digits of the place. Filing numbers begin with them, and they decide which provincial office reviews.',
    ],
    short(6),
    { check: readsPlace },
  ),
  address: subject(
    ['详细地址', 'Address'],
    ['注册地址，写到门牌号。', 'The registered address down to the house number.'],
    short(300),
  ),
  websites: subject(
    ['网址', 'Websites'],
    ['本单位的网站；没有可不填。', "Your organisation's sites; leave empty if there is none."],
    list(
      {
        address: subject(
          ['网址', 'Address'],
          ['以 http:// 或 https:// 开头。', 'Starts with http:// or https://.'],
          address,
        ),
      },
      0,
      50,
    ),
    { required: false },
  ),
  monthlyActiveUsers: subject(
    ['月活跃用户量', 'Monthly active users'],
    ['本单位全部产品上个月的活跃用户数，去重。', 'Distinct users of all your products in the last full month.'],
    count(text('人', 'people')),
  ),
} as const;

export const certificateFields = {
  certificateType: certificate(
    ['证件类型', 'Kind of certificate'],
    ['用哪种证件证明主体身份。', 'Which document proves who the subject is.'],
    choice(certificateTypes),
  ),
  certificateAddress: certificate(
    ['证件地址', 'Address on the certificate'],
    ['证件上写的住所。', 'The domicile written on the certificate.'],
    short(300),
  ),
  certificateUntil: certificate(
    ['证件有效期至', 'Certificate valid until'],
    ['长期有效的可不填。', 'Leave empty if it does not expire.'],
    date,
    { required: false },
  ),
} as const;

const identityHelp: readonly [string, string] = [
  '只用于核对身份，加密保存，每次查看都有记录。',
  'Used to check identity only; kept encrypted, every reading is recorded.',
];

export const peopleFields = {
  representativeName: representative(
    ['法定代表人姓名', 'Legal representative: name'],
    ['与证件一致。', 'As on the identity document.'],
    short(80),
  ),
  representativeIdType: representative(
    ['法定代表人证件类型', 'Legal representative: document'],
    ['选择证件种类。', 'Choose the kind of document.'],
    choice(identityTypes),
  ),
  representativeIdNumber: representative(
    ['法定代表人证件号码', 'Legal representative: number'],
    identityHelp,
    short(40),
  ),
  officerName: officer(
    ['算法安全责任人姓名', 'Algorithm safety officer: name'],
    ['对本单位算法安全负责的人。', 'Who answers for the safety of your algorithms.'],
    short(80),
  ),
  officerIdType: officer(
    ['算法安全责任人证件类型', 'Algorithm safety officer: document'],
    ['选择证件种类。', 'Choose the kind of document.'],
    choice(identityTypes),
  ),
  officerIdNumber: officer(['算法安全责任人证件号码', 'Algorithm safety officer: number'], identityHelp, short(40)),
  officerMobile: officer(
    ['算法安全责任人手机号', 'Algorithm safety officer: mobile'],
    ['主管部门联系用，不公开。', 'For the office to reach the officer; never published.'],
    telephone,
  ),
  officerEmail: officer(
    ['算法安全责任人邮箱', 'Algorithm safety officer: e-mail'],
    ['主管部门联系用，不公开。', 'For the office to reach the officer; never published.'],
    email,
  ),
} as const;

const responsibility = fieldsOf('responsibility', 'confidential', 'final/7');

/** State of the responsibility system: the body in charge and the management systems. */
export const responsibilityFields = {
  bodySetup: responsibility(
    ['算法安全专职机构设置', 'Body in charge of algorithm safety'],
    ['机构名称、隶属关系、职责分工。', 'Its name, where it stands in the organisation, who does what.'],
    long(3000, 5),
  ),
  bodyHead: responsibility(
    ['负责人基本信息', 'Head of the body'],
    ['职务、专业背景、任职时间；不要写证件号码。', 'Post, background, since when; no identity numbers here.'],
    long(1000),
  ),
  staffRequirements: responsibility(
    ['工作人员任职要求', 'Requirements for staff'],
    ['学历、经验、培训和考核要求。', 'Education, experience, training and appraisal that are asked.'],
    long(2000),
  ),
  staffing: responsibility(
    ['配备规模', 'Size of the staff'],
    ['专职、兼职各多少人，按岗位列出。', 'How many full-time and part-time, by post.'],
    long(1000),
  ),
  technicalMeans: responsibility(
    ['技术保障措施', 'Technical means'],
    ['监测、审核、留痕等技术手段。', 'Means of monitoring, review and record keeping.'],
    long(3000, 5),
  ),
  selfAssessmentSystem: responsibility(
    ['算法安全自评估制度', 'System of self-assessment'],
    ['多久评估一次、谁评估、结果怎样使用。', 'How often, by whom, and what is done with the result.'],
    long(3000, 5),
  ),
  informationMonitoring: responsibility(
    ['信息安全监测制度', 'Monitoring of information safety'],
    ['怎样发现并处理违法和不良信息。', 'How illegal and undesirable information is found and dealt with.'],
    long(3000, 5),
  ),
  dataMonitoring: responsibility(
    ['数据安全监测制度', 'Monitoring of data safety'],
    ['数据分类、访问控制、泄露监测。', 'Classes of data, access control, detection of leaks.'],
    long(3000, 5),
  ),
  personalInformationMonitoring: responsibility(
    ['用户个人信息安全监测制度', 'Monitoring of personal information'],
    ['收集、使用、删除个人信息的管控。', 'Control over collecting, using and deleting personal information.'],
    long(3000, 5),
  ),
  algorithmMonitoring: responsibility(
    ['算法安全监测制度', 'Monitoring of algorithm safety'],
    ['对模型、数据和结果的定期检查。', 'Regular checks of models, data and results.'],
    long(3000, 5),
  ),
  incidentSystem: responsibility(
    ['安全事件应急处置制度', 'System for incidents'],
    ['分级、处置流程、报告时限、演练。', 'Levels, steps, when to report, exercises.'],
    long(3000, 5),
  ),
  violationSystem: responsibility(
    ['违法违规处置制度', 'System for violations'],
    ['违法违规行为的认定、处置和记录。', 'How violations are established, dealt with and recorded.'],
    long(3000, 5),
  ),
  otherSystems: responsibility(
    ['其他制度', 'Other systems'],
    [
      '科技伦理审查、反电信网络诈骗等制度；没有可不填。',
      'Ethics review, prevention of telecom fraud and so on; leave empty if none.',
    ],
    long(3000, 5),
    { required: false },
  ),
} as const;
