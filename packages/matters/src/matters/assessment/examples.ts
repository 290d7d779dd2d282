import type { FormValues } from '../../engine/form.ts';
import { exampleFile, exampleRecommender } from '../filing/definition.ts';
import { selfAssessmentFields } from '../filing/definition.ts';
import type { EvidenceEntry } from './form/evidence.ts';
import type { RiskRow } from './form/risks.ts';
import { riskKinds, type Template } from './options.ts';
import { answerField, questionsFor } from './questions.ts';

const row = (kind: string): RiskRow => ({
  kind,
  present: true,
  description: '可能影响部分读者。',
  likelihood: '3',
  effect: '4',
  measures: '监测、复核，超过阈值自动停用。',
  remainingLikelihood: '2',
  remainingEffect: '3',
  post: '推荐算法负责人',
});

const setup = (template: Template): FormValues => ({
  template,
  algorithmName: exampleRecommender.algorithmName,
  techniques: ['personalised-push'],
  role: 'provider',
  version: exampleRecommender.version,
  versionSince: '2026-03-16',
  periodFrom: '2026-03-16',
  periodUntil: '2026-03-18',
  kind: 'self',
  responsiblePerson: '王例',
  outcome: 'under-control',
  risks: [...riskKinds.slice(0, 4).map(row), { kind: 'data', present: false, whyAbsent: '只用公开的文章信息。' }],
});

const shown = (form: FormValues): readonly EvidenceEntry[] =>
  questionsFor(form).map(({ id }) => ({
    about: id,
    kind: 'document',
    file: [exampleFile(`${id}.pdf`, '7')],
    takenOn: '2026-03-18',
  }));

const answered = (template: Template, more: FormValues): FormValues => {
  const form = { ...setup(template), ...more };
  return {
    ...form,
    summary: '各项均已落实，剩余风险为低。',
    ...Object.fromEntries(questionsFor(form).map((question) => [answerField(question), 'met'])),
    evidence: shown(form),
  };
};

/** A self-inspection by the 27 items, complete and without gaps. Fictional throughout. */
export const exampleAssessment: FormValues = answered('checklist-2024', { setsPrices: true });

/** An assessment under the 2018 rules, occasioned by many more users. */
export const exampleSafetyAssessment: FormValues = answered('safety-2018', {
  trigger: 'growth',
  triggeredOn: '2026-03-17',
  serviceFunctions: '文章推荐与评论，面向全国读者。',
  facilities: '云主机 8 台，深圳机房。',
  licences: '增值电信业务经营许可证，有效期至 2028-12-31。',
  lawfulness: '依法开展服务，没有使用未经评估的新技术。',
  effectiveness: '制度逐项落实，处置平均用时十分钟。',
});

const self = { ...setup('self-assessment'), ...pickedFrom(exampleRecommender) };

/** The same self-assessment that its filing was handed in with. */
export const exampleSelfAssessment: FormValues = { ...self, evidence: shown(self) };

function pickedFrom(form: FormValues): FormValues {
  return Object.fromEntries(
    Object.keys(selfAssessmentFields).flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])),
  );
}
