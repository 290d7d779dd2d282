import { text } from '@suanjian/rulebook';
import { point, section, type GuidancePage } from './guide-page.ts';

const edited = { version: '1.0', date: '2026-11-22' } as const;

export const forProviders: readonly GuidancePage[] = [
  {
    id: 'filing',
    reader: 'providers',
    ...edited,
    title: text('企业：怎样办理备案', 'Companies: how to file'),
    lead: text('谁要备案、准备什么、多久办、办完做什么。', 'Who must file, with what, by when, and what comes after.'),
    sections: [
      section(
        '先判断',
        'First find out',
        point(
          '用推荐算法向境内提供服务，并且有舆论属性或者社会动员能力的，要备案。拿不准，用“要不要备案”逐个问题判断。',
          'You file if you offer a service in the mainland by recommending algorithms and it can move public opinion or mobilise people. When in doubt go through “Must I file?”, question by question.',
          'final/24.1',
          '/guide',
        ),
        point(
          '期限从提供服务之日起十个工作日，不是从上架审核通过起。',
          'Ten working days from the day the service is provided, not from the day a shop admitted the app.',
          'final/24.1',
        ),
        point(
          '同一公司的不同算法分别备案；同一算法用在几个产品上，列在一份里。',
          'Different algorithms are filed apart; one algorithm in several products stands in one filing.',
          'final/24.1',
        ),
      ),
      section(
        '准备什么',
        'What to prepare',
        point(
          '先登记主体：名称、信用代码、法定代表人、算法安全负责人和联系方式。',
          'First register who you are: name, credit code, legal representative, the officer for algorithm safety and how to reach them.',
          'final/7',
        ),
        point(
          '算法：属于哪一类、应用在哪里、用什么数据、优化什么目标、有没有人工干预。',
          'The algorithm: its kind, where it is used, on which data, what it optimises, whether people intervene.',
          'final/2.2',
        ),
        point(
          '自评估报告：说明风险和对策。照抄模板、几份一字不差的，会被退回。',
          'A self-assessment with risks and what is done about them. Copied templates come back.',
          'final/24.1',
        ),
        point(
          '拟公示的内容用普通人看得懂的话写：原理、机制、场景、目的。',
          'What will be published, in words that people understand: principle, workings, use, purpose.',
          'final/16',
        ),
      ),
      section(
        '提交以后',
        'After you submit',
        point(
          '省、国家两级共用三十个工作日答复。退回会指明是哪一栏、为什么；补正后重新起算。',
          'Province and nation together have thirty working days. What comes back says which field and why; the time begins anew once it is completed.',
          'final/25',
        ),
        point(
          '拿到编号后，在网站和应用的醒目位置标明，并链接到公示页。',
          'Once you have a number, show it prominently on site and app, linked to the public record.',
          'final/26',
        ),
        point(
          '内容变了，十个工作日内办变更；停止服务，二十个工作日内注销。',
          'What changes is filed within ten working days; when the service ends, cancel within twenty.',
          'final/24.2',
        ),
        point(
          '不得用备案号做宣传，暗示算法得到了认可。',
          'Never use the number for publicity, as if the algorithm had been approved.',
        ),
      ),
    ],
  },
  {
    id: 'responsibility',
    reader: 'providers',
    ...edited,
    title: text('企业：把主体责任落到实处', 'Companies: carrying the responsibility'),
    lead: text(
      '制度不是写给检查看的。这里说哪些要有、怎样证明在用。',
      'Rules are not for show. Here is what there has to be, and how you show that it is used.',
    ),
    sections: [
      section(
        '制度、人、规则',
        'Systems, people, rules',
        point(
          '八项管理制度：机理审核、伦理审查、用户注册、发布审核、数据和个人信息保护、反诈、评估监测、应急。每项写明负责的岗位、版本和复核日期。',
          'Eight management systems: review of mechanisms, ethics review, registration, content review, data and personal data, fraud, assessment and monitoring, emergencies. Each with a responsible post, a version and a day of review.',
          'final/7',
        ),
        point(
          '人员和技术手段要和规模相称；算法安全负责人要真的能叫停一次上线。',
          'People and means to match your size; the officer for algorithm safety must truly be able to stop a release.',
          'final/7',
        ),
        point(
          '服务规则要公开，并且和线上行为一致。说“不用性别”而标签里有性别，就是矛盾。',
          'Service rules are public, and what runs agrees with them. To say “gender is not used” with gender among the tags is a contradiction.',
          'final/16',
        ),
      ),
      section(
        '定期审核',
        'Regular review',
        point(
          '定期审核、评估、验证机理、模型、数据和应用结果。记下看了什么、发现什么、改了什么。',
          'Review mechanism, model, data and results at regular times. Write down what was looked at, found and changed.',
          'final/8',
        ),
        point(
          '不设诱导沉迷、过度消费的目标。以时长为唯一目标的模型，要有反向的约束。',
          'No goals that lure into addiction or over-spending. A model that optimises time spent alone needs something that holds it back.',
          'final/8',
        ),
        point(
          '价格、派单、未成年人、老年人，分别按规定核对，留下结果。',
          'Prices, dispatch, minors and elders: check each against the regulation and keep the outcome.',
          'final/21',
        ),
      ),
      section(
        '用日志说话',
        'Let the log speak',
        point(
          '日志依法至少保存六个月。用户的个人标识先做成加密摘要，再写进日志。',
          'Keep the log for at least six months. People’s ids become keyed hashes before they are written.',
          'final/28.2',
        ),
        point(
          '写得进日志的条款，都有可以运行的检查：关闭后还推不推、标签合不合规、价格有没有不合理差别。自己先跑一遍。',
          'Every clause that a log can decide has a check that runs: what is shown after switching off, which tags are used, whether prices differ without reason. Run them yourselves first.',
          'final/17.1',
        ),
        point(
          '结果可以签名上传，不交出原始数据。检查没有通过，先改，再用同一项检查核实。',
          'Results can be signed and handed in without giving away rows. If a check fails, mend it and run the very same check again.',
          'final/28.2',
        ),
      ),
    ],
  },
  {
    id: 'answering-people',
    reader: 'providers',
    ...edited,
    title: text('企业：答复投诉、申诉和说明请求', 'Companies: answering people'),
    lead: text('答得及时，答得清楚，是最便宜的合规。', 'To answer in time and clearly is the cheapest way to comply.'),
    sections: [
      section(
        '先公布，再遵守',
        'Publish, then keep it',
        point(
          '公布处理流程和反馈时限。法律没有规定天数，你公布的就是你的期限；新版本不会改动旧投诉的期限。',
          'Publish procedure and time limits. No law sets the days; what you publish is your limit, and a new version never moves what an older one promised.',
          'final/22',
        ),
        point(
          '期限内没有答复的，自动转给主管部门，算逾期。每家企业按时答复的件数是公开的，不足十件的不显示。',
          'What is not answered in time goes to the office by itself and counts as late. How many each company answers in time is public, nothing below ten.',
          'final/22',
          '/punctuality/complaints',
        ),
        point(
          '入口要方便：不登录也能提交，手机上能用，不让人找三层菜单。',
          'Make it easy: no account needed, usable on a phone, and not three menus deep.',
          'final/22',
        ),
      ),
      section(
        '怎样答复',
        'How to answer',
        point(
          '先回答对方问的事，再说依据，最后说接下来怎么办。一段话说清，好过五段套话。',
          'Answer what was asked, then say on what grounds, then what comes next. One clear paragraph beats five set phrases.',
        ),
        point(
          '说明“为什么推荐”时，只写留存的决策记录里有的：请求、信号、标签、规则。没有记录的，如实说没有。',
          'Explain from the kept record of the decision alone: request, signals, tags, rules. Where there is no record, say so.',
          'final/17.3',
        ),
        point(
          '申诉由没有参与原决定的人复核，结果可以更轻，不能因为申诉而更重。',
          'An appeal is looked at by somebody who had no part in the decision; it may end lighter, never harsher for having been made.',
          'final/22',
        ),
        point(
          '劳动者和匿名的投诉，不要设法找出是谁。系统不给你看能认出人的内容，反复追问也会被记录。',
          'With complaints of workers or the anonymous, never try to find out who it is. What would point at somebody is kept from you, and asking again and again is on record.',
          'final/20',
        ),
      ),
      section(
        '从投诉里学',
        'Learn from them',
        point(
          '同一事由反复出现，多半不是个别问题。对照检查结果看，先于主管部门发现。',
          'What comes up again and again is rarely one case. Lay it beside the results of your checks and find it before the office does.',
          'final/8',
        ),
        point(
          '改好以后告诉投诉人，也更新公示的内容。',
          'Once it is mended, tell those who complained, and bring your public record up to date.',
          'final/24.2',
        ),
        point(
          '造成安全事件的，按应急制度处置并及时报告。',
          'If it became an incident, handle it by your emergency rules and report it in time.',
          'final/7',
        ),
      ),
    ],
  },
];
