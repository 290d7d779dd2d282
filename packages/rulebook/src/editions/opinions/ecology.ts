import { checks, engine, matters, pages } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Part four, items (12) to (15): direction, openness, innovation, misuse. */
export const ecology: readonly ClauseSource[] = [
  {
    number: '12',
    heading: text('正确导向', 'Right direction'),
    text: text(
      '算法的运用要体现主流价值，把好的内容更准确地送到人面前，信息分发有秩序，引导技术用于善事。',
      'The use of algorithms reflects mainstream values, brings good content to people more precisely, keeps distribution in order, and turns the technique towards good ends.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.qualityShare],
    crosswalk: [
      { clause: 'final/6.1', difference: text('规定中的同一要求。', 'The same requirement in the regulation.') },
      {
        clause: 'final/11',
        difference: text(
          '规定点明首屏、热搜、榜单等重点位置。',
          'The regulation names the positions that matter, such as first screen and charts.',
        ),
      },
    ],
  },
  {
    number: '13',
    heading: text('公开透明', 'Openness'),
    text: text(
      '企业应及时、合理而有效地公开算法的基本原理、优化目标和决策标准，对结果作出说明，保持投诉渠道畅通，消除公众疑虑。',
      'Enterprises publish the basic principle, the optimisation goal and the decision criteria in time, within reason and to effect, explain results, keep a way to complain open, and so put doubts to rest.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [matters.filing, pages.record, matters.explanation, matters.complaint, pages.guidance],
    crosswalk: [
      {
        clause: 'final/16',
        difference: text(
          '规定要求公示基本原理、目的意图和主要运行机制，未列决策标准。',
          'The regulation asks for principle, purpose and main mechanism, not for decision criteria.',
        ),
      },
      {
        clause: 'final/17.3',
        difference: text(
          '规定要求对重大影响依法说明并负责。',
          'The regulation asks for an explanation where the effect is significant.',
        ),
      },
      { clause: 'final/22', difference: text('规定中的投诉渠道。', 'The complaint channel in the regulation.') },
    ],
  },
  {
    number: '14',
    heading: text('鼓励创新', 'Innovation'),
    text: text(
      '支持算法研发及其与各行各业的结合，提高自主可控的能力，保护知识产权，推广自主研发的成果。',
      'Research on algorithms and their use throughout society and the economy is supported, command of the technique strengthened, intellectual property protected, and home-grown work spread.',
    ),
    who: ['office', 'provider'],
    duty: 'encouragement',
    advisory: true,
    answers: [engine.sealedFields, engine.readingLog],
    crosswalk: [
      {
        clause: 'final/29',
        difference: text(
          '规定要求经手人员对商业秘密保密。',
          'The regulation binds those who see trade secrets to confidence.',
        ),
      },
    ],
  },
  {
    number: '15',
    heading: text('防范滥用', 'Against misuse'),
    text: text(
      '不让算法成为干扰舆论、打压对手、损害网民的工具，防止它给意识形态、经济和社会管理带来隐患。',
      'Algorithms must not become a means to disturb public opinion, hold rivals down or harm users, nor a hazard to ideology, the economy or public order.',
    ),
    who: ['provider', 'office'],
    duty: 'prohibition',
    answers: [
      checks.lockstepEngagement,
      checks.rankInversions,
      checks.selfPreference,
      checks.suppressedItems,
      checks.destinationObstruction,
    ],
    crosswalk: [
      {
        clause: 'final/14',
        difference: text('规定列出不得从事的具体操纵行为。', 'The regulation lists the manipulations that are barred.'),
      },
      {
        clause: 'final/15',
        difference: text(
          '规定禁止对其他服务的不合理限制。',
          'The regulation bars unreasonable restriction of other services.',
        ),
      },
      {
        clause: 'draft/13',
        difference: text('征求意见稿把两者写在一条里。', 'The consultation draft has both in one article.'),
      },
    ],
  },
];
