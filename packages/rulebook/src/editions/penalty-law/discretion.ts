import { clocks, matters, registers } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 27 to 37: what may be imposed, when less, when nothing, and until when. */
export const discretion: readonly ClauseSource[] = [
  {
    number: '27',
    heading: text('涉嫌犯罪的移送', 'Suspected crimes go to justice'),
    text: text(
      '违法行为可能是犯罪的，及时移送司法机关，不能以罚代刑。',
      'Where an act may be a crime it is handed to the judicial authorities in time; a fine does not stand in for prosecution.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.violationCase],
    crosswalk: [
      {
        clause: 'final/31',
        difference: text('规定也写明构成犯罪的追究刑事责任。', 'The regulation, too, leaves crimes to criminal law.'),
      },
    ],
  },
  {
    number: '28',
    heading: text('处罚时一并责令改正', 'Correction is ordered with every penalty'),
    text: text(
      '每次处罚都要责令当事人改正，可以给出期限；违法所得原则上没收。',
      'With every penalty the party is ordered to correct the act, where fitting by a date; unlawful gains are as a rule confiscated.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.violationCase, matters.rectification],
    crosswalk: [
      {
        clause: 'final/31',
        difference: text(
          '规定把责令限期改正列为处罚措施之一。',
          'The regulation lists the order to correct in time among its measures.',
        ),
      },
    ],
  },
  {
    number: '29',
    heading: text('一事一次罚款', 'One act, one fine'),
    text: text(
      '同一个违法行为不得罚款两次；触犯几条规定的，按数额高的那条罚。',
      'One act is not fined twice; where several rules are broken, the highest amount counts.',
    ),
    who: ['office'],
    duty: 'prohibition',
    answers: [matters.violationCase],
    crosswalk: [
      {
        clause: 'final/31',
        difference: text(
          '法律、行政法规另有规定的，规定本身让位。',
          'The regulation gives way where a law or administrative regulation has a rule of its own.',
        ),
      },
    ],
  },
  {
    number: '32',
    heading: text('从轻或减轻', 'Lighter or mitigated'),
    text: text(
      '当事人主动消除危害、受人胁迫或诱骗、主动交代尚未掌握的行为、配合查处有立功等情形，应当轻罚或减罚。',
      'The penalty has to be reduced, within its range or below it, where the party removed the harm, acted under pressure or deceit, confessed what was not known, or helped the investigation notably.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.violationCase, registers.discretion],
    crosswalk: [
      {
        clause: 'final/31',
        difference: text('在规定的幅度内外裁量的依据。', 'The basis of discretion on the regulation’s range.'),
      },
    ],
  },
  {
    number: '33',
    heading: text('不予处罚', 'No penalty'),
    text: text(
      '轻微、及时改正且没有危害的，不罚；初次、危害轻微且及时改正的，可以不罚；能证明自己没有过错的，一般不罚。不罚也要教育。',
      'None for a slight act that was put right in time and harmed nobody; a first act of slight harm, put right in time, may go without; none, as a rule, where the party proves it is not at fault. The party is admonished all the same.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.violationCase, registers.discretion],
    crosswalk: [
      {
        clause: 'final/31',
        difference: text('规定中拒不改正或情节严重才罚款。', 'The regulation fines only on refusal or gravity.'),
      },
    ],
  },
  {
    number: '34',
    heading: text('公布裁量基准', 'Published standards of discretion'),
    text: text(
      '机关可以制定裁量基准来规范自由裁量；定了就要向社会公布。',
      'An authority may set standards that guide its discretion; once set they are published.',
    ),
    who: ['office'],
    duty: 'procedure',
    answers: [registers.discretion],
  },
  {
    number: '36',
    heading: text('追究时效', 'Limitation'),
    text: text(
      '两年内没被发现的行为不再处罚；关系到公民生命健康、金融安全且有危害后果的延长到五年。从行为发生日算，连续或继续的从结束日算；法律另有规定的除外。',
      'After two years in which nobody discovered it an act is no longer penalised; after five if it put people’s lives, health or financial safety at risk and did harm. Counted from the act, or from its end where it continues; unless a law says otherwise.',
    ),
    who: ['office'],
    duty: 'prohibition',
    deadlines: [
      {
        name: 'toProsecute',
        length: 2,
        unit: 'calendar-year',
        direction: 'after',
        event: text('行为发生，或者连续行为结束', 'the act is done, or a continuing act ends'),
        bearer: 'office',
      },
      {
        name: 'toProsecuteGraveHarm',
        length: 5,
        unit: 'calendar-year',
        direction: 'after',
        event: text(
          '危害生命健康、金融安全的行为发生或结束',
          'an act that harmed life, health or financial safety is done or ends',
        ),
        bearer: 'office',
      },
    ],
    answers: [matters.violationCase, clocks.caseToProsecute],
  },
  {
    number: '37',
    heading: text('从旧兼从轻', 'The law at the time, or the lighter'),
    text: text(
      '适用行为当时的规定；作出决定时规定已改，新规定更轻或不再认为违法的，用新的。',
      'The rules at the time of the act apply; where they have changed by the time of the decision and the new ones are milder or allow it, the new.',
    ),
    who: ['office'],
    duty: 'principle',
    answers: [matters.violationCase],
    crosswalk: [
      { clause: 'final/31', difference: text('按行为日选用版本。', 'The edition is chosen by the day of the act.') },
      {
        clause: 'draft/27',
        difference: text(
          '征求意见稿从未生效，不构成更轻的法。',
          'The consultation draft was never law and is no lighter law.',
        ),
      },
    ],
  },
];
