import { text } from '@suanjian/rulebook';
import type { FieldDefinition, FormDefinition, FormValues } from '../../../engine/form.ts';
import type { Side } from '../../../engine/party.ts';
import { papers } from '../fields.ts';

export const mostFiles = 10;

const fromProvider: readonly Side[] = ['provider'];

/** Whether the person may be told to the company: they said so, and nothing protects them from their own consent. */
export const isShared = (form: FormValues): boolean => form['reached'] === 'contact' && form['share'] === true;

export const isAnonymous = (form: FormValues): boolean => form['reached'] !== 'contact';

/** Hidden from the company unless the person wants to be known to it. */
export const unlessShared =
  (shielded: (form: FormValues) => boolean = () => false) =>
  (form: FormValues): readonly Side[] =>
    isShared(form) && !shielded(form) ? [] : fromProvider;

export const reachedOptions = [
  { value: 'anonymous', label: text('匿名，凭查询码查看', 'Anonymously; I follow it with the code') },
  { value: 'contact', label: text('留下联系方式', 'I leave a way to be reached') },
] as const;

/**
 * Who writes: nobody, or somebody who can be reached.
 * @param shielded forms whose person never reaches the company, whatever they tick, such as a worker's.
 */
export const personFields = (step: string, shielded: (form: FormValues) => boolean = () => false) =>
  ({
    reached: {
      label: text('怎样联系你', 'How to reach you'),
      help: text(
        '都可以用提交后得到的查询码查看进展；查询码只显示一次，请保存好。',
        'Either way you follow it with the code you get on sending; it is shown once, so keep it.',
      ),
      control: { kind: 'choice', options: reachedOptions },
      secrecy: 'public',
      step,
      hiddenFrom: () => fromProvider,
    },
    contact: {
      label: text('联系方式', 'Telephone or e-mail'),
      help: text('电话或邮箱，只用于办理这件事，加密保存。', 'Used only for this matter, and kept sealed.'),
      control: { kind: 'text', longest: 200 },
      secrecy: 'personal',
      step,
      shown: (form) => !isAnonymous(form),
      hiddenFrom: unlessShared(shielded),
    },
    share: {
      label: text('同意让被反映的公司知道我是谁、怎样联系我', 'The company may know who I am and how to reach me'),
      help: text(
        '不同意时，公司看不到你的身份、联系方式和证据文件，主管部门仍然可以看到。',
        'If not, the company sees neither who you are, nor how to reach you, nor your files; the office still does.',
      ),
      control: { kind: 'yes-no' },
      secrecy: 'public',
      step,
      required: false,
      shown: (form) => !isAnonymous(form) && !shielded(form),
      hiddenFrom: () => fromProvider,
    },
  }) as const satisfies Readonly<Record<string, FieldDefinition>>;

export const evidenceField = (
  step: string,
  shielded: (form: FormValues) => boolean = () => false,
): FieldDefinition => ({
  label: text('证据文件', 'Evidence'),
  help: text(
    `截图、订单等，最多 ${mostFiles} 个。文件里常有个人信息，同意之前公司看不到。`,
    `Screenshots, orders and the like, ${mostFiles} at most. Files often hold personal data, so the company sees them only with your consent.`,
  ),
  control: { kind: 'attachment', accepts: papers, atMost: mostFiles },
  secrecy: 'personal',
  step,
  required: false,
  hiddenFrom: unlessShared(shielded),
});

/** A form without what is the person's: what is left of it once their key is gone. */
export const withoutPerson = ({ fields }: FormDefinition, values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => fields[name]?.secrecy !== 'personal'));
