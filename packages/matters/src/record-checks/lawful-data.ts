import { text } from '@suanjian/rulebook';
import { servingOn, sourceKinds, type TrainingSource } from '../matters/responsibility/registers/releases.ts';
import { judgedBy, type RecordCheck } from './record-check.ts';

/** Kinds of which nobody may help themselves without terms that allow it. */
const needsTerms: ReadonlySet<string> = new Set(['licensed', 'open', 'web', 'people']);

const titleOf = (kind: string) => sourceKinds.find(({ id }) => id === kind)?.label ?? { zh: kind, en: kind };

/** What speaks against using a source on a day. */
const wrongWith = ({ kind, allowed, until, personal, basis }: TrainingSource, today: string) => [
  ...(needsTerms.has(kind) && !allowed
    ? [{ zh: '没有写明许可或者依据', en: 'has no licence or terms on record' }]
    : []),
  ...(until !== undefined && until < today
    ? [{ zh: `许可已于 ${until} 到期`, en: `could be used only until ${until}` }]
    : []),
  ...(personal && basis === undefined
    ? [{ zh: '含有个人信息而没有写明依据', en: 'holds personal data without a ground' }]
    : []),
];

/** Of the releases that serve today: a licence that ran out counts from the next day on. */
export const lawfulData: RecordCheck = {
  id: 'lawful-data',
  question: text(
    '现在提供服务的模型，训练数据的每个来源都有依据、没有过期吗？',
    'Does every source of the training data of what serves today have its licence, in date, and a ground for personal data?',
  ),
  advice: text(
    '补齐许可或者个人信息的依据，续期，或者换掉这个来源后重新训练并登记新版本。',
    'Get the licence or the ground, renew it, or train without that source and record the new release.',
  ),
  judge: ({ registers, today }) => {
    const trained = servingOn(registers?.releases ?? [], today).filter((release) => release.trained);
    return judgedBy(
      trained.reduce((sum, { sources }) => sum + sources.length, 0),
      trained.flatMap(({ algorithm, release, sources }) =>
        sources.flatMap((source, place) =>
          wrongWith(source, today).map(({ zh, en }) => ({
            text: text(
              `「${algorithm}」${release} 的第 ${place + 1} 个来源（${titleOf(source.kind).zh}）${zh}。`,
              `Source ${place + 1} (${titleOf(source.kind).en.toLowerCase()}) of ${release} of “${algorithm}” ${en}.`,
            ),
          })),
        ),
      ),
    );
  },
};
