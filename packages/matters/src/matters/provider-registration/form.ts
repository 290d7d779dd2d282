import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';
import { fieldsOf, files, type ValuesOf } from '../common/fields.ts';
import { certificateFields, peopleFields, responsibilityFields, subjectFields } from './subject-fields.ts';

const attachment = fieldsOf('attachments', 'confidential', 'final/24.1');

const attachmentFields = {
  commitment: attachment(['算法备案承诺书', 'Filing commitment'], ['盖章扫描件。', 'A scan with the seal.'], files(3)),
  responsibilityStatement: attachment(
    ['落实算法安全主体责任基本情况', 'State of the responsibility system'],
    ['盖章扫描件，内容与“主体责任”一步一致。', 'A scan with the seal, saying the same as the step on responsibility.'],
    files(5),
  ),
  workCertificate: attachment(
    ['算法安全责任人工作证明', "Safety officer's certificate of employment"],
    ['证明责任人在本单位任职。', 'Shows that the officer works for you.'],
    files(3),
    { secrecy: 'personal', person: 'safetyOfficer' },
  ),
} as const;

const fields = {
  ...subjectFields,
  ...certificateFields,
  ...peopleFields,
  ...responsibilityFields,
  ...attachmentFields,
} as const;

export type RegistrationForm = ValuesOf<typeof fields>;

/** Who the provider is, who answers for its algorithms, and how it is organised to do so. */
export const registrationForm: FormDefinition = {
  name: 'provider-registration',
  steps: [
    {
      name: 'subject',
      title: text('主体信息', 'The subject'),
      intro: text('先说明您是谁，以后的每项备案都以此为准。', 'Say who you are first; every later filing rests on it.'),
    },
    {
      name: 'certificate',
      title: text('证件', 'Certificate'),
      intro: text('证明主体身份的证件。', 'The document that proves who the subject is.'),
    },
    {
      name: 'people',
      title: text('责任人', 'Responsible people'),
      intro: text(
        '个人信息加密保存，只有办理人员因工作需要才能查看，并留下记录。',
        'Personal details are kept encrypted; officials read them only when the work needs it, and each reading is recorded.',
      ),
    },
    {
      name: 'responsibility',
      title: text('主体责任', 'Responsibility'),
      intro: text(
        '机构、人员、技术手段和管理制度，只供审核，不公开。',
        'Body, staff, technical means and management systems; for the review only, not published.',
      ),
    },
    {
      name: 'attachments',
      title: text('附件', 'Attachments'),
      intro: text('上传盖章的扫描件，PDF 或图片。', 'Upload scans with the seal, as PDF or pictures.'),
    },
  ],
  fields,
};
