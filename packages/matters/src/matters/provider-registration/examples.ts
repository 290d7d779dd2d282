import { composeCreditCode } from '@suanjian/register';
import type { AttachmentReference } from '../../engine/form.ts';
import type { RegistrationForm } from './form.ts';

const scan = (name: string, digit: string): AttachmentReference => ({
  hash: digit.repeat(64),
  name,
  size: 80_000,
  type: 'application/pdf',
});

/** A complete and sound registration of a fictional company; its people do not exist. */
export const exampleRegistration: RegistrationForm = {
  legalName: '云岭示例科技有限公司',
  creditCode: composeCreditCode({ place: '440305', organisation: 'MA5EXAMP' }),
  subjectType: 'enterprise',
  place: '440305',
  address: '深圳市南山区示例路 1 号',
  websites: [{ address: 'https://read.example.cn/' }],
  monthlyActiveUsers: 320_000,
  certificateType: 'business-licence',
  certificateAddress: '深圳市南山区示例路 1 号',
  representativeName: '张示例',
  representativeIdType: 'resident-card',
  representativeIdNumber: '000000000000000001',
  officerName: '李示例',
  officerIdType: 'resident-card',
  officerIdNumber: '000000000000000002',
  officerMobile: '000-0000-0000',
  officerEmail: 'officer@read.example.cn',
  bodySetup: '算法安全委员会，直接向总经理报告。',
  bodyHead: '技术副总经理，从业十二年。',
  staffRequirements: '相关专业，三年以上经验，每年考核。',
  staffing: '专职四人，兼职六人。',
  technicalMeans: '内容审核平台、日志留存、模型监测。',
  selfAssessmentSystem: '每半年评估一次，重大更新前加评。',
  informationMonitoring: '词库加模型识别，人工复核。',
  dataMonitoring: '分级分类，异常访问告警。',
  personalInformationMonitoring: '最小必要，定期清理。',
  algorithmMonitoring: '每周检查模型、数据和结果。',
  incidentSystem: '分四级，一小时内上报，每年演练。',
  violationSystem: '认定、处置、复盘均留痕。',
  commitment: [scan('算法备案承诺书.pdf', 'a')],
  responsibilityStatement: [scan('落实算法安全主体责任基本情况.pdf', 'b')],
  workCertificate: [scan('工作证明.pdf', 'c')],
};
