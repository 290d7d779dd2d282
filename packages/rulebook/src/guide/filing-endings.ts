import { clauseIdOf } from '../edition.ts';
import { text } from '../text.ts';
import type { GuideConclusionId, GuideEnding, GuideStep } from './guide.ts';
import { final, step, whoMustFile } from './wording.ts';

const prepareTheForm = step(
  '准备主体信息、算法信息、产品信息、自评估报告和拟公示内容，先登记主体，再填报算法。',
  'Prepare what is asked about the organisation, the algorithm and the product, the self-assessment report and the text to be published. Register the organisation first, then the algorithm.',
);

const assessSafety: GuideStep = final(
  '27',
  '按国家有关规定开展安全评估。',
  'Carry out the safety assessment that the state’s rules ask for.',
);

const labelMaterial: GuideStep = {
  clause: clauseIdOf('labels-2025', '12'),
  text: text(
    '算法生成合成内容的，一并提供内容标识的材料。',
    'If the algorithm generates content, add the material on how that content is labelled.',
  ),
};

/** Where something is to be filed, or has been. */
export const filingEndings = {
  fileNow: {
    answer: 'must-file',
    title: text('需要备案', 'You must file'),
    reasons: [whoMustFile],
    deadline: {
      clause: clauseIdOf('final', '24.1'),
      event: text('开始提供服务', 'the service started'),
      day: 'startedOn',
    },
    nextSteps: [
      prepareTheForm,
      assessSafety,
      labelMaterial,
      step('期限已过的，也应尽快补办。', 'If the time has passed, submit as soon as you can all the same.'),
    ],
  },
  fileAtStart: {
    answer: 'must-file',
    title: text('上线后需要备案', 'You must file once the service starts'),
    reasons: [whoMustFile],
    deadline: { clause: clauseIdOf('final', '24.1'), event: text('开始提供服务', 'the service starts') },
    nextSteps: [
      {
        clause: clauseIdOf('safety-2018', '3.1'),
        text: text(
          '上线以前完成安全评估并提交报告。',
          'Complete the safety assessment and hand in its report before the service starts.',
        ),
      },
      prepareTheForm,
      labelMaterial,
    ],
  },
  fileAgain: {
    answer: 'must-file',
    title: text('补正后需要重新提交', 'You must complete the papers and submit again'),
    reasons: [
      whoMustFile,
      final(
        '25',
        '材料不齐全的不予备案，网信部门应当说明理由。',
        'Incomplete papers are not accepted, and the office must say why.',
      ),
    ],
    nextSteps: [
      step(
        '按说明的理由逐项补正，核对各文件中的名称、模态和产品是否一致。',
        'Mend each point named in the reasons; check that names, modalities and products agree in all papers.',
      ),
      step('重新提交后，答复期限重新计算。', 'After you submit again, the time to answer starts anew.'),
    ],
  },
  awaitAnswer: {
    answer: 'await-answer',
    title: text('等待网信部门答复', 'Wait for the office to answer'),
    reasons: [
      final(
        '25',
        '收到材料后，网信部门应当在期限内备案，或者说明不予备案的理由。',
        'After receiving the papers the office must in time either file them or say why not.',
      ),
    ],
    deadline: {
      clause: clauseIdOf('final', '25'),
      event: text('收到备案材料', 'the papers were received'),
      day: 'submittedOn',
    },
    nextSteps: [
      step(
        '保持联系方式畅通；等待期间信息有变化的，及时说明。',
        'Stay reachable, and say so if anything changes while you wait.',
      ),
    ],
  },
  filed: {
    answer: 'already-filed',
    title: text('已经备案，无需再办', 'It is filed; nothing more to submit'),
    reasons: [final('24.1', '该算法已经履行备案手续。', 'The algorithm has been filed.')],
    nextSteps: [
      final(
        '26',
        '在网站、应用程序的显著位置标明备案编号，并链接到公示信息。',
        'Show the number in a conspicuous place of your website or application, with a link to the public record.',
      ),
      final(
        '24.2',
        '备案的信息一有变化，就从变更之日起计算期限。',
        'As soon as anything filed changes, the time to report it begins.',
      ),
    ],
  },
  fileChange: {
    answer: 'must-change',
    title: text('需要办理变更', 'You must file the change'),
    reasons: [
      final(
        '24.2',
        '备案信息发生变更的，应当在期限内办理变更手续。',
        'When filed information changes, the change must be filed in time.',
      ),
    ],
    deadline: {
      clause: clauseIdOf('final', '24.2'),
      event: text('备案信息发生变更', 'the filed information changed'),
      day: 'changedOn',
    },
    nextSteps: [
      step(
        '打开原备案，逐项填写变化的内容和原因。',
        'Open the filing and enter what has changed, item by item, with the reason.',
      ),
      {
        clause: clauseIdOf('safety-2018', '3'),
        text: text(
          '技术或者用户规模有重大变化的，重新开展安全评估。',
          'After a great change of technique or of the number of users, assess safety again.',
        ),
      },
    ],
  },
  fileCancellation: {
    answer: 'must-cancel',
    title: text('需要办理注销', 'You must cancel the filing'),
    reasons: [
      final(
        '24.3',
        '终止服务的，应当在期限内办理注销备案手续，并作出妥善安排。',
        'When a service ends, its filing must be cancelled in time and proper arrangements made.',
      ),
      final(
        '33.2',
        '没有按要求注销的，网信部门可以直接注销备案。',
        'If that is not done as asked, the office may cancel the filing itself.',
      ),
    ],
    deadline: { clause: clauseIdOf('final', '24.3'), event: text('终止服务', 'the service ends'), day: 'endedOn' },
    nextSteps: [
      step(
        '提前告知用户，安排好数据、费用和未完成的订单。',
        'Tell people beforehand, and settle data, payments and open orders.',
      ),
      final('28.2', '依法继续留存网络日志。', 'Keep the logs for as long as the law asks.'),
    ],
  },
} as const satisfies Partial<Record<GuideConclusionId, GuideEnding>>;
