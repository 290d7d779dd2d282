import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import type { FormValues } from '../../../engine/form.ts';
import type { AccountId } from '../../../engine/identity.ts';
import { choice, date, fieldsOf, list, long, optionsFrom, short, yesNo } from '../../common/fields.ts';
import { entriesOf, wordsIn } from '../../common/part.ts';
import { oneStepForms } from '../../common/one-step-form.ts';

/** Where training data come from. */
export const sourceKinds = [
  { id: 'own', label: text('自有业务中收集', 'Collected in one’s own service') },
  { id: 'licensed', label: text('购买或者获得许可', 'Bought or licensed') },
  { id: 'open', label: text('公开发布的数据集', 'An open data set') },
  { id: 'web', label: text('从公开网页采集', 'Gathered from public pages') },
  { id: 'people', label: text('由人编写或者标注', 'Written or labelled by people') },
  { id: 'synthetic', label: text('由模型生成', 'Made by a model') },
] as const;
type SourceKind = (typeof sourceKinds)[number]['id'];

const personalBases = [
  { id: 'consent', label: text('取得个人同意', 'Consent of the people') },
  { id: 'contract', label: text('订立、履行合同所必需', 'Needed for a contract with them') },
  { id: 'law', label: text('法律规定的其他情形', 'Another ground that the law names') },
] as const;

/** What of a source may be told without naming it: enough to judge whether it could be used, and until when. */
export interface TrainingSource {
  readonly kind: SourceKind;
  /** A licence, a permission or terms that allow it stand in the record. */
  readonly allowed: boolean;
  /** The last day on which it may be used; absent where it does not end. */
  readonly until?: CivilDate;
  readonly personal: boolean;
  /** The ground for using personal data. */
  readonly basis?: string;
}

/** One release of one algorithm: what was trained on, who reviewed it, and from when until when it served. */
export interface Release {
  readonly algorithm: string;
  readonly release: string;
  readonly recordedOn: CivilDate;
  readonly recordedBy?: AccountId;
  /** It holds a model that was trained. */
  readonly trained: boolean;
  readonly sources: readonly TrainingSource[];
  readonly review?: { readonly on: CivilDate; readonly by?: AccountId; readonly result: ReviewResult };
  readonly from?: CivilDate;
  readonly until?: CivilDate;
}

export const reviewResults = [
  { value: 'approved', label: text('同意上线', 'May go into service') },
  { value: 'refused', label: text('不同意上线', 'May not') },
] as const;
export type ReviewResult = (typeof reviewResults)[number]['value'];

const secret = fieldsOf('release', 'confidential', 'final/8');
const open = fieldsOf('release', 'public', 'final/8');

const algorithm = open(
  ['算法', 'Algorithm'],
  ['与备案的算法名称一致。', 'By the name under which it is filed.'],
  short(100),
);
const release = open(
  ['版本', 'Release'],
  ['与备案或者日志所写的版本一致。', 'As the filing or the log calls it.'],
  short(60),
);

const formOf = oneStepForms('', 'release');

const trains = ({ trained }: FormValues): boolean => trained === true;
const isPersonal = ({ personal }: FormValues): boolean => personal === true;

