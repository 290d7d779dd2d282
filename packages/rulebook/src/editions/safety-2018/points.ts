import { checks, engine, matters, pages, registers } from '../../answers.ts';
import type { Answer } from '../../clause.ts';
import type { ClauseSource } from '../../edition.ts';
import { type Text, text } from '../../text.ts';

const point = (
  number: number,
  heading: Text,
  body: Text,
  answers: readonly Answer[],
  crosswalk: ClauseSource['crosswalk'] = [],
): ClauseSource => ({
  number: `5.${number}`,
  heading,
  text: body,
  who: ['provider'],
  duty: 'obligation',
  answers: [matters.assessment, ...answers],
  crosswalk,
});

/** Article 5: what an assessment looks at, and its eight points of attention. */
export const points: readonly ClauseSource[] = [
  {
    number: '5',
    heading: text('评估什么', 'What is assessed'),
    text: text(
      '评估要全面：服务和新技术合不合法，法定的安全措施管不管用，能不能防住风险；其中八点重点看。',
      'The assessment covers everything: whether service and technique are lawful, whether the safeguards that law and standards ask for work, whether risks are held off; eight points get special attention.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [matters.assessment],
    crosswalk: [
      {
        clause: 'final/27',
        difference: text(
          '规定只要求按国家有关规定评估。',
          'The regulation only asks for an assessment by the state’s rules.',
        ),
      },
    ],
  },
  point(
    1,
    text('要点一：负责人和审核人员', 'Point one: people in charge'),
    text(
      '有没有与服务相称的安全负责人、审核人员或者机构。',
      'Whether there is a safety officer, reviewers or a body that fit the service.',
    ),
    [registers.staff],
    [
      {
        clause: 'final/7',
        difference: text(
          '规定要求人员与服务规模相适应。',
          'The regulation asks for staff in proportion to the service.',
        ),
      },
    ],
  ),
  point(
    2,
    text('要点二：实名与注册信息', 'Point two: real identity'),
    text(
      '怎样核验用户的真实身份，注册信息怎样保存。',
      'How users’ real identity is verified and registration data are kept.',
    ),
    [registers.managementSystems],
    [
      {
        clause: 'final/7',
        difference: text('规定列有用户注册制度。', 'User registration is among the regulation’s systems.'),
      },
    ],
  ),
  point(
    3,
    text('要点三：日志留存', 'Point three: logs'),
    text(
      '账号、操作、网络地址、设备等日志和用户发布的内容怎样保存。',
      'How logs of accounts, actions, addresses and devices, and what users publish, are kept.',
    ),
    [engine.retention, checks.logCoverage, checks.logRetention],
    [
      {
        clause: 'final/28.2',
        difference: text('规定要求依法留存网络日志。', 'The regulation asks for network logs to be kept by law.'),
      },
    ],
  ),
  point(
    4,
    text('要点四：违法有害信息的防范', 'Point four: unlawful and harmful information'),
    text(
      '名称、简介、发布、转发、评论和群组里的违法有害信息怎样防、怎样处置、怎样记录。',
      'How unlawful and harmful information in names, profiles, posts, shares, comments and groups is prevented, dealt with and recorded.',
    ),
    [matters.contentDisposal, registers.featureLibrary],
    [
      {
        clause: 'final/9.2',
        difference: text(
          '规定要求立即停止传输、处置、记录并报告。',
          'The regulation asks to stop, dispose, record and report.',
        ),
      },
    ],
  ),
  point(
    5,
    text('要点五：个人信息与失控风险', 'Point five: personal data and loss of control'),
    text(
      '用什么技术保护个人信息，防止有害信息扩散和动员功能失控。',
      'By what technical means personal data are protected, harmful information kept from spreading and mobilisation from getting out of hand.',
    ),
    [registers.managementSystems, engine.monitoring],
    [
      {
        clause: 'final/7',
        difference: text(
          '规定列有数据安全和个人信息保护制度。',
          'Data security and personal data are among the regulation’s systems.',
        ),
      },
    ],
  ),
  point(
    6,
    text('要点六：投诉举报', 'Point six: complaints and reports'),
    text(
      '投诉举报的制度和方式是否公布，来了是否及时受理和处理。',
      'Whether there is a published way to complain and report, and what comes in is taken up and handled in time.',
    ),
    [matters.complaint, pages.complaints],
    [
      {
        clause: 'final/22',
        difference: text('规定还要求公布流程和反馈时限。', 'The regulation also asks for procedure and time limit.'),
      },
    ],
  ),
  point(
    7,
    text('要点七：配合网信部门', 'Point seven: support for the network office'),
    text(
      '有没有为网信部门监管提供技术、数据支持的办法。',
      'Whether there is an arrangement to support the network office’s supervision with technique and data.',
    ),
    [matters.inspection, matters.logRequest],
    [
      {
        clause: 'final/28.2',
        difference: text('规定要求配合检查并提供支持。', 'The regulation asks to cooperate and support inspections.'),
      },
    ],
  ),
  point(
    8,
    text('要点八：配合公安和国安机关', 'Point eight: support for police and state security'),
    text(
      '有没有为公安、国家安全机关依法办案提供技术、数据支持的办法。',
      'Whether there is an arrangement to support police and state security in their lawful work with technique and data.',
    ),
    [matters.logRequest],
    [
      {
        clause: 'final/28.2',
        difference: text('规定要求配合公安等部门。', 'The regulation asks to cooperate with the police among others.'),
      },
    ],
  ),
];
