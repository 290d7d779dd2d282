import { text } from '@suanjian/rulebook';
import { point, section, type GuidancePage } from './guide-page.ts';

const edited = { version: '1.0', date: '2026-11-22' } as const;

export const forOffices: readonly GuidancePage[] = [
  {
    id: 'reviewing-filings',
    reader: 'offices',
    ...edited,
    title: text('主管部门：审查备案', 'Offices: reviewing a filing'),
    lead: text(
      '怎样看得准、答得及时、退得明白。',
      'How to see clearly, answer in time, and send back so that it is understood.',
    ),
    sections: [
      section(
        '守住期限',
        'Keep the time',
        point(
          '从收到齐全材料的次日起三十个工作日，省和国家合用这一个期限。省里用得越久，国家剩得越少。',
          'Thirty working days from the day after complete papers arrive, for province and nation together. What the province uses the nation lacks.',
          'final/25',
        ),
        point(
          '退回补正算一次答复，重新提交另行起算。不要用多次退回代替决定：第一次就把要补的列全。',
          'A return counts as an answer, and a new time begins when it comes back. Do not return in place of deciding: list all that is missing the first time.',
          'final/25',
        ),
        point(
          '各地是否按时，按月公开。逾期的不因事后办结而消失。',
          'Whether offices keep their time is public. What was late stays late.',
          'final/25',
          '/punctuality',
        ),
      ),
      section(
        '看什么',
        'What to look at',
        point(
          '先看系统找出的矛盾：申报不用的数据出现在标签里，申报“有人工干预”而没有流程，公示内容和正文对不上。',
          'Begin with the contradictions that were found: data said to be unused among the tags, “people intervene” without a procedure, a public text that does not match the form.',
          'final/24.1',
        ),
        point(
          '公示内容普通人能不能看懂。看不懂的，退回时写明哪一句。',
          'Can people understand what will be published? If not, say which sentence when you return it.',
          'final/16',
        ),
        point(
          '分级看五个因素：舆论属性、内容类别、用户规模、数据重要程度、对行为的干预。等级可以改，要写理由。',
          'Grade by five factors: public opinion, kind of content, number of users, weight of the data, influence on what people do. A grade may be overridden with a reason.',
          'final/23',
        ),
      ),
      section(
        '怎样答复',
        'How to answer',
        point(
          '不予备案要写明依据的条款和理由，不能只写“不符合要求”。',
          'A refusal cites the clause and gives the reason; “does not comply” is none.',
          'final/25',
        ),
        point(
          '打开保密和个人字段都会留下记录，企业看得到。需要才打开。',
          'Every opening of a confidential or personal field is recorded and seen by the company. Open what you need.',
          'final/29',
        ),
        point(
          '指导申报人是职责：可以把这里的页面链接写进答复。',
          'To help those who file is part of the work: link these pages in what you write.',
          'opinions/9',
          '/guidance/filing',
        ),
      ),
    ],
  },
  {
    id: 'supervising',
    reader: 'offices',
    ...edited,
    title: text('主管部门：从线索到决定', 'Offices: from a lead to a decision'),
    lead: text(
      '监测、检查、整改、处罚各管一段。次序对了，案子才站得住。',
      'Monitoring, inspection, rectification and penalty each do their part. In the right order the case holds.',
    ),
    sections: [
      section(
        '从线索开始',
        'Begin with what there is',
        point(
          '预警、投诉、自查和审计结果都是线索，不是结论。先看依据够不够，再决定开哪一种事项。',
          'A warning, a complaint, a self-inspection, an audit: all are leads, none a conclusion. See whether there is enough, then choose what to open.',
          'final/28.1',
        ),
        point(
          '与企业有往来的，自己提出回避。系统也会拦下曾为该企业办事的人。',
          'Whoever has had to do with the company steps back. The system, too, stops those who have acted for it.',
          'penalty-law/43',
        ),
      ),
      section(
        '检查',
        'Inspect',
        point(
          '至少两人，先签保密承诺。企业在告知之前看不到任何迹象，不要在别处提前透露。',
          'Two at least, with a signed undertaking of confidence. The company sees no sign before it is told; give it none elsewhere.',
          'final/29',
        ),
        point(
          '现场核对清单按条款列好，能由日志判断的先填上检查结果。双方的说法都写进记录。',
          'The list goes clause by clause, filled in where a log can decide. What both sides say goes into the record.',
          'final/28.1',
        ),
      ),
      section(
        '整改',
        'Have it put right',
        point(
          '写清违反哪条、要做什么、做到什么程度、哪天完成。日期不能落在休息日。',
          'Say which clause, what to do, what shows that it is done, and by which day, never a day off.',
          'final/28.1',
        ),
        point(
          '用同一项检查核实，数据要在整改之后。',
          'Verify by the very same check, on data from after the fix.',
          'final/28.1',
        ),
        point(
          '责令安全评估而企业拒绝的，可以向社会提示风险；完成评估就解除。',
          'Where an assessment was ordered and refused, the public may be told of the risk; lift it once it is made.',
          'safety-2018/13',
          '/risk-notices',
        ),
      ),
      section(
        '处罚',
        'Penalise',
        point(
          '先告知拟作的处罚和理由，听取陈述申辩；较重的告知听证权利。不得因申辩加重。',
          'First tell what is intended and why, and hear the company; for the heavier ones it may ask for a hearing. Never harsher for having defended itself.',
          'penalty-law/45',
        ),
        point(
          '罚款要有依据和条件：规定本身的幅度是一万至十万元，并且只在拒不改正或者情节严重时；第三十二条不设金额，要引用另一部法。',
          'A fine needs its basis and its trigger: the regulation’s own is ten to a hundred thousand yuan, and only on refusal or gravity; article 32 sets none, so another law is cited.',
          'final/31',
        ),
        point(
          '有一定社会影响的决定，送达后可以公布。变更或者撤销的，三个工作日内撤下并说明。',
          'A decision that matters to society may be published once served. If it is changed or annulled, take it down within three working days and say why.',
          'penalty-law/48',
          '/decisions',
        ),
      ),
    ],
  },
];
