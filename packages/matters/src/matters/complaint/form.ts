import { text } from '@suanjian/rulebook';
import type { FormDefinition, FormValues } from '../../engine/form.ts';
import type { Side } from '../../engine/party.ts';
import { aboutFields } from '../common/redress/about.ts';
import { evidenceField, isAnonymous, personFields, unlessShared } from '../common/redress/person.ts';

export const complaintKinds = [
  { value: 'differential-price', label: text('同物不同价', 'A different price for the same thing') },
  { value: 'switch-off-ignored', label: text('关闭个性化推荐后仍被推荐', 'Switched off, still personalised') },
  { value: 'tags', label: text('用户标签', 'Tags about me') },
  { value: 'minors', label: text('未成年人', 'Minors') },
  { value: 'addiction', label: text('诱导沉迷或过度消费', 'Luring into addiction or over-spending') },
  { value: 'unlabelled-synthetic', label: text('合成内容没有标识', 'Synthetic content without a label') },
  { value: 'false-popularity', label: text('刷量、操纵榜单', 'False popularity, manipulated charts') },
  { value: 'ranking', label: text('排序或屏蔽不公', 'Unfair ranking or suppression') },
  { value: 'worker', label: text('劳动者的报酬或工时', 'A worker’s pay or time') },
  { value: 'personal-data', label: text('个人信息', 'Personal data') },
  { value: 'record-error', label: text('公示信息有误', 'An error in a public record') },
  { value: 'other', label: text('其他', 'Something else') },
] as const;

/** A worker's employer could act against them, so nothing that points at them reaches it, whatever they tick. */
const isWorker = (form: FormValues): boolean => form['kind'] === 'worker';

/** Whose number of an order would tell the company who they are. */
const pointingAtPerson = (form: FormValues): readonly Side[] =>
  isWorker(form) || isAnonymous(form) ? ['provider'] : [];

const needsIdentity = (form: FormValues): boolean => form['kind'] === 'personal-data' && !isAnonymous(form);

export const complaintForm: FormDefinition = {
  name: 'complaint',
  steps: [
    {
      name: 'about',
      title: text('反映谁、反映什么', 'About whom, and what'),
      intro: text(
        '公司、产品、算法、备案编号，至少写一项。不需要登录。',
        'Name the company, the product, the algorithm or the filing number: one is enough. No account is needed.',
      ),
    },
    {
      name: 'happened',
      title: text('发生了什么', 'What happened'),
      intro: text(
        '转给公司办理时，公司能看到这一步写的内容。匿名和劳动者的投诉，请不要写会让公司认出你的细节。',
        'If it goes to the company, the company reads what you write in this step. If you stay anonymous, or write as a worker, leave out what would tell it who you are.',
      ),
    },
    {
      name: 'person',
      title: text('你和你的证据', 'You and your evidence'),
      intro: text(
        '可以匿名。这里的内容加密保存，每次查看都有记录。',
        'You may stay anonymous. What you enter here is kept sealed, and every reading of it is recorded.',
      ),
    },
  ],
  fields: {
    kind: {
      label: text('哪一类问题', 'What kind of problem'),
      help: text('选择最接近的一类。', 'Choose the one that comes closest.'),
      control: { kind: 'choice', options: complaintKinds },
      secrecy: 'public',
      clause: 'final/22',
      step: 'about',
    },
    ...aboutFields('about'),
    to: {
      label: text('先交给谁', 'Who gets it first'),
      help: text(
        '交给公司时，公司按自己公布的时限答复；不满意或者超过时限，可以转给主管部门。也可以直接交给主管部门。',
        'The company answers within the time it has published; if you are not content, or it is late, it can go to the office. Or send it to the office at once.',
      ),
      control: {
        kind: 'choice',
        options: [
          { value: 'provider', label: text('公司', 'The company') },
          { value: 'office', label: text('主管部门', 'The office') },
        ],
      },
      secrecy: 'public',
      clause: 'final/30',
      step: 'about',
    },
    what: {
      label: text('发生了什么', 'What happened'),
      help: text(
        '写明你看到了什么、和别人有什么不同。请不要写身份证号、电话等个人信息。',
        'Say what you saw and how it differed from what others saw. Please write no identity or telephone numbers here.',
      ),
      control: { kind: 'text', longest: 5000, lines: 8 },
      secrecy: 'confidential',
      step: 'happened',
    },
    when: {
      label: text('什么时候', 'When'),
      help: text('发生的日期；不记得可以不填。', 'The day it happened; leave it out if you do not remember.'),
      control: { kind: 'date' },
      secrecy: 'confidential',
      step: 'happened',
      required: false,
    },
    where: {
      label: text('在哪里', 'Where'),
      help: text('网址，或者应用里的页面名称。', 'The address, or the name of the page in the app.'),
      control: { kind: 'text', longest: 500 },
      secrecy: 'confidential',
      step: 'happened',
      required: false,
    },
    request: {
      label: text('请求编号或订单号', 'Request id or order number'),
      help: text(
        '公司凭它找到当时的决策记录。匿名或劳动者投诉时，公司看不到它，因为它会让公司认出你。',
        'Lets the company find the record of the decision. If you stay anonymous or write as a worker the company does not see it, because it would tell it who you are.',
      ),
      control: { kind: 'text', longest: 128 },
      secrecy: 'confidential',
      step: 'happened',
      required: false,
      hiddenFrom: pointingAtPerson,
    },
    wanted: {
      label: text('你希望怎样解决', 'What you want'),
      help: text(
        '例如退还差价、恢复内容、说明理由。',
        'For example the difference paid back, the content restored, the reason told.',
      ),
      control: { kind: 'text', longest: 1000, lines: 3 },
      secrecy: 'confidential',
      step: 'happened',
      required: false,
    },
    ...personFields('person', isWorker),
    identity: {
      label: text('你的姓名和账号', 'Your name and account'),
      help: text(
        '只有个人信息类的问题需要：要确认是本人才能查看、更正或删除。加密保存。',
        'Asked only about personal data, which nobody but the person may see, correct or have deleted. Kept sealed.',
      ),
      control: { kind: 'text', longest: 200 },
      secrecy: 'personal',
      step: 'person',
      shown: needsIdentity,
      hiddenFrom: unlessShared(isWorker),
    },
    evidence: evidenceField('person', isWorker),
  },
};
