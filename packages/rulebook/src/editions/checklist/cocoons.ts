import { checks, guards, pages, registers } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Family one, items 1 to 8: echo chambers and addiction. */
export const cocoons: readonly ClauseSource[] = [
  {
    number: '1',
    heading: text('信息茧房：兴趣选择可跳过', 'Echo chambers: choice of interests can be skipped'),
    text: text(
      '选兴趣标签不是使用的前提，标签选择页要能跳过去。',
      'Choosing interest tags is no condition of use; the page that offers them can be skipped.',
    ),
    who: ['provider'],
    duty: 'prohibition',
    answers: [checks.tagsOptional],
    crosswalk: [
      {
        clause: 'final/17.2',
        difference: text(
          '规定给用户选择标签的功能，清单补充不得强制。',
          'The regulation gives the choice of tags; the checklist adds that it is never forced.',
        ),
      },
    ],
  },
  {
    number: '2',
    heading: text('信息茧房：查看标签', 'Echo chambers: tags can be seen'),
    text: text(
      '用户能看到平台给自己推送内容时用到的全部兴趣标签。',
      'Users can see the interest tags that are used when content is pushed to them.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.tagsShown, pages.userControls],
    crosswalk: [
      {
        clause: 'final/17.2',
        difference: text(
          '规定写的是选择或删除，清单先要求看得到。',
          'The regulation speaks of choosing or deleting; the checklist first wants them visible.',
        ),
      },
    ],
  },
  {
    number: '3',
    heading: text('信息茧房：管理标签', 'Echo chambers: tags can be managed'),
    text: text(
      '用户能够自己增加、删除个性化推荐所用的兴趣标签，删掉的不再参与推荐。',
      'Users can add and remove the interest tags that personalise their feed; what they remove plays no part any more.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.deletedTagsUnused, pages.userControls, guards.userControls],
    crosswalk: [
      {
        clause: 'final/17.2',
        difference: text(
          '规定的同一权利，限于针对个人特征的标签。',
          'The same right in the regulation, limited to tags on personal traits.',
        ),
      },
      {
        clause: 'draft/15.2',
        difference: text('征求意见稿还包括修改标签。', 'The consultation draft also has modifying tags.'),
      },
    ],
  },
  {
    number: '4',
    heading: text('信息茧房：关闭推荐', 'Echo chambers: switching recommendation off'),
    text: text(
      '关闭推荐的入口要好找；一关就停，其他功能照常可用，此后不得反复弹窗劝用户重新打开。',
      'The switch is easy to find; off means off at once, everything else keeps working, and the user is not nagged by pop-ups to turn it on again.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.optOutHonoured, checks.optOutReachable, guards.userControls],
    crosswalk: [
      {
        clause: 'final/17.1',
        difference: text(
          '规定要求立即停止，清单另加不影响使用、不频繁提醒。',
          'The regulation asks for stopping at once; the checklist adds that use is not impaired and nobody nagged.',
        ),
      },
      {
        clause: 'draft/15.1',
        difference: text('征求意见稿的对应条款。', 'The corresponding clause of the consultation draft.'),
      },
    ],
  },
  {
    number: '5',
    heading: text('信息茧房：“不感兴趣”', 'Echo chambers: “not interested”'),
    text: text(
      '用户可以说明为什么不想看：话题不合、质量差、太多、重复等；说过之后，这一类内容要明显变少。',
      'Users can say why they do not want something (topic, quality, too much, repeated); after that they get visibly less of its kind.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.negativeFeedback],
    crosswalk: [
      {
        clause: 'final/12',
        difference: text(
          '规定只是鼓励避免不良影响，清单要求具体功能。',
          'The regulation only encourages avoiding ill effects; the checklist wants this function.',
        ),
      },
    ],
  },
  {
    number: '6',
    heading: text('信息茧房：防止沉迷', 'Echo chambers: against addiction'),
    text: text(
      '建立防止沉迷的办法，定期看它是否有效，并能向检查人员说明成效。',
      'There is a way of preventing addiction, its effect is looked at from time to time, and it can be shown to inspectors.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.sessionTails, checks.restReminders],
    crosswalk: [
      {
        clause: 'final/8',
        difference: text(
          '规定禁止诱导沉迷的模型，清单要求有预防和总结。',
          'The regulation bars models that lure into addiction; the checklist wants prevention and its results.',
        ),
      },
    ],
  },
  {
    number: '7',
    heading: text('信息茧房：内容多样', 'Echo chambers: variety'),
    text: text(
      '针对同质化推送要有对策，例如去掉重复、分散相近内容，让推送更丰富，并能拿出效果。',
      'There is a remedy for sameness, such as removing duplicates and spreading similar items apart, so that what is pushed is richer, and its effect can be shown.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.slateDuplicates, checks.repetition, checks.topicNarrowing, guards.dispersal],
    crosswalk: [
      {
        clause: 'final/12',
        difference: text(
          '规定鼓励去重打散，清单把它列为核验内容。',
          'The regulation encourages it; the checklist verifies it.',
        ),
      },
      { clause: 'draft/12', difference: text('征求意见稿曾写成义务。', 'The consultation draft had it as a duty.') },
    ],
  },
  {
    number: '8',
    heading: text('信息茧房：告知与同意', 'Echo chambers: notice and consent'),
    text: text(
      '为推送内容而收集处理哪些个人信息，要告诉用户并取得同意，用到的不得超出已同意的。',
      'Users are told what personal data are collected and processed for pushing content and agree to it; nothing beyond that is used.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.consentedFeatures, registers.modelReleases],
    crosswalk: [
      {
        clause: 'final/16',
        difference: text(
          '规定要求告知算法推荐的情况，个人信息的同意来自个人信息保护法。',
          'The regulation asks for notice of recommendation; consent comes from the personal-information law.',
        ),
      },
    ],
  },
];
