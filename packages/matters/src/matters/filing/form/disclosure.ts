import { address, fieldsOf, files, long, short } from '../../common/fields.ts';

const disclosure = fieldsOf('disclosure', 'public', 'final/16');
const attachment = fieldsOf('attachments', 'confidential', 'final/24.1');

export const disclosureFields = {
  disclosureName: disclosure(
    ['公示：算法名称', 'Disclosure: name'],
    ['与备案的算法名称一模一样。', 'Exactly the name that is filed.'],
    short(100),
  ),
  disclosurePrinciple: disclosure(
    ['公示：算法基本原理', 'Disclosure: basic principle'],
    [
      '用普通人能懂的话说明算法依据什么、怎样得出结果。',
      'In words anybody understands: what it goes by and how it arrives at results.',
    ],
    long(2000, 6),
  ),
  disclosureMechanism: disclosure(
    ['公示：算法运行机制', 'Disclosure: mechanism'],
    ['从输入到结果的主要步骤，包括审核。', 'The main steps from input to result, review included.'],
    long(2000, 6),
  ),
  disclosureScenario: disclosure(
    ['公示：算法应用场景', 'Disclosure: scenario'],
    ['写明用在哪些产品的哪些功能。', 'Name the products and functions.'],
    long(1000),
  ),
  disclosurePurpose: disclosure(
    ['公示：算法目的意图', 'Disclosure: purpose'],
    ['与“目的意图”一致。', 'The same as under “Purpose”.'],
    long(1000),
  ),
  disclosurePublishedAt: disclosure(
    ['公示：已在何处公示', 'Disclosure: published at'],
    ['已经公示的填写网址。', 'The address, if it is published already.'],
    address,
    { required: false },
  ),
} as const;

export const attachmentFields = {
  assessmentReport: attachment(
    ['算法安全自评估报告', 'Self-assessment report'],
    ['盖章扫描件；文件名写明算法名称。', 'A scan with the seal; put the name of the algorithm into the file name.'],
    files(3),
    { clause: 'final/8' },
  ),
  disclosureText: attachment(
    ['拟公示内容', 'Text to be published'],
    [
      '与“公示内容”一步完全一致；文件名写明算法名称。',
      'Exactly as in the step “Disclosure”; put the name of the algorithm into the file name.',
    ],
    files(3),
    { clause: 'final/16' },
  ),
  responsibilityAttachment: attachment(
    ['落实算法安全主体责任基本情况', 'State of the responsibility system'],
    ['盖章扫描件。', 'A scan with the seal.'],
    files(5),
    { clause: 'final/7' },
  ),
  otherAttachments: attachment(
    ['其他材料', 'Other papers'],
    ['没有可不上传。', 'Leave empty if there are none.'],
    files(20),
    { required: false },
  ),
} as const;
