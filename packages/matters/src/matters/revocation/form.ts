import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';

/** By which improper means the filing is held to have been obtained (final/33.1, draft/29.1). */
export const revocationGrounds = [
  { value: 'concealment', label: text('隐瞒有关情况', 'Relevant facts were concealed') },
  { value: 'false-papers', label: text('提供虚假材料', 'False papers were submitted') },
  {
    value: 'other-improper-means',
    label: text('以其他不正当手段取得备案', 'The filing was obtained by other improper means'),
  },
] as const;

const papers = { kind: 'attachment', accepts: ['application/pdf', 'image/png', 'image/jpeg'], atMost: 10 } as const;

/** What the office holds against the filing. */
export const proposalForm: FormDefinition = {
  name: 'revocation-proposal',
  steps: [
    {
      name: 'proposal',
      title: text('拟撤销的理由', 'Grounds for revoking'),
      intro: text(
        '提供者会看到这里写的内容，并据此陈述和申辩。',
        'The provider sees what is written here and answers it.',
      ),
    },
  ],
  fields: {
    ground: {
      label: text('依据的情形', 'Ground'),
      help: text('选择备案是怎样不当取得的。', 'Choose how the filing was improperly obtained.'),
      control: { kind: 'choice', options: revocationGrounds },
      secrecy: 'public',
      clause: 'final/33.1',
      step: 'proposal',
    },
    facts: {
      label: text('查明的事实', 'Facts found'),
      help: text(
        '写明哪一项内容不实、实际情况是什么、怎样查明的，让提供者能够逐项回应。',
        'Say which statement is untrue, what the truth is and how it was found, so that the provider can answer point by point.',
      ),
      control: { kind: 'text', longest: 10_000, lines: 12 },
      secrecy: 'confidential',
      step: 'proposal',
    },
    evidence: {
      label: text('证据', 'Evidence'),
      help: text('支持上述事实的材料。', 'Papers that support these facts.'),
      control: papers,
      secrecy: 'confidential',
      step: 'proposal',
      required: false,
    },
  },
};

/** What the provider says for itself. Each statement is kept as it was made. */
export const defenceForm: FormDefinition = {
  name: 'revocation-defence',
  steps: [
    {
      name: 'defence',
      title: text('陈述和申辩', 'Statement and defence'),
      intro: text(
        '在答复期限内可以分几次陈述，先前的内容会保留。',
        'While your time to answer runs you may make several statements; earlier ones are kept.',
      ),
    },
  ],
  fields: {
    statements: {
      label: text('陈述', 'Statements'),
      help: text('对拟撤销的理由逐项说明你的意见。', 'Answer the grounds for revoking point by point.'),
      control: {
        kind: 'list',
        atLeast: 1,
        atMost: 50,
        of: {
          statement: {
            label: text('意见', 'Statement'),
            help: text('写明哪些事实不符、为什么。', 'Say which facts are wrong, and why.'),
            control: { kind: 'text', longest: 10_000, lines: 12 },
            secrecy: 'confidential',
            step: 'defence',
          },
          papers: {
            label: text('材料', 'Papers'),
            help: text('支持你的意见的材料。没有可以不交。', 'Papers that support it. May be left out.'),
            control: papers,
            secrecy: 'confidential',
            step: 'defence',
            required: false,
          },
        },
      },
      secrecy: 'confidential',
      step: 'defence',
    },
  },
};
