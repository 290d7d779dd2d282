import { asCivilDate, text } from '@suanjian/rulebook';
import type { FormValues } from '../../../engine/form.ts';
import { choice, date, fieldsOf, files, list, long, short, yesNo } from '../../common/fields.ts';
import { dataSourceOptions, modelSourceOptions, reviewModeOptions } from './options.ts';

const secret = fieldsOf('data-and-models', 'confidential', 'final/24.1');

const fromThirdParty = ({ source }: FormValues): boolean => source === 'third-party';
const notOwn = ({ source }: FormValues): boolean => source === 'third-party' || source === 'open-source';
const reviews = (mode: unknown): boolean => typeof mode === 'string' && mode !== '' && mode !== 'none';
const calendarDay = (value: string) =>
  asCivilDate(value) === undefined ? text('应为日历上存在的日期。', 'should be a day of the calendar.') : undefined;

export const modelFields = {
  name: secret(['模型名称', 'Name of the model'], ['每个模型一项。', 'One entry for each model.'], short(100)),
  version: secret(['模型版本', 'Version'], ['当前上线的版本。', 'The version in use.'], short(60)),
  versionDate: secret(
    ['版本日期', 'Date of the version'],
    ['该版本完成的日期。', 'When this version was completed.'],
    date,
    { check: calendarDay },
  ),
  source: secret(
    ['来源', 'Origin'],
    ['自研、开源或第三方。', 'Own, open source, or from another party.'],
    choice(modelSourceOptions),
  ),
  supplier: secret(
    ['模型提供方', 'Who supplies it'],
    ['第三方单位或开源项目的全称。', 'Full name of the other party or the open project.'],
    short(120),
    { shown: notOwn },
  ),
  filingNumber: secret(
    ['第三方模型备案编号', "The model's filing number"],
    ['第三方模型自己的算法备案编号，21 位数字。', "The other party's own filing number, 21 digits."],
    short(60),
    { shown: fromThirdParty, required: false },
  ),
  contract: secret(
    ['合作协议', 'Contract'],
    ['与提供方的协议或授权书。', 'The agreement or licence with the supplier.'],
    files(3),
    { shown: fromThirdParty, required: false },
  ),
  contractUntil: secret(
    ['协议或许可有效期至', 'Contract or licence valid until'],
    ['长期有效的可不填。', 'Leave empty if it does not expire.'],
    date,
    { shown: notOwn, required: false, check: calendarDay },
  ),
  description: secret(
    ['模型说明', 'Description'],
    ['结构、规模、训练方式，在流程中的作用。', 'Structure, size, how it was trained, its part in the flow.'],
    long(3000, 5),
  ),
} as const;

export const dataSetFields = {
  name: secret(
    ['数据集名称', 'Name of the data set'],
    ['每个数据集一项。', 'One entry for each data set.'],
    short(100),
  ),
  source: secret(
    ['来源', 'Origin'],
    ['开源、自建、采购或用户产生。', 'Open, own, bought, or from users.'],
    choice(dataSourceOptions),
  ),
  collectedFrom: secret(['收集开始日期', 'Collected from'], ['不清楚的可不填。', 'Leave empty if not known.'], date, {
    required: false,
    check: calendarDay,
  }),
  collectedUntil: secret(
    ['收集结束日期', 'Collected until'],
    ['仍在收集的可不填。', 'Leave empty if still being collected.'],
    date,
    { required: false, check: calendarDay },
  ),
  size: secret(['规模', 'Size'], ['条数、时长或字节数。', 'Records, hours or bytes.'], short(100)),
  personal: secret(
    ['含个人信息', 'Holds personal information'],
    ['含有可识别个人的信息就选“是”。', 'Yes if people can be identified from it.'],
    yesNo,
  ),
  basis: secret(
    ['取得个人信息的依据', 'Basis for personal information'],
    ['例如取得同意的方式。', 'For example how consent was obtained.'],
    long(1000),
    { shown: ({ personal }) => personal === true },
  ),
  description: secret(
    ['内容与处理', 'Content and treatment'],
    ['包含什么，怎样清洗、标注和筛除不良内容。', 'What it contains; how it was cleaned, labelled and sifted.'],
    long(2000),
  ),
} as const;

export const dataAndModelFields = {
  models: secret(
    ['算法模型', 'Models'],
    ['逐个填写算法用到的模型。', 'Every model the algorithm uses.'],
    list(modelFields, 1, 50),
  ),
  trainingData: secret(
    ['训练数据集', 'Training data'],
    ['逐个填写；只用规则、不训练的可不填。', 'Each data set; leave empty if nothing is trained.'],
    list(dataSetFields, 0, 100),
    { required: false },
  ),
  serviceData: secret(
    ['服务中使用的数据来源', 'Data used in the service'],
    ['运行时读取哪些数据、从哪里来。', 'What is read while it runs, and where it comes from.'],
    long(2000),
  ),
  updateFrequency: secret(
    ['更新频率', 'How often it is updated'],
    ['模型和数据多久更新一次。', 'How often models and data are renewed.'],
    short(200),
  ),
  resultSharing: secret(
    ['中间结果共享', 'Sharing of intermediate results'],
    [
      '特征、标签等中间结果给谁用；不共享的写“不共享”。',
      'Who else uses features, tags and the like; say so if nobody does.',
    ],
    long(1000),
  ),
  interventionPolicy: secret(
    ['干预策略', 'Intervention policy'],
    ['何时、由谁、怎样人工干预结果。', 'When, by whom and how results are changed by hand.'],
    long(3000, 5),
    { clause: 'final/11' },
  ),
  inputReview: secret(
    ['输入内容审核方式', 'Review of input'],
    ['用户输入进入算法前怎样审核。', 'How what people enter is reviewed before it reaches the algorithm.'],
    choice(reviewModeOptions),
    { clause: 'final/9.2' },
  ),
  inputReviewScope: secret(
    ['输入审核范围', 'Scope of input review'],
    ['审核哪些内容、依据什么规则、命中后怎样处置。', 'What is reviewed, by which rules, and what follows a hit.'],
    long(2000),
    { clause: 'final/9.2', shown: ({ inputReview }) => reviews(inputReview), required: false },
  ),
  outputReview: secret(
    ['输出结果审核方式', 'Review of output'],
    ['结果展示前怎样审核。', 'How results are reviewed before they are shown.'],
    choice(reviewModeOptions),
    { clause: 'final/9.2' },
  ),
  outputReviewScope: secret(
    ['输出审核范围', 'Scope of output review'],
    ['审核哪些内容、依据什么规则、命中后怎样处置。', 'What is reviewed, by which rules, and what follows a hit.'],
    long(2000),
    { clause: 'final/9.2', shown: ({ outputReview }) => reviews(outputReview), required: false },
  ),
} as const;
