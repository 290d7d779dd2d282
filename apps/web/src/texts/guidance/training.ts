import { text, type Text } from '@suanjian/rulebook';
import type { Reader } from './guide-page.ts';

export interface TrainingQuestion {
  readonly id: string;
  readonly question: Text;
  readonly options: readonly Text[];
  /** Place of the right one among the options, from 0. */
  readonly right: number;
  readonly why: Text;
  readonly clause?: string;
}

export interface TrainingSet {
  readonly reader: Reader;
  readonly version: string;
  readonly date: string;
  readonly title: Text;
  readonly questions: readonly TrainingQuestion[];
}

const edited = { version: '1.0', date: '2026-11-22' } as const;

const ask = (
  id: string,
  question: readonly [zh: string, en: string],
  options: readonly (readonly [zh: string, en: string])[],
  right: number,
  why: readonly [zh: string, en: string],
  clause?: string,
): TrainingQuestion => ({
  id,
  question: text(...question),
  options: options.map((option) => text(...option)),
  right,
  why: text(...why),
  ...(clause === undefined ? {} : { clause }),
});

export const trainingSets: readonly TrainingSet[] = [
  {
    reader: 'people',
    ...edited,
    title: text('网民：五个问题', 'For people: five questions'),
    questions: [
      ask(
        'off',
        ['你关闭了个性化推荐。服务什么时候要停止？', 'You switch personalised recommendations off. When must it stop?'],
        [
          ['立刻', 'At once'],
          ['三天以内', 'Within three days'],
          ['下一次更新应用以后', 'After the next update of the app'],
        ],
        0,
        ['规定要求一关就停，没有宽限。', 'The regulation wants it to stop at once; there is no grace.'],
        'final/17.1',
      ),
      ask(
        'endorsed',
        ['一款应用写着“算法已备案”。这说明什么？', 'An app says that its algorithm is filed. What does that tell you?'],
        [
          ['主管部门认可了它', 'The office approved of it'],
          ['企业向主管部门申报过它', 'The company has declared it to the office'],
          ['它不会出错', 'It does not err'],
        ],
        1,
        [
          '备案内容由企业自己填写，公示不是认可。',
          'What is filed is declared by the company; publication is no endorsement.',
        ],
        'final/25',
      ),
      ask(
        'days',
        ['企业要在几天内答复投诉？', 'Within how many days must a company answer a complaint?'],
        [
          ['法律统一规定七天', 'Seven, by law'],
          ['企业自己公布的时限内', 'Within the time that it has published'],
          ['没有期限', 'There is no limit'],
        ],
        1,
        [
          '没有法定天数；企业必须公布时限，公布了就要遵守。',
          'No law sets the days. A company must publish a time, and what it publishes binds it.',
        ],
        'final/22',
      ),
      ask(
        'price',
        [
          '你和朋友同时看同一件商品，价格不同。一定违法吗？',
          'You and a friend see different prices for the same thing at the same time. Is that always unlawful?',
        ],
        [
          ['一定', 'Always'],
          ['不一定，要看差别有没有合理的理由', 'Not always: it depends on whether there is a fair reason'],
          ['价格由企业定，怎样都行', 'Never, prices are free'],
        ],
        1,
        [
          '禁止的是按喜好、习惯作不合理的差别对待；新人券、运费、库存可能是合理的理由。可以要求说明。',
          'What is barred is treating people differently, without reason, for tastes and habits. A welcome coupon, shipping or stock may be a reason. Ask for an explanation.',
        ],
        'final/21',
      ),
      ask(
        'code',
        ['投诉以后的查询码丢了，谁能帮你找回？', 'You have lost the code of your complaint. Who can get it back?'],
        [
          ['主管部门', 'The office'],
          ['企业', 'The company'],
          ['没有人', 'Nobody'],
        ],
        2,
        [
          '系统只存它的摘要，连主管部门也看不到。请在显示时抄下来。',
          'Only a digest is kept, and nobody can turn that back. Write the code down when it is shown.',
        ],
      ),
    ],
  },
  {
    reader: 'workers',
    ...edited,
    title: text('劳动者：四个问题', 'For workers: four questions'),
    questions: [
      ask(
        'seen',
        [
          '你以“劳动者的报酬或工时”投诉并写了订单号。公司能看到订单号吗？',
          'You complain about “A worker’s pay or time” and give an order number. Does the company see the number?',
        ],
        [
          ['能', 'Yes'],
          ['不能', 'No'],
          ['留了姓名才能', 'Only if I give my name'],
        ],
        1,
        [
          '这类投诉里能认出你的内容一律不给公司看。',
          'In complaints of this kind nothing that points at you is shown to the company.',
        ],
        'final/20',
      ),
      ask(
        'rules',
        [
          '派单规则算不算要公示的算法机制？',
          'Do the rules for giving out orders count among what must be explained to the public?',
        ],
        [
          ['算', 'Yes'],
          ['不算，是商业秘密', 'No, they are a trade secret'],
          ['只对主管部门说', 'Only to the office'],
        ],
        0,
        [
          '调度决策是五类算法之一，原理、目的和主要机制都要告知。不必公开代码和参数。',
          'Dispatch is one of the five kinds; its principle, purpose and main workings are told. Code and parameters need not be.',
        ],
        'final/16',
      ),
      ask(
        'penalty',
        ['系统自动扣了你的钱，你不服，用哪一种？', 'The system fined you and you do not accept it. Which way?'],
        [
          ['申诉', 'Appeal'],
          ['只能打官司', 'Only a lawsuit'],
          ['修正公示信息', 'Correction of a record'],
        ],
        0,
        [
          '申诉由没有参与原决定的人复核；不满意再到主管部门。',
          'An appeal is looked at by somebody who had no part in it; after that there is the office.',
        ],
        'final/22',
      ),
      ask(
        'protects',
        ['规定要求保护劳动者的哪些方面？', 'What of workers does the regulation protect?'],
        [
          ['只有报酬', 'Pay alone'],
          [
            '报酬、休息等权益，以及派单、计酬、工时、奖惩的算法',
            'Pay, rest and other rights, in how orders, pay, time, rewards and penalties are reckoned',
          ],
          ['只有人身安全', 'Safety alone'],
        ],
        1,
        ['四个方面的算法都要完善。', 'All four kinds of algorithm are to be mended.'],
        'final/20',
      ),
    ],
  },
  {
    reader: 'providers',
    ...edited,
    title: text('企业：五个问题', 'For companies: five questions'),
    questions: [
      ask(
        'when',
        [
          '服务2月10日上线，备案期限从哪天起算？',
          'A service begins on 10 February. From when does the time to file run?',
        ],
        [
          ['应用商店审核通过之日', 'When the app shop admits it'],
          ['开始提供服务之日', 'When the service begins'],
          ['用户满一万之日', 'When it has ten thousand users'],
        ],
        1,
        ['从提供服务起十个工作日。', 'Ten working days from the day the service is provided.'],
        'final/24.1',
      ),
      ask(
        'change',
        [
          '模型换了，推荐目标没变，要不要变更？',
          'The model was replaced; its goal stays the same. Must the change be filed?',
        ],
        [
          ['不要', 'No'],
          ['备案里写的内容变了就要', 'If anything that was filed is different now'],
          ['等年底一起', 'Together at the end of the year'],
        ],
        1,
        [
          '备案内容变化的，十个工作日内办理；对照备案逐栏看。',
          'Whatever changes in what was filed is filed within ten working days; go through it field by field.',
        ],
        'final/24.2',
      ),
      ask(
        'publicity',
        ['广告里能不能写“算法经国家备案认可”？', 'May an advertisement say “algorithm approved by the state”?'],
        [
          ['能', 'Yes'],
          ['不能', 'No'],
          ['写了编号就能', 'Yes, with the number'],
        ],
        1,
        ['备案不是认可，不得用于宣传。', 'A filing is no approval and must not be used for publicity.'],
        'final/26',
      ),
      ask(
        'record',
        [
          '用户问为什么推荐这条，记录已到期删除。怎么答？',
          'Somebody asks why a thing was recommended, and the record was deleted when its time was over. What do you answer?',
        ],
        [
          ['写一个合理的理由', 'A likely reason'],
          ['如实说记录已到期删除', 'That the record is gone, and why'],
          ['不答', 'Nothing'],
        ],
        1,
        [
          '说明只能依据留存的记录。编造理由比没有记录更严重。',
          'An explanation rests on the kept record alone. An invented reason is worse than none.',
        ],
        'final/17.3',
      ),
      ask(
        'lighter',
        [
          '复核申诉时发现原处理太轻，能不能加重？',
          'On an appeal you find that the decision was too light. May it become harsher?',
        ],
        [
          ['能', 'Yes'],
          ['不能因为申诉而加重', 'Not because of the appeal'],
          ['经负责人批准就能', 'With the head’s consent'],
        ],
        1,
        [
          '否则没有人敢申诉。另有新事实的，另行处理。',
          'Otherwise nobody would dare to appeal. New facts are another matter.',
        ],
        'final/22',
      ),
    ],
  },
  {
    reader: 'offices',
    ...edited,
    title: text('主管部门：五个问题', 'For offices: five questions'),
    questions: [
      ask(
        'clock',
        [
          '省里审查用了二十二个工作日后上报，国家还剩几天？',
          'The province forwards a filing after twenty-two working days. How many are left to the nation?',
        ],
        [
          ['三十天', 'Thirty'],
          ['八天', 'Eight'],
          ['没有期限', 'No limit'],
        ],
        1,
        ['两级合用三十个工作日。', 'Both levels share the thirty working days.'],
        'final/25',
      ),
      ask(
        'fine',
        [
          '查实违反第十七条，企业已经改正，情节不严重。能按规定罚款吗？',
          'A breach of article 17 is proved; the company has put it right and it was not grave. May it be fined under the regulation?',
        ],
        [
          ['能，一万元起', 'Yes, from ten thousand yuan'],
          ['不能，可以警告、通报批评', 'No: a warning and public criticism are possible'],
          ['由负责人决定', 'The head decides'],
        ],
        1,
        [
          '罚款只在拒不改正或者情节严重时，并且和暂停信息更新一起。',
          'A fine needs refusal or gravity, and comes together with suspending updates.',
        ],
        'final/31',
      ),
      ask(
        'two',
        ['一名执法人员能不能单独开展调查？', 'May one officer investigate alone?'],
        [
          ['能', 'Yes'],
          ['不能，不少于两人', 'No, two at least'],
          ['简单的可以', 'In simple cases'],
        ],
        1,
        ['调查、检查都不少于两人，并出示证件。', 'Two at least, who show their papers.'],
        'penalty-law/42',
      ),
      ask(
        'published',
        ['公布的处罚决定在复议中被变更，怎样处理？', 'A published decision is changed on review. What is done?'],
        [
          ['等下次更新页面', 'Wait for the next update'],
          ['三个工作日内撤下并公开说明理由', 'Take it down within three working days and say why'],
          ['改几个字就行', 'Change some words'],
        ],
        1,
        ['撤下并说明，原处留下日期和解释。', 'Take it down and explain; day and reason stay in its place.'],
        'penalty-law/48',
      ),
      ask(
        'check',
        [
          '日志检查的结果是“数据不足”。能当作通过吗？',
          'A check on the log says “not enough data”. Does that count as passed?',
        ],
        [
          ['能', 'Yes'],
          ['不能，也不能当作不通过', 'No, and not as failed either'],
          ['当作不通过', 'It counts as failed'],
        ],
        1,
        [
          '它说明样本不够大，看不出有或没有。要更多的数据，或者由人说明理由核实。',
          'The sample was too small to tell either way. Get more data, or have a person verify it and say why.',
        ],
      ),
    ],
  },
];
