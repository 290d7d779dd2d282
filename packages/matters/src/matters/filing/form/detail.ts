import { choices, fieldsOf, files, long, pictures, short, yesNo } from '../../common/fields.ts';
import { isDispatch, isGenerative, usesPersonalTraits } from './conditions.ts';
import { formats, modalityOptions } from './options.ts';

const open = fieldsOf('detail', 'public', 'final/24.1');
const secret = fieldsOf('detail', 'confidential', 'final/24.1');

export const detailFields = {
  introduction: secret(
    ['算法简介', 'Introduction'],
    ['算法解决什么问题、大致怎样做。', 'What problem it solves and roughly how.'],
    long(3000, 6),
  ),
  scenario: open(
    ['使用场景', 'Scenario of use'],
    [
      '用户在哪些产品的哪些功能里遇到它；与公示内容一致。',
      'In which functions of which products people meet it; the same as in the disclosure.',
    ],
    long(1000),
  ),
  purpose: open(
    ['目的意图', 'Purpose'],
    [
      '为什么使用这个算法，希望达到什么结果；与公示内容一致。',
      'Why it is used and what it should achieve; the same as in the disclosure.',
    ],
    long(1000),
    { clause: 'final/16' },
  ),
  flow: secret(
    ['算法流程', 'Flow'],
    ['逐个节点说明：输入、处理、输出。', 'Node by node: input, processing, output.'],
    long(5000, 8),
  ),
  flowChart: secret(
    ['流程图', 'Flow chart'],
    ['与文字说明的节点一致。', 'With the same nodes as the description.'],
    files(3, pictures),
  ),
  inputModalities: secret(
    ['输入数据模态', 'Input modalities'],
    ['算法接收哪些种类的数据。', 'Kinds of data that go in.'],
    choices(modalityOptions),
  ),
  inputFormats: secret(
    ['输入数据格式', 'Input formats'],
    ['每种模态至少有一种格式。', 'At least one format for each modality.'],
    choices(formats),
  ),
  outputModalities: secret(
    ['输出数据模态', 'Output modalities'],
    ['算法给出哪些种类的结果。', 'Kinds of results that come out.'],
    choices(modalityOptions),
  ),
  outputFormats: secret(
    ['输出数据格式', 'Output formats'],
    ['每种模态至少有一种格式。', 'At least one format for each modality.'],
    choices(formats),
  ),
  performance: secret(
    ['算法性能', 'Performance'],
    ['主要指标、测试方法和结果。', 'Main measures, how they were tested, and results.'],
    long(2000),
  ),
  hardware: secret(
    ['硬件要求与部署位置', 'Hardware and where it runs'],
    ['所需软硬件，机房或云的位置。', 'What it needs, and in which data centre or cloud it runs.'],
    long(1000),
  ),
  computation: secret(
    ['计算方式', 'Way of computing'],
    ['云端、端侧或混合；实时或离线。', 'In the cloud, on the device or both; live or offline.'],
    long(1000),
  ),
  personalTraits: open(
    ['结果是否依据个人特征', 'Do results depend on personal traits?'],
    [
      '同样的输入，不同的人得到不同的结果，就选“是”。',
      'Say yes if the same input gives different people different results.',
    ],
    yesNo,
    { clause: 'final/17.1' },
  ),
  optOutEntrance: open(
    ['关闭个性化的入口', 'Where personalisation is switched off'],
    ['用户怎样一步步关闭，写明页面路径。', 'How a person switches it off, step by step from the first page.'],
    short(300),
    { clause: 'final/17.1', shown: usesPersonalTraits, required: false },
  ),
  tagEntrance: open(
    ['选择或删除标签的入口', 'Where tags are chosen or deleted'],
    [
      '用户在哪里查看、修改、删除关于自己的标签；不使用标签的可不填。',
      'Where people see, change and delete the tags about them; leave empty if none are used.',
    ],
    short(300),
    { clause: 'final/17.2', shown: usesPersonalTraits, required: false },
  ),
  workerProtection: open(
    ['劳动者权益保护', 'Protection of workers'],
    [
      '派单、报酬、工时和奖惩规则怎样保护劳动者；不调度劳动者的写“不涉及”。',
      'How rules on orders, pay, hours and penalties protect workers; say so if no workers are dispatched.',
    ],
    long(2000),
    { clause: 'final/20', shown: isDispatch },
  ),
  explicitLabel: open(
    ['显式标识', 'Explicit labels'],
    [
      '人能直接看到或听到的标识：位置、文字、时机。不添加的写明理由。',
      'Labels people see or hear: where, what they say, when. If there are none, why.',
    ],
    long(1000),
    { clause: 'labels-2025/4', shown: isGenerative, required: false },
  ),
  implicitLabel: open(
    ['隐式标识', 'Implicit labels'],
    ['写在文件元数据里的标识及其内容。', 'Labels in the metadata of files, and what they hold.'],
    long(1000),
    { clause: 'labels-2025/5', shown: isGenerative, required: false },
  ),
  labelScreenshots: open(
    ['标识截图', 'Screenshots of the labels'],
    ['每种输出模态至少一张。', 'At least one for each output modality.'],
    files(20, pictures),
    { clause: 'labels-2025/12', shown: isGenerative, required: false },
  ),
  riskMechanism: secret(
    ['算法风险与防范机制', 'Risks and safeguards'],
    ['主要风险，以及各自的防范办法。', 'The main risks, and what is done about each.'],
    long(5000, 8),
    { clause: 'final/8' },
  ),
} as const;
