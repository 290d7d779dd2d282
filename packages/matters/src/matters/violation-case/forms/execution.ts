import { measureWords, text } from '@suanjian/rulebook';
import { choice, count, date, fieldsOf, files, list, long, short, yesNo } from '../../common/fields.ts';
import { caseForm } from './lead.ts';
import { measures } from './penalty.ts';

const yuan = text('元', 'yuan');

const handing = fieldsOf('handing', 'public');
export const handingForm = caseForm(
  'handing',
  ['移送', 'Hand over'],
  ['写明移送给谁；理由写在下面。', 'Say to whom; the reason is written below.'],
  { to: handing(['接收机关', 'To whom'], ['写全称。', 'Its full name.'], short(200)) },
);

const service = fieldsOf('service', 'public');
export const serviceForm = caseForm(
  'service',
  ['送达', 'Service'],
  [
    '当场交付，或者七个工作日内送达；电子送达须有企业签字的同意书。',
    'Handed over at once or served within seven working days; electronically only with the company’s signed consent.',
  ],
  {
    way: service(
      ['方式', 'How'],
      ['怎样送达。', 'How it was served.'],
      choice([
        { value: 'in-person', label: text('当场交付或者直接送达', 'In person') },
        { value: 'mail', label: text('邮寄', 'By post') },
        { value: 'electronic', label: text('电子送达', 'Electronically') },
        { value: 'public-notice', label: text('公告送达', 'By public notice') },
      ]),
    ),
    on: service(['送达日期', 'Served on'], ['企业收到的日期。', 'The day on which it was received.'], date),
    consent: service(['签字的同意书', 'Signed consent'], ['企业同意电子送达。', 'To electronic service.'], files(2), {
      shown: ({ way }) => way === 'electronic',
      secrecy: 'confidential',
    }),
    proof: service(['送达回证', 'Proof of service'], ['没有可不交。', 'May be left out.'], files(3), {
      required: false,
      secrecy: 'confidential',
    }),
  },
);

const payment = fieldsOf('payment', 'public');
export const paymentForm = caseForm(
  'payment',
  ['缴款', 'Payment'],
  ['按银行的回单登记；机关不收现金。', 'As the bank’s slip says; the office takes no money itself.'],
  {
    on: payment(['缴款日期', 'Paid on'], ['银行收到的日期。', 'The day on which the bank had it.'], date),
    amount: payment(
      ['金额', 'Amount'],
      ['缴纳的罚款，不含加处。', 'Of the fine, without what is added for lateness.'],
      count(yuan),
    ),
  },
);

const deferral = fieldsOf('deferral', 'confidential');
export const deferralForm = caseForm(
  'deferral',
  ['申请延期或者分期缴款', 'Ask to pay later or in parts'],
  ['确有经济困难的，写明理由和打算。', 'In real hardship; say why, and how you mean to pay.'],
  { why: deferral(['理由和计划', 'Why, and how'], ['日期和金额。', 'Days and amounts.'], long(3000, 5)) },
);

const plan = fieldsOf('plan', 'public');
export const planForm = caseForm(
  'plan',
  ['延期或者分期', 'Later or in parts'],
  [
    '一笔为延期，几笔为分期；合计为尚未缴纳的罚款。',
    'One part defers it, several make instalments; together they are what is still owed.',
  ],
  {
    parts: plan(
      ['各笔', 'Parts'],
      ['日期为工作日，依次排列。', 'On working days, in order.'],
      list(
        {
          on: plan(['日期', 'Day'], ['最迟缴款的日期。', 'The last day to pay it.'], date),
          amount: plan(['金额', 'Amount'], ['这一笔的金额。', 'Of this part.'], count(yuan)),
        },
        1,
        24,
      ),
    ),
  },
);

const executing = fieldsOf('executing', 'public');
export const executedForm = caseForm(
  'executing',
  ['执行', 'Execution'],
  ['罚款按缴款登记，不在这里登记。', 'Of every measure but the fine, whose payments are registered apart.'],
  {
    measure: executing(
      ['处罚', 'Penalty'],
      ['已经执行的一项。', 'The one that was carried out.'],
      choice(measures.filter((value) => value !== 'fine').map((value) => ({ value, label: measureWords[value] }))),
    ),
    on: executing(['执行日期', 'On'], ['已经执行的日期。', 'The day on which it was.'], date),
  },
);

