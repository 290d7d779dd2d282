import { text } from '@suanjian/rulebook';
import { point, section, type GuidancePage } from './guide-page.ts';

const edited = { version: '1.0', date: '2026-11-22' } as const;

export const forPeople: readonly GuidancePage[] = [
  {
    id: 'your-rights',
    reader: 'people',
    ...edited,
    title: text('推荐算法和你的权利', 'Recommending algorithms and your rights'),
    lead: text(
      '你刷到的视频、看到的价格、搜到的结果，常常由算法决定先后。这一页说明它是什么，你能要求什么。',
      'Which video comes next, which price you see and what a search finds is often decided by an algorithm. This page says what that is and what you may ask for.',
    ),
    sections: [
      section(
        '它是什么',
        'What it is',
        point(
          '规定管五类算法：生成内容的、按个人特点推送的、排序和精选的、检索和过滤的、派单和调度的。一项服务可以同时用好几类。',
          'The regulation covers five kinds: those that generate content, push by personal traits, rank and select, search and filter, and dispatch or decide. One service may use several.',
          'final/2.2',
        ),
        point(
          '它依据的通常是你看过、买过、停留过什么，以及由此得出的标签。它不是人，也会出错。',
          'It mostly goes by what you watched, bought and lingered on, and by tags drawn from that. It is no person, and it errs.',
        ),
      ),
      section(
        '你可以要求什么',
        'What you may ask for',
        point(
          '知道：服务要醒目地告诉你它在用算法，并说清原理、目的和主要机制。',
          'To know: the service tells you plainly that it uses one, and explains its principle, purpose and main workings.',
          'final/16',
        ),
        point(
          '关闭：要有不按你个人特点推荐的选项，或者一个方便的开关；关了就要立刻停。',
          'To switch off: there is an option without your personal traits, or a switch that is easy to find; once off, it stops at once.',
          'final/17.1',
        ),
        point(
          '改标签：可以挑选或者删掉用来给你推荐的个人标签。',
          'To mend your tags: you may choose or delete those by which things are recommended to you.',
          'final/17.2',
        ),
        point(
          '问为什么：对你的权益有重大影响的，可以要求说明。',
          'To ask why: where a result matters greatly to your rights, you may ask for an explanation.',
          'final/17.3',
          '/apply/explanation',
        ),
        point(
          '同样的东西，不因你的习惯和偏好被不合理地区别对待。',
          'Not to be treated differently, without reason, for your habits and tastes.',
          'final/21',
        ),
        point(
          '投诉和申诉：企业要设方便的入口，公布多久答复。',
          'To complain and appeal: there is an easy way to do so, with a published time for the answer.',
          'final/22',
          '/apply',
        ),
      ),
      section(
        '怎样查一项服务',
        'How to look up a service',
        point(
          '在公示库里按名称、公司或者编号查找，看它说自己的算法怎样运行。',
          'Search the register by name, company or number, and read what it says about how its algorithm works.',
          'final/25',
          '/register',
        ),
        point(
          '把应用里写的备案编号拿来核对：编号会不会是错的，是不是已经注销。',
          'Check the filing number that an app shows: whether it is sound, and whether it still holds.',
          'final/26',
          '/check',
        ),
        point(
          '备案内容是企业自己填的，公示不等于认可，也不保证算法没有问题。',
          'What is filed was declared by the company. That it is published is no endorsement and no promise that all is well.',
        ),
      ),
    ],
  },
  {
    id: 'switching-off',
    reader: 'people',
    ...edited,
    title: text('关闭个性化推荐，管理标签', 'Switching off, and minding your tags'),
    lead: text(
      '不想被“猜你喜欢”，怎样关；关了还在推，怎么办。',
      'How to be left alone by “you may like”, and what to do where it goes on regardless.',
    ),
    sections: [
      section(
        '关闭以前',
        'Before you switch off',
        point(
          '入口通常在“设置—隐私”或者“设置—个性化”里，有的在账号页最下面。找几层才找得到，本身就可能不符合“方便”的要求。',
          'The switch is mostly under Settings, in Privacy or Personalisation, at times at the foot of the account page. If it takes many steps, that alone may fall short of “convenient”.',
          'final/17.1',
        ),
        point(
          '关闭的是“按你的个人特点推荐”。关了以后仍会有内容，只是按热度、时间、地区等排列。',
          'What you switch off is recommending by your personal traits. There will still be content, ordered by popularity, time or place.',
        ),
      ),
      section(
        '管理标签',
        'Your tags',
        point(
          '有的服务列出给你打的标签，你可以逐个删掉或者改选。只有“清空全部”而看不到是什么标签的，可以要求说明。',
          'Some services list the tags they gave you, to be deleted or chosen one by one. Where there is only “clear all” and no list, ask for an explanation.',
          'final/17.2',
          '/apply/explanation',
        ),
        point(
          '违法和不良的词语不能成为标签。看到了，请截图并投诉。',
          'Unlawful and harmful words must never be a tag. If you find one, keep a picture of it and complain.',
          'final/10',
          '/apply/complaint',
        ),
      ),
      section(
        '关了还在推',
        'It goes on regardless',
        point(
          '记下关闭的时间，截下开关的状态和之后看到的内容。当天和第二天各留一份，最能说明问题。',
          'Note when you switched off; keep pictures of the switch and of what you were shown afterwards. One of the same day and one of the next say the most.',
        ),
        point(
          '先看这家公司公布的答复时限，再在这里投诉，事由选“关闭个性化推荐后仍被推荐”。可以匿名。',
          'See within what time the company has promised to answer, then complain here and choose “Switched off, still personalised”. You may stay anonymous.',
          'final/22',
          '/apply/complaint',
        ),
        point(
          '公司的日志会留下你关闭的时间和之后每次展示是不是个性化的，主管部门可以据此核查。你不需要自己证明算法怎样运行。',
          'The company’s log holds when you switched off and whether each later showing was personalised; an office can check by that. You need not prove how the algorithm works.',
          'final/28.2',
        ),
        point(
          '超过公司承诺的时限没有答复，投诉会自动转给主管部门。',
          'If the company misses the time it promised, your complaint goes to the office by itself.',
          'final/30',
        ),
      ),
    ],
  },
  {
    id: 'complaining',
    reader: 'people',
    ...edited,
    title: text('投诉、申诉和请求说明', 'Complaining, appealing, asking why'),
    lead: text(
      '觉得不对劲，用哪一种、怎么写、之后会怎样。',
      'Something seems wrong: which way to take, what to write, and what happens then.',
    ),
    sections: [
      section(
        '用哪一种',
        'Which way to take',
        point(
          '投诉举报：说明哪里不对，例如同物不同价、关闭无效、刷榜、诱导沉迷。',
          'Complain or report: say what is wrong, such as another price for the same thing, a switch without effect, bought popularity, luring into addiction.',
          'final/30',
          '/apply/complaint',
        ),
        point(
          '申诉：对一个具体的处理不服，例如封禁、删除、处罚、贴标签。由没有参与原决定的人复核。',
          'Appeal: you do not accept a decision about you, such as a ban, a removal, a penalty, a label. Somebody who had no part in it looks again.',
          'final/22',
          '/apply/appeal',
        ),
        point(
          '请求说明：想知道为什么给你看这个、收这个价、排在这里。',
          'Ask why: you want to know why you were shown this, charged this or ranked here.',
          'final/17.3',
          '/apply/explanation',
        ),
      ),
      section(
        '怎么写',
        'What to write',
        point(
          '写清哪家公司、哪个服务、什么时候、发生了什么。有编号或者订单号最好。',
          'Say which company and service, when, and what happened. A filing or order number is best.',
        ),
        point(
          '说事实，不必引用条款，也不必猜测算法。系统和工作人员会对应到条款。',
          'Tell the facts. You need not cite a clause, nor guess at the algorithm; others find the clause for you.',
        ),
        point(
          '可以匿名。留下联系方式的，由你决定公司能不能知道你是谁。匿名时，别写会让人认出你的细节。',
          'You may stay anonymous. If you leave a contact, you decide whether the company learns who you are. If you stay anonymous, leave out what would point at you.',
        ),
      ),
      section(
        '之后会怎样',
        'What happens then',
        point(
          '你会得到一个查询码，只显示一次，请抄下来。凭它看进度、答复提问、补充证据、撤回，或者要求删除你的个人信息。',
          'You get a code, shown once: write it down. With it you see how things stand, answer questions, add evidence, withdraw, or have what you wrote about yourself erased.',
          undefined,
          '/follow',
        ),
        point(
          '公司按自己公布的时限答复。法律没有规定天数，公布了就要遵守。',
          'The company answers within the time it has published. No law sets the days; what is published binds.',
          'final/22',
          '/punctuality/complaints',
        ),
        point(
          '你不满意，或者公司超期，由主管部门办理，结果和理由都会写在你的页面上。',
          'If you are not content, or the company is late, the office takes over; what it decides, and why, stands on your page.',
          'final/30',
        ),
      ),
    ],
  },
  {
    id: 'children-and-elders',
    reader: 'people',
    ...edited,
    title: text('孩子和老人', 'Children and elders'),
    lead: text(
      '规定对未成年人和老年人有专门的保护。家里人可以怎样用。',
      'The regulation protects minors and older people in particular. How a family can use that.',
    ),
    sections: [
      section(
        '孩子',
        'Children',
        point(
          '服务要有适合未成年人的模式和内容。打开以后，看看首页、搜索和自动播放是不是真的变了。',
          'There must be a mode and content fit for minors. Switch it on and see whether home page, search and autoplay really change.',
          'final/18.1',
        ),
        point(
          '不得向未成年人推送会让其模仿危险动作、违背公德或者染上不良习惯的内容。',
          'Minors must not be pushed what would have them copy dangerous acts, breach public morals or take up bad habits.',
          'final/18.2',
        ),
        point(
          '不得用推荐引诱未成年人沉迷。没有时间提醒、连续自动播放，都值得反映。',
          'Recommendations must not lure minors into addiction. No reminder of the time, or endless autoplay, is worth reporting.',
          'final/18.2',
          '/apply/complaint',
        ),
        point(
          '和孩子一起看一次“为什么推荐这个”，比单纯禁止更有用。',
          'To look together, once, at “why was this recommended” helps more than forbidding alone.',
        ),
      ),
      section(
        '老人',
        'Elders',
        point(
          '服务要照顾老人出行、看病、购物、办事的需要，提供适合老人的版本。',
          'Services consider what elders need to travel, see a doctor, shop and settle things, and offer a fitting version.',
          'final/19',
        ),
        point(
          '平台要识别和处置涉诈信息。接到“高收益”“补税退款”一类推送，先不要点，截图后举报。',
          'Platforms must find and deal with fraud. When “high returns” or “tax refund” is pushed, do not tap: keep a picture and report it.',
          'final/19',
          '/apply/complaint',
        ),
        point(
          '帮老人关掉个性化推荐，推送会少很多。',
          'Switching personalised recommendations off for them leaves far fewer pushes.',
          'final/17.1',
        ),
      ),
      section(
        '代为投诉',
        'Complaining for them',
        point(
          '任何人都可以投诉，不必是本人。写明是替谁反映，不写孩子的姓名和学校。',
          'Anybody may complain, not only the person concerned. Say for whom; leave out a child’s name and school.',
          'final/30',
          '/apply/complaint',
        ),
        point(
          '上传的文件加密保存，每次打开都有记录；事情办完可以要求删除你写的个人信息。',
          'Files are kept sealed and every opening of them is recorded; once it is over you may have what you wrote about yourselves erased.',
        ),
        point(
          '涉及人身安全的，先报警，再投诉。',
          'Where somebody is in danger, call the police first and complain afterwards.',
        ),
      ),
    ],
  },
];
