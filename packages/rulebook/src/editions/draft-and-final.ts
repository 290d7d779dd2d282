import { type Text, text } from '../text.ts';

/** One row of the crosswalk between the draft and the regulation in force. It is read from both sides, so it says what each edition asks, not "more" or "less". */
export interface Pair {
  readonly draft: string;
  readonly final: string;
  readonly difference: Text;
}

const pair = (draft: string, final: string, zh: string, en: string): Pair => ({
  draft,
  final,
  difference: text(zh, en),
});

const same = (draft: string, final: string): Pair => pair(draft, final, '要求相同。', 'Both ask the same.');

export const draftAndFinal: readonly Pair[] = [
  pair(
    '1',
    '1',
    '草案说“健康发展”，现行规定另加“有序”。',
    'The draft speaks of sound growth; the regulation in force adds "orderly".',
  ),
  same('2', '2.1'),
  pair(
    '2',
    '2.2',
    '五类技术相同；草案写在同一条里。',
    'The same five techniques; the draft’s clause holds scope and definition together.',
  ),
  pair(
    '3',
    '3.1',
    '草案只有网信部门；现行规定加上电信、公安、市场监管等部门。',
    'The draft knows only the network offices; the regulation in force adds the telecom, police, market and other departments.',
  ),
  pair(
    '3',
    '3.2',
    '草案到省级网信部门为止；现行规定是“地方”，不限于省级，并有多个部门。',
    'The draft stops at provincial network offices; the regulation in force speaks of local offices at any level and of several departments.',
  ),
  same('4', '4'),
  same('5', '5'),
  same('6.1', '6.1'),
  pair(
    '6.2',
    '6.2',
    '现行规定写明公共利益，并要求采取措施防范不良信息；草案没有。',
    'The regulation in force names the public interest and asks for measures against undesirable information; the draft does not.',
  ),
  pair(
    '7',
    '7',
    '草案七项制度；现行规定八项，新增科技伦理审查和反电信网络诈骗，数据安全与个人信息合为一项，并要求技术措施。',
    'The draft lists seven systems; the regulation in force eight: it adds ethics review and prevention of telecom fraud, joins data security with personal information, and asks for technical measures too.',
  ),
  pair(
    '8',
    '8',
    '草案写“高额消费”和公序良俗；现行规定写“过度消费”和违法、违背伦理。',
    'The draft says "high spending" and public morals; the regulation in force says "excessive spending" and breach of law or ethics.',
  ),
  pair(
    '9.1',
    '9.1',
    '草案称信息内容管理，现行规定称信息安全管理，其余相同。',
    'The draft manages content, the regulation in force information security; otherwise the same.',
  ),
  pair(
    '9.2',
    '9.2',
    '草案只向网信部门报告；现行规定还要向有关部门报告。',
    'The draft reports to the network office only; the regulation in force also to the other departments.',
  ),
  pair(
    '10',
    '10',
    '草案禁止歧视性、偏见性标签；现行规定删去，改为要求标签管理规则。',
    'The draft forbids discriminatory and biased tags; the regulation in force drops this and asks for rules on tag management.',
  ),
  pair(
    '11',
    '11',
    '要求相同；草案下可以罚款（第27条），现行规定下按其他法律处理（第32条）。',
    'The same duty; under the draft it can be fined (article 27), under the regulation in force it is handled by other laws (article 32).',
  ),
  pair(
    '12',
    '12',
    '草案是义务，有罚则；现行规定只是鼓励，没有罚则。',
    'A duty with a penalty in the draft; only encouraged, without penalty, in the regulation in force.',
  ),
  pair(
    '13',
    '14',
    '草案还写有网页导航、流量造假和劫持、自我优待；现行规定删去，竞争部分移到第十五条。',
    'The draft also names navigation, inflated and hijacked traffic and self-preference; the regulation in force drops these and moves competition to article 15.',
  ),
  pair(
    '13',
    '15',
    '草案只在一处提到不正当竞争；现行规定单列一条，并禁止限制和妨碍他方服务。',
    'The draft mentions unfair competition in passing; the regulation in force gives it an article and forbids restricting or obstructing other services.',
  ),
  pair(
    '14',
    '16',
    '草案要求公示运行机制；现行规定只要求主要运行机制。',
    'The draft wants the mechanism published; the regulation in force the main mechanisms.',
  ),
  pair(
    '15.1',
    '17.1',
    '要求相同；草案下按其他法律处理，现行规定下可以罚款（第31条）。',
    'The same duty; under the draft handled by other laws, under the regulation in force it can be fined (article 31).',
  ),
  pair(
    '15.2',
    '17.2',
    '草案是选择、修改或删除标签；现行规定是选择或删除，且只限针对个人特征的标签。',
    'The draft: choose, change or delete tags; the regulation in force: choose or delete, and only tags about personal traits.',
  ),
  pair(
    '15.3',
    '17.3',
    '草案是用户请求说明和补救的权利；现行规定是提供者依法说明并负责的义务。',
    'In the draft a right of the user to ask for explanation and remedy; in the regulation in force a duty of the provider to explain and answer for it.',
  ),
  same('16', '18.1'),
  same('16', '18.2'),
  pair(
    '17',
    '20',
    '现行规定写明劳动报酬和休息休假；草案只说劳动者权益。',
    'The regulation in force names pay, rest and leave; the draft speaks of workers’ rights in general.',
  ),
  pair(
    '18',
    '21',
    '草案保护消费者权益；现行规定具体到公平交易的权利。',
    'The draft protects consumers’ rights; the regulation in force the right to fair dealing in particular.',
  ),
  pair(
    '19',
    '23',
    '草案由国家网信部门负责，看数据敏感程度；现行规定由多部门负责，看数据重要程度。',
    'In the draft the national network office grades and looks at the sensitivity of data; in the regulation in force several departments grade and look at its importance.',
  ),
  pair(
    '20.1',
    '24.1',
    '同为十个工作日；不备案在草案依第29条处理，现行规定依第31条。',
    'Ten working days in both; failing to file falls under article 29 of the draft and article 31 of the regulation in force.',
  ),
  pair(
    '20.2',
    '24.2',
    '草案五个工作日，现行规定十个工作日。',
    'Five working days in the draft, ten in the regulation in force.',
  ),
  pair(
    '20.3',
    '24.3',
    '草案在停止服务前三十个工作日，现行规定在停止服务后二十个工作日内。',
    '30 working days before the service ends in the draft; within 20 working days after it in the regulation in force.',
  ),
  same('21', '25'),
  same('22', '26'),
  same('23.1', '27'),
  pair(
    '23.2',
    '28.2',
    '草案写明至少六个月；现行规定只说依法留存，六个月来自网络安全法。',
    'The draft says six months at least; the regulation in force says "as the law requires", and the six months come from the network security law.',
  ),
  pair(
    '24.1',
    '28.1',
    '草案由国家和省级网信部门会同主管部门；现行规定由各级网信与电信、公安、市场监管等部门。',
    'National and provincial network offices with other departments in the draft; network offices of any level with telecom, police, market and other departments in the regulation in force.',
  ),
  pair(
    '24.2',
    '28.2',
    '现行规定把配合义务和留存日志写在同一款。',
    'The regulation in force puts cooperation and the keeping of logs in one paragraph.',
  ),
  pair(
    '25',
    '29',
    '草案写“严格保密”并禁止出售；现行规定写依法保密，未单列出售。',
    'The draft says "strictly" and forbids selling; the regulation in force says "by law" and does not name selling.',
  ),
  pair(
    '26.1',
    '22',
    '现行规定要求公布流程和反馈时限；草案没有。',
    'The regulation in force asks for a published procedure and time limit; the draft does not.',
  ),
  pair(
    '26.2',
    '22',
    '草案单列申诉；现行规定与投诉举报合为一条，并要求公布流程和反馈时限。',
    'The draft treats appeals apart; the regulation in force joins them with complaints and asks for a published procedure and time limit.',
  ),
  pair(
    '27',
    '31',
    '草案罚五千至三万元；现行规定罚一万至十万元，所列条款不同，并让位于法律、行政法规。',
    'The draft fines 5,000 to 30,000 yuan; the regulation in force 10,000 to 100,000, covers other clauses, and gives way to laws and administrative regulations.',
  ),
  pair('28', '32', '做法相同，所列条款不同。', 'The same approach over a different list of clauses.'),
  pair(
    '29.1',
    '33.1',
    '草案包括不备案，拒不改正或者情节严重时罚五千至三万元；现行规定只管骗取备案，只在情节严重时罚一万至十万元。',
    'The draft includes not filing, and fines 5,000 to 30,000 yuan on refusal or gravity; the regulation in force covers only filings obtained by falsehood, and fines 10,000 to 100,000 yuan only for gravity.',
  ),
  pair(
    '29.1',
    '31',
    '不备案在草案归第29条，在现行规定归第31条。',
    'Not filing falls under article 29 of the draft and under article 31 of the regulation in force.',
  ),
  pair(
    '29.2',
    '33.2',
    '基本相同；现行规定还列出吊销营业执照。',
    'Much the same; the regulation in force also names withdrawal of the business licence.',
  ),
  pair(
    '30',
    '35',
    '草案没有写明日期，从未生效；现行规定自二〇二二年三月一日起生效。',
    'The draft leaves the day blank and never came into force; the regulation has been in force since 1 March 2022.',
  ),
];
