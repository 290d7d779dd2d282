import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';

/** What a provider states when it ends a filed service. */
export const cancellationForm: FormDefinition = {
  name: 'cancellation',
  steps: [
    {
      name: 'end',
      title: text('终止服务', 'End of the service'),
      intro: text('说明服务在哪一天停止，以及为什么停止。', 'Say on which day the service stops, and why.'),
    },
    {
      name: 'arrangements',
      title: text('善后安排', 'Arrangements'),
      intro: text('说明用户、数据和未了的事项怎样处理。', 'Say what becomes of users, data and unfinished business.'),
    },
  ],
  fields: {
    serviceEnds: {
      label: text('终止服务的日期', 'Day on which the service ends'),
      help: text(
        '最后提供服务的那一天。办理注销的期限从这一天算起。',
        'The last day of service. The time to cancel is counted from it.',
      ),
      control: { kind: 'date' },
      secrecy: 'public',
      clause: 'final/24.3',
      step: 'end',
    },
    why: {
      label: text('终止的原因', 'Why the service ends'),
      help: text(
        '例如产品下线、业务并入其他产品、算法不再使用。',
        'For example: the product is closed, it becomes part of another, the algorithm is no longer used.',
      ),
      control: { kind: 'text', longest: 1000, lines: 4 },
      secrecy: 'confidential',
      step: 'end',
    },
    userArrangements: {
      label: text('对用户的安排', 'Arrangements for users'),
      help: text(
        '怎样、在何时告知用户，未完成的服务、余额和投诉怎样处理。',
        'How and when users are told, and what becomes of unfinished services, balances and complaints.',
      ),
      control: { kind: 'text', longest: 3000, lines: 8 },
      secrecy: 'confidential',
      clause: 'final/24.3',
      step: 'arrangements',
    },
    dataArrangements: {
      label: text('数据和日志的处理', 'What becomes of data and logs'),
      help: text(
        '个人信息、训练数据和模型怎样处理，日志保存到哪一天、由谁保存。',
        'What becomes of personal information, training data and models; until when logs are kept, and by whom.',
      ),
      control: { kind: 'text', longest: 3000, lines: 8 },
      secrecy: 'confidential',
      clause: 'final/24.3',
      step: 'arrangements',
    },
    evidence: {
      label: text('证明材料', 'Supporting papers'),
      help: text(
        '例如下线公告、给用户的通知。没有可以不交。',
        'For example the closing announcement or the notice to users. May be left out.',
      ),
      control: { kind: 'attachment', accepts: ['application/pdf', 'image/png', 'image/jpeg'], atMost: 5 },
      secrecy: 'confidential',
      step: 'arrangements',
      required: false,
    },
  },
};
