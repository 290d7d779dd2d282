import { checks, engine, guards } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { type Text, text } from '../../text.ts';

export const afterUnlabelled = text(
  '规定要求发现未标识的合成信息先标识再传输。',
  'The regulation asks that unlabelled synthetic information be labelled before it goes on.',
);

const modality = (item: number, heading: Text, body: Text): ClauseSource => ({
  number: `4.${item}`,
  heading,
  text: body,
  who: ['provider'],
  duty: 'obligation',
  sanctionedBy: '13',
  answers: [checks.syntheticLabelCoverage, guards.labelling],
  crosswalk: [{ clause: 'final/9.1', difference: afterUnlabelled }],
});

/** Articles 2 to 5: scope, words, explicit labels by kind of content, implicit labels. */
export const labelling: readonly ClauseSource[] = [
  {
    number: '2',
    heading: text('对谁适用', 'Whom it binds'),
    text: text(
      '凡受算法推荐、深度合成、生成式人工智能三部规定约束的网络信息服务提供者，标识生成合成内容时都适用。',
      'All providers under the rules on recommendation, deep synthesis or generative AI, when they label synthetic content.',
    ),
    who: ['provider'],
    duty: 'definition',
    answers: [engine.technique],
    crosswalk: [
      {
        clause: 'final/2.2',
        difference: text(
          '规定把生成合成类列为五类技术之一。',
          'The regulation counts synthesis among its five techniques.',
        ),
      },
    ],
  },
  {
    number: '3',
    heading: text('显式与隐式', 'Explicit and implicit'),
    text: text(
      '由人工智能生成、合成的文字、图片、声音、影像、虚拟场景都在内。人能看到听到的标识叫显式标识，写在文件数据里、不易察觉的叫隐式标识。',
      'Text, pictures, sound, video and virtual scenes made by AI are meant. A label people can see or hear is explicit; one in the file’s data that is hardly noticed is implicit.',
    ),
    who: ['provider', 'user'],
    duty: 'definition',
    answers: [guards.labelling],
  },
  {
    number: '4',
    heading: text('显式标识，导出也带', 'Explicit labels, in exports too'),
    text: text(
      '容易使人混淆或误认的生成合成服务要加显式标识；供下载、复制、导出的文件里也要带着合格的标识。',
      'Synthetic services that could confuse or mislead people carry an explicit label; files offered for download, copying or export carry it as well.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '13',
    answers: [checks.syntheticLabelCoverage, guards.labelling],
    crosswalk: [
      { clause: 'final/9.1', difference: afterUnlabelled },
      {
        clause: 'draft/9.1',
        difference: text('征求意见稿的对应条款。', 'The corresponding clause of the consultation draft.'),
      },
    ],
  },
  modality(
    1,
    text('文字', 'Text'),
    text(
      '开头、结尾或中间合适处有文字或通用符号的提示，或者界面上、文字旁边有醒目提示。',
      'A note in words or a common sign at the start, the end or a fitting place between, or a clear note in the interface or beside the text.',
    ),
  ),
  modality(
    2,
    text('声音', 'Sound'),
    text(
      '开头、结尾或中间有语音或节奏的提示，或者界面上有醒目提示。',
      'A spoken or rhythmic cue at the start, the end or between, or a clear note in the interface.',
    ),
  ),
  modality(
    3,
    text('图片', 'Pictures'),
    text('图上合适的位置有醒目提示。', 'A clear note at a fitting place in the picture.'),
  ),
  modality(
    4,
    text('视频', 'Video'),
    text(
      '第一个画面和播放区周围有醒目提示；片尾和中间也可以有。',
      'A clear note in the first frame and around the player; at the end and in between it may be added.',
    ),
  ),
  modality(
    5,
    text('虚拟场景', 'Virtual scenes'),
    text(
      '进入时的画面有醒目提示；持续使用中也可以有。',
      'A clear note in the opening view; during use it may be added.',
    ),
  ),
  modality(
    6,
    text('其他场景', 'Other cases'),
    text('按应用自身的特点加醒目提示。', 'A clear note that suits the application.'),
  ),
  {
    number: '5',
    heading: text('隐式标识', 'Implicit labels'),
    text: text(
      '文件元数据里写明：是生成合成内容、由谁提供（名称或编码）、内容编号。',
      'The file’s metadata say that it is synthetic, who provided it (name or code) and the content’s number.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '13',
    answers: [checks.implicitLabel, guards.labelling],
    crosswalk: [
      {
        clause: 'final/9.1',
        difference: text(
          '规定只写显著标识，没有元数据的要求。',
          'The regulation speaks of a conspicuous label only, not of metadata.',
        ),
      },
    ],
  },
  {
    number: '5.2',
    heading: text('数字水印（鼓励）', 'Watermarks (encouraged)'),
    text: text('鼓励再加数字水印一类的隐式标识。', 'Adding watermarks or similar implicit labels is encouraged.'),
    who: ['provider'],
    duty: 'encouragement',
    advisory: true,
    answers: [checks.implicitLabel],
  },
];
