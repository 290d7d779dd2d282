import { text, type CivilDate, type EditionId, type Text } from '@suanjian/rulebook';
import { emptyValue, type FormValues } from '../../engine/form.ts';
import { numberIn } from '../common/part.ts';

export const systemIds = [
  'mechanism',
  'ethics',
  'registration',
  'publication',
  'dataSecurity',
  'personalInformation',
  'fraud',
  'assessment',
  'incident',
] as const;
export type SystemId = (typeof systemIds)[number];

/**
 * The management systems that are asked for. The draft names seven; the regulation in force names eight, two of them new (ethics review,
 * telecom fraud), and takes data security and personal information together as one, which may be written in one document or in two.
 */
export const managementSystems: Readonly<
  Record<SystemId, { readonly title: Text; readonly clause: Partial<Readonly<Record<EditionId, string>>> }>
> = {
  mechanism: {
    title: text('算法机制机理审核', 'Review of mechanisms'),
    clause: { final: 'final/7', draft: 'draft/7' },
  },
  ethics: { title: text('科技伦理审查', 'Ethics review'), clause: { final: 'final/7' } },
  registration: { title: text('用户注册', 'User registration'), clause: { final: 'final/7', draft: 'draft/7' } },
  publication: {
    title: text('信息发布审核', 'Review before publication'),
    clause: { final: 'final/7', draft: 'draft/7' },
  },
  dataSecurity: { title: text('数据安全', 'Data security'), clause: { final: 'final/7', draft: 'draft/7' } },
  personalInformation: {
    title: text('个人信息保护', 'Personal information'),
    clause: { final: 'final/7', draft: 'draft/7' },
  },
  fraud: { title: text('反电信网络诈骗', 'Prevention of telecom fraud'), clause: { final: 'final/7' } },
  assessment: {
    title: text('安全评估监测', 'Assessment and monitoring'),
    clause: { final: 'final/7', draft: 'draft/7' },
  },
  incident: {
    title: text('安全事件应急处置', 'Incident response'),
    clause: { final: 'final/7', draft: 'draft/7' },
  },
};

/** What is written about each system; the form has a field for each of them and each system. */
export const systemParts = ['OwnerPost', 'Owner', 'Document', 'Version', 'Approved', 'ReviewMonths', 'Status'] as const;
export type SystemPart = (typeof systemParts)[number];

export const systemField = (system: SystemId, part: SystemPart): string => `${system}${part}`;

/** Personal information may be dealt with in the document on data security; then it has no section of its own. */
export const isJoint = (form: FormValues): boolean => form['personalInformationJoint'] === true;

/** The systems that an edition asks for, as this register has written them. */
export const requiredSystems = (edition: EditionId, form: FormValues): readonly SystemId[] =>
  systemIds.filter(
    (id) =>
      managementSystems[id].clause[edition === 'draft' ? 'draft' : 'final'] !== undefined &&
      !(id === 'personalInformation' && isJoint(form)),
  );

/** Whether there is something; what was erased is not there any more. */
export const isThere = (value: unknown): boolean =>
  !emptyValue(value) && !(typeof value === 'object' && value !== null && 'erased' in value);

/** When a system was reviewed last (or approved, before its first review), how often it is, and until when it is to be again. */
export interface ReviewSchedule {
  readonly last: CivilDate;
  /** Months: the provider's own cadence, as it stood then. */
  readonly every: number;
  readonly next: CivilDate;
}

/** The cadence that a form sets for a system. */
export const cadenceOf = (form: FormValues, system: SystemId): number | undefined => {
  const months = numberIn(form, systemField(system, 'ReviewMonths'));
  return months !== undefined && Number.isInteger(months) && months > 0 ? months : undefined;
};
