import { checks, engine, guards, matters } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 9 to 13: unlabelled on request, users, filings, sanctions. */
export const others: readonly ClauseSource[] = [
  {
    number: '9',
    heading: text('应要求不加标识', 'Unlabelled on request'),
    text: text(
      '用户要求不加显式标识的，先在协议里讲明由用户自己负责标识和使用，才可以给；给了谁等日志至少保存六个月。',
      'A user who asks for content without an explicit label may get it once an agreement makes labelling and use the user’s own responsibility; logs of who got it are kept for at least six months.',
    ),
    who: ['provider'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'retention',
        length: 6,
        unit: 'calendar-month',
        direction: 'after',
        event: text('提供未加显式标识的内容', 'content without an explicit label is provided'),
        bearer: 'provider',
      },
    ],
    sanctionedBy: '13',
    answers: [engine.retention, checks.logCoverage, checks.logRetention],
    crosswalk: [
      {
        clause: 'final/28.2',
        difference: text(
          '规定要求依法留存日志，本条专指未标识内容的提供记录。',
          'The regulation asks for logs by law; this is about who got unlabelled content.',
        ),
      },
      {
        clause: 'draft/23.2',
        difference: text(
          '征求意见稿对一般日志写了同样的六个月。',
          'The consultation draft had the same six months for logs in general.',
        ),
      },
    ],
  },
  {
    number: '10.1',
    heading: text('发布者主动声明', 'Publishers declare'),
    text: text(
      '用户在传播平台发布生成合成内容，要主动说明并用平台的功能加上标识。',
      'Users who publish synthetic content on a platform say so of their own accord and label it with the platform’s function.',
    ),
    who: ['user'],
    duty: 'obligation',
    answers: [guards.labelling],
  },
  {
    number: '10.2',
    heading: text('不得破坏标识', 'Labels are left alone'),
    text: text(
      '谁都不得恶意删改、伪造或隐藏标识，不得为此提供工具或服务，也不得借标识损害别人。',
      'Nobody maliciously removes, alters, forges or hides a label, offers tools or services for that, or uses labels to harm others.',
    ),
    who: ['everyone'],
    duty: 'prohibition',
    sanctionedBy: '13',
    answers: [checks.labelTampering],
  },
  {
    number: '11',
    heading: text('其他要求一并遵守', 'Other requirements stand'),
    text: text(
      '标识还须符合其他法律、规章和强制性国家标准。',
      'Labels also follow other laws, rules and mandatory national standards.',
    ),
    who: ['provider'],
    duty: 'principle',
    answers: [engine.releases],
  },
  {
    number: '12',
    heading: text('备案和评估时交标识材料', 'Labels in filings and assessments'),
    text: text(
      '办理算法备案、安全评估时，附上标识的有关材料，并共享标识信息，帮助打击犯罪。',
      'Papers on labels go with an algorithm filing or a safety assessment, and label information is shared to help against crime.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '13',
    answers: [matters.filing, matters.assessment],
    crosswalk: [
      { clause: 'final/24.1', difference: text('备案本身的义务。', 'The duty to file as such.') },
      { clause: 'final/27', difference: text('评估本身的义务。', 'The duty to assess as such.') },
    ],
  },
  {
    number: '13',
    heading: text('违反的后果', 'What follows from a breach'),
    text: text(
      '由网信、电信、公安、广播电视等部门各按职责，依照其他法律法规和规章处理；本办法不设金额。',
      'The network, telecoms, police and broadcasting authorities act within their remits under other laws and rules; these measures set no amount.',
    ),
    who: ['office'],
    duty: 'sanction',
    sanction: {
      covers: [
        '4',
        '4.1',
        '4.2',
        '4.3',
        '4.4',
        '4.5',
        '4.6',
        '5',
        '6',
        '6.1',
        '6.2',
        '6.3',
        '6.4',
        '7',
        '8',
        '9',
        '10.2',
        '12',
      ].map((number) => `labels-2025/${number}`),
      steps: [{ measure: 'other-law', trigger: 'violation' }],
    },
    answers: [matters.violationCase],
    crosswalk: [
      {
        clause: 'final/32',
        difference: text(
          '规定对部分条款同样只指向其他法律。',
          'The regulation, too, points to other laws for some clauses.',
        ),
      },
    ],
  },
];