const review = fieldsOf('review', 'public');
export const reviewForm = caseForm(
  'review',
  ['复议或者诉讼', 'Review or litigation'],
  ['不停止执行；期间不计算加处罚款。', 'Does not stop execution; nothing is added for lateness meanwhile.'],
  {
    kind: review(
      ['种类', 'Kind'],
      ['复议或者诉讼。', 'Review or litigation.'],
      choice([
        { value: 'reconsideration', label: text('行政复议', 'Administrative reconsideration') },
        { value: 'litigation', label: text('行政诉讼', 'Litigation') },
      ]),
    ),
    on: review(['受理日期', 'Taken up on'], ['机关或者法院受理的日期。', 'By the authority or the court.'], date),
  },
);

export const reviewEndForm = caseForm(
  'review',
  ['复议或者诉讼结果', 'Outcome of the review'],
  [
    '变更、撤销、确认违法或者无效的，公开过的决定须在三个工作日内撤下并说明。',
    'Where the decision is changed, annulled, found unlawful or void, what was published is withdrawn within three working days and explained.',
  ],
  {
    outcome: review(
      ['结果', 'Outcome'],
      ['按文书的结论。', 'As the judgement says.'],
      choice([
        { value: 'upheld', label: text('维持', 'Upheld') },
        { value: 'changed', label: text('变更', 'Changed') },
        { value: 'annulled', label: text('撤销', 'Annulled') },
        { value: 'unlawful', label: text('确认违法', 'Found unlawful') },
        { value: 'void', label: text('确认无效', 'Found void') },
        { value: 'withdrawn', label: text('撤回申请或者起诉', 'Given up') },
      ]),
    ),
    on: review(['日期', 'On'], ['文书生效的日期。', 'The day on which it took effect.'], date),
    fine: review(['变更后的罚款', 'The fine as changed'], ['没有罚款的写 0。', '0 where there is none.'], count(yuan), {
      shown: ({ outcome }) => outcome === 'changed',
    }),
  },
);

/** More than any notice needs. */
export const mostAmendments = 50;

const publication = fieldsOf('publication', 'public');
const published = {
  words: publication(['公开的内容', 'What is published'], ['任何人都能看到。', 'Anybody reads it.'], long(4000, 8)),
  checked: publication(
    ['没有秘密和个人信息', 'No secrets, nothing personal'],
    ['已经核对。', 'Has been checked.'],
    yesNo,
  ),
};
const explanation = (field: typeof publication) =>
  field(
    ['更正了什么', 'What was corrected'],
    ['任何人都能看到；原来的内容不再显示。', 'Anybody reads it; what stood there before is shown no more.'],
    long(1000, 3),
  );
export const publicationForm = caseForm(
  'publication',
  ['公开决定', 'Publish the decision'],
  [
    '有一定社会影响的才公开。写明当事人、事实、依据和结果，不写秘密和个人信息。',
    'Only what matters to society. Party, facts, basis and outcome; no secrets, nothing personal.',
  ],
  published,
);
export const correctionForm = caseForm(
  'publication',
  ['更正公开的内容', 'Correct what was published'],
  [
    '写错了的更正，并说明更正了什么。决定本身被变更或者撤销的，不是更正，须撤回公开。',
    'For what was written wrongly, saying what was corrected. Where the decision itself was changed or annulled, that is no correction: it is withdrawn.',
  ],
  { ...published, explanation: explanation(publication) },
);
const amendments = fieldsOf('amendments', 'public');
/** Every correction, oldest first. */
export const amendmentsForm = caseForm(
  'amendments',
  ['更正', 'Corrections'],
  ['按先后排列。', 'In the order in which they were made.'],
  {
    entries: amendments(
      ['更正', 'Corrections'],
      ['公开之后更正的内容。', 'Of what was published.'],
      list(
        {
          on: amendments(['日期', 'Day'], ['更正的日期。', 'On which it was corrected.'], date),
          explanation: explanation(amendments),
        },
        0,
        mostAmendments,
      ),
      { required: false },
    ),
  },
);
export const withdrawalForm = caseForm(
  'publication',
  ['撤回公开', 'Withdraw what was published'],
  ['写明为什么撤回，原来的位置会显示这段说明。', 'Say why; the explanation stands in its place.'],
  { words: publication(['说明', 'Explanation'], ['任何人都能看到。', 'Anybody reads it.'], long(2000, 4)) },
);