/** Before it goes into service: what is new, and what it was trained on. */
export const releaseForm = formOf(
  'model-release',
  ['登记一个版本', 'Record a release'],
  [
    '上线之前登记，由另一个人审核。数据来源按商业秘密加密保存。',
    'Recorded before it goes into service, and reviewed by somebody else. Sources of data are sealed as trade secrets.',
  ],
  {
    algorithm,
    release,
    changes: secret(
      ['改了什么', 'What is new'],
      ['机制、特征、目标或者数据的变化。', 'What changed in mechanism, features, goal or data.'],
      long(2000),
    ),
    trained: open(
      ['含有训练的模型', 'Holds a trained model'],
      ['只有规则的选「否」。', 'No where it is rules alone.'],
      yesNo,
    ),
    sources: secret(
      ['训练数据来源', 'Sources of training data'],
      ['每个来源一行，写明凭什么可以使用。', 'One line each, with what allows its use.'],
      list(
        {
          name: secret(['名称', 'Name'], ['数据集或者来源的名称。', 'Of the data set or source.'], short(200), {
            clause: 'checklist/27',
          }),
          kind: secret(['来源', 'Where from'], ['最接近的一种。', 'The closest.'], choice(optionsFrom(sourceKinds))),
          allowed: secret(
            ['许可或者依据', 'Licence or terms'],
            [
              '许可证、合同编号或者使用条款；没有就不填。',
              'Licence, contract or terms; leave out where there is none.',
            ],
            short(300),
            { required: false },
          ),
          until: secret(
            ['可以使用到', 'May be used until'],
            ['没有期限的不填。', 'Leave out where it does not end.'],
            date,
            { required: false },
          ),
          personal: secret(
            ['含有个人信息', 'Holds personal data'],
            ['去标识化的也选「是」。', 'Yes also where pseudonymous.'],
            yesNo,
          ),
          basis: secret(
            ['处理个人信息的依据', 'Ground for using personal data'],
            ['没有依据就不填，检查会指出来。', 'Leave out where there is none; the check will say so.'],
            choice(optionsFrom(personalBases)),
            { shown: isPersonal, required: false },
          ),
        },
        1,
        100,
      ),
      { shown: trains, clause: 'checklist/27' },
    ),
  },
);

/** What somebody else says of it. */
export const releaseReviewForm = formOf(
  'release-review',
  ['审核一个版本', 'Review a release'],
  ['登记这个版本的人不能审核。', 'Whoever recorded it does not review it.'],
  {
    algorithm,
    release,
    result: open(['结论', 'Result'], ['能否上线。', 'Whether it may go into service.'], choice(reviewResults)),
    opinion: secret(
      ['审核意见', 'Opinion'],
      ['查验了机制、模型、数据和效果的哪些方面。', 'What of mechanism, model, data and effect was looked at.'],
      long(3000),
    ),
  },
);

/** A fact, whether or not it was reviewed: the check says what it thinks of it. */
export const serviceForm = formOf(
  'release-in-service',
  ['记录上线', 'Say that it went into service'],
  ['如实填写；没有先审核的也要记录。', 'As it was, also where nobody had reviewed it before.'],
  {
    algorithm,
    release,
    from: open(
      ['上线日期', 'In service since'],
      ['同一算法的上一个版本到这天为止。', 'The release before ends that day.'],
      date,
    ),
  },
);

const sourceOf = (entry: FormValues): TrainingSource => {
  const until = asCivilDate(wordsIn(entry, 'until'));
  const basis = wordsIn(entry, 'basis');
  const personal = isPersonal(entry);
  return {
    kind: sourceKinds.find(({ id }) => id === entry['kind'])?.id ?? 'own',
    allowed: wordsIn(entry, 'allowed') !== '',
    ...(until === undefined ? {} : { until }),
    personal,
    ...(personal && basis !== '' ? { basis } : {}),
  };
};

/** What a sound form says, without anything that is sealed. */
export const releaseFrom = (values: FormValues): Pick<Release, 'algorithm' | 'release' | 'trained' | 'sources'> => ({
  algorithm: wordsIn(values, 'algorithm'),
  release: wordsIn(values, 'release'),
  trained: trains(values),
  sources: trains(values) ? entriesOf(values, 'sources').map(sourceOf) : [],
});

type Named = Pick<Release, 'algorithm' | 'release'>;

export const isRelease =
  ({ algorithm: of, release: called }: Named) =>
  (each: Named): boolean =>
    each.algorithm === of && each.release === called;

/** Releases that served on a day. */
export const servingOn = (releases: readonly Release[], day: CivilDate): readonly Release[] =>
  releases.filter(({ from, until }) => from !== undefined && from <= day && (until === undefined || day < until));
