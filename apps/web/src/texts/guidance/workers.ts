import { text } from '@suanjian/rulebook';
import { point, section, type GuidancePage } from './guide-page.ts';

const edited = { version: '1.0', date: '2026-11-22' } as const;

export const forWorkers: readonly GuidancePage[] = [
  {
    id: 'dispatched-work',
    reader: 'workers',
    ...edited,
    title: text('派单算法和劳动者', 'Algorithms that give out work'),
    lead: text(
      '送外卖、开网约车、接家政单，谁得哪一单、多少钱、多久送到，常由算法定。它必须照顾你的权益。',
      'Who delivers, drives or cleans, for how much and by when is often decided by an algorithm. It has to mind your rights.',
    ),
    sections: [
      section(
        '平台必须做到',
        'What the platform must do',
        point(
          '完善派单、计酬和支付、工时、奖惩的算法，保护你的报酬和休息。',
          'Mend how it gives out orders, reckons and pays, sets working time, rewards and punishes, so that pay and rest are protected.',
          'final/20',
        ),
        point(
          '告诉你它在用算法，并说明原理、目的和主要机制。派单规则也在内。',
          'Tell you that an algorithm is at work and what its principle, purpose and main workings are; the rules for giving out orders are among them.',
          'final/16',
        ),
        point(
          '处罚、降级、限制接单影响你的收入，你可以要求说明，也可以申诉。',
          'A penalty, a lower rank or fewer orders touch your income: you may ask for the reasons, and appeal.',
          'final/17.3',
          '/apply/appeal',
        ),
      ),
      section(
        '值得留意的',
        'What to watch for',
        point(
          '承诺时间短到守规矩就送不到；恶劣天气、等餐的时间没有算进去。',
          'A promised time so short that nobody who obeys the traffic rules can keep it; bad weather and waiting at the kitchen not counted.',
          'final/20',
        ),
        point(
          '连续在线很久没有休息提醒；拒一单就明显少派单。',
          'Long hours online without a reminder to rest; noticeably fewer orders after refusing one.',
          'final/20',
        ),
        point(
          '同样的路程和时间，不同的人报酬差很多，又没有说明。',
          'For the same way and time very different pay from person to person, without explanation.',
          'final/20',
        ),
      ),
      section(
        '怎样留证据',
        'How to keep evidence',
        point(
          '截图：订单号、派单时间、预计时间、实际送达、报酬明细、处罚通知。',
          'Pictures: order number, when it was given out, expected and actual arrival, what was paid for what, the notice of a penalty.',
        ),
        point(
          '记几天的在线时间和单数，比一张截图更能说明规律。',
          'A few days of hours online and numbers of orders tell more of a pattern than one picture.',
        ),
        point(
          '平台的日志记有承诺时间、路线和报酬。主管部门可以检查，不需要你拿到它。',
          'The platform’s log holds promised times, routes and pay. An office can check it; you need not get hold of it.',
          'final/28.2',
        ),
      ),
    ],
  },
  {
    id: 'workers-complaining',
    reader: 'workers',
    ...edited,
    title: text('劳动者怎样投诉而不被认出', 'Complaining without being found out'),
    lead: text(
      '担心被“穿小鞋”？选“劳动者”的投诉有额外的保护。',
      'Afraid of being made to pay for it? A complaint marked as a worker’s is protected further.',
    ),
    sections: [
      section(
        '额外的保护',
        'How you are protected',
        point(
          '事由选“劳动者的报酬或工时”以后，订单号等能认出你的内容不会给公司看，无论你是否留下姓名。',
          'Once you choose “A worker’s pay or time”, order numbers and all else that points at you are kept from the company, whether or not you give your name.',
          undefined,
          '/apply/complaint',
        ),
        point(
          '可以直接交给主管部门，公司不会知道有这件投诉。',
          'You may send it straight to the office; the company then does not know that there is a complaint.',
          'final/30',
        ),
        point(
          '公布的统计数字不足十件的不显示，不会让人推算出是谁。',
          'Published figures show nothing below ten, so that nobody can work out who it was.',
          undefined,
          '/punctuality/complaints',
        ),
        point(
          '查询码不出现在网址里，手机上不会留下能看懂的痕迹。用完点“离开”。',
          'Your code is never part of an address, and leaves nothing readable on the phone. Choose “Leave” when done.',
          undefined,
          '/follow',
        ),
      ),
      section(
        '怎样写',
        'What to write',
        point(
          '写平台的规则怎样不合理，少写只有你遇到的细节，例如具体的商家和日期。',
          'Write how the platform’s rule is wrong, and less of what only you met, such as a certain shop and date.',
          'final/20',
        ),
        point(
          '几个人遇到同样的问题，可以各自投诉，主管部门会合并办理，结果分别告诉每个人。',
          'If several of you met the same, each may complain; the office deals with them together and tells each the outcome.',
          'final/30',
        ),
      ),
      section(
        '另外的路',
        'Other ways',
        point(
          '拖欠工资、工伤、解除合同，属于劳动监察、社保或者仲裁，可以同时去。',
          'Unpaid wages, injuries and dismissals belong to labour inspection, social insurance or arbitration; you may go there as well.',
        ),
        point(
          '对处罚不服，用“申诉”，由没有参与原决定的人复核。申诉时公司要知道是哪一笔，无法完全匿名。',
          'Against a penalty use “Appeal”: somebody who had no part in it looks again. The company then has to know which one it was, so that this cannot be wholly anonymous.',
          'final/22',
          '/apply/appeal',
        ),
        point(
          '不满意公司的答复，在你的页面点“不满意”，就转到主管部门。',
          'Not content with the answer: say so on your page, and it goes to the office.',
          'final/30',
          '/follow',
        ),
      ),
    ],
  },
];
