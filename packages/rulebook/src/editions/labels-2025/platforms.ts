import { checks, guards, pages, registers } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';
import { afterUnlabelled } from './labelling.ts';

const onPlatforms = { who: ['provider'], duty: 'obligation', sanctionedBy: '13' } as const;

/** Articles 6 to 8: platforms that spread content, app stores, user agreements. */
export const platforms: readonly ClauseSource[] = [
  {
    ...onPlatforms,
    number: '6',
    heading: text('传播平台写入传播信息', 'Platforms add how it was spread'),
    text: text(
      '传播平台遇到确认、可能或疑似的生成合成内容，要在元数据里补写：内容属性、平台名称或编码、内容编号。',
      'A platform that spreads content found, declared or suspected to be synthetic adds to the metadata what it is, the platform’s name or code, and the content’s number.',
    ),
    answers: [checks.implicitLabel, guards.labelling],
    crosswalk: [{ clause: 'final/9.1', difference: afterUnlabelled }],
  },
  {
    ...onPlatforms,
    number: '6.1',
    heading: text('元数据写明：是', 'Metadata say so: it is'),
    text: text(
      '核验元数据；写明是生成合成的，在内容旁醒目告诉公众它是。',
      'The metadata are checked; where they say synthetic, a clear note beside the content tells the public that it is.',
    ),
    answers: [checks.unlabelledSynthetic, guards.labelling],
    crosswalk: [{ clause: 'final/9.1', difference: afterUnlabelled }],
  },
  {
    ...onPlatforms,
    number: '6.2',
    heading: text('用户声明：可能是', 'The user says so: it may be'),
    text: text(
      '元数据没有、但发布者自己声明的，醒目告诉公众它可能是生成合成的。',
      'Where the metadata are silent and the publisher declares it, a clear note says that it may be synthetic.',
    ),
    answers: [checks.unlabelledSynthetic, guards.labelling],
    crosswalk: [{ clause: 'final/9.1', difference: afterUnlabelled }],
  },
  {
    ...onPlatforms,
    number: '6.3',
    heading: text('发现痕迹：疑似', 'Traces found: suspected'),
    text: text(
      '元数据没有、也没人声明，但平台检测到标识或其他痕迹的，按疑似处理，醒目告诉公众。',
      'Where neither metadata nor publisher say so but the platform detects a label or other traces, it is treated as suspected, with a clear note.',
    ),
    answers: [checks.unlabelledSynthetic, guards.labelling],
    crosswalk: [{ clause: 'final/9.1', difference: afterUnlabelled }],
  },
  {
    ...onPlatforms,
    number: '6.4',
    heading: text('提供声明功能', 'A way to declare'),
    text: text(
      '平台要有让发布者声明的功能，并提醒他们主动说明内容里有没有生成合成的部分。',
      'The platform offers publishers a way to declare, and reminds them to say whether their content is synthetic in part.',
    ),
    answers: [guards.labelling],
  },
  {
    ...onPlatforms,
    number: '7',
    heading: text('应用商店核验', 'App stores verify'),
    text: text(
      '应用上架时，应用商店要问清是否提供生成合成服务；提供的，核对其标识材料。',
      'When an app is admitted the store asks whether it offers synthesis and, if so, verifies the papers on its labels.',
    ),
    answers: [registers.managementSystems],
  },
  {
    ...onPlatforms,
    number: '8',
    heading: text('用户协议写明', 'In the user agreement'),
    text: text(
      '用户协议讲清标识怎么加、什么样子，并提醒用户读懂有关要求。',
      'The user agreement explains how labels are made and look, and asks users to read and understand what is required.',
    ),
    answers: [pages.serviceRules],
    crosswalk: [
      {
        clause: 'final/7',
        difference: text('规定要求公开服务规则。', 'The regulation asks for published service rules.'),
      },
    ],
  },
];
