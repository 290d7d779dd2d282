import type { CivilDate, Language } from '@suanjian/rulebook';
import type { DocumentBlock, DocumentModel, DocumentSection, Fact, PaperFacts } from '../../engine/document-model.ts';
import { shownValues, type FormValues } from '../../engine/form.ts';
import { optionLabel } from '../common/fields.ts';
import { assessmentForm, type AssessmentForm } from './form.ts';
import { templateOptions } from './options.ts';
import { answersTable, evidenceSection, riskBlocks } from './paper/sections.ts';
import { factsOf } from '../common/paper/value.ts';
import { paperWords } from './paper/words.ts';
import { assessmentGaps } from './gaps/find.ts';
import type { AssessmentState, Signature } from './state.ts';
import { titleOf } from './title.ts';

const clausesOf = {
  'self-assessment': ['final/8', 'final/24.1'],
  'safety-2018': ['safety-2018/3', 'safety-2018/5', 'safety-2018/6', 'safety-2018/7'],
  'checklist-2024': ['final/8'],
} as const;

const isList = (value: unknown): boolean => value === undefined || Array.isArray(value);

/** A list that was withheld is none to be printed; single values say themselves that they were. */
const readable = (form: FormValues): AssessmentForm =>
  Object.fromEntries(
    Object.entries(shownValues(assessmentForm, form)).filter(
      ([name, value]) => assessmentForm.fields[name]?.control.kind !== 'list' || isList(value),
    ),
  );

const gapSection = ({ declared, gaps }: AssessmentState, language: Language): DocumentSection => {
  const reasons = new Map<string, string>(
    (Array.isArray(declared?.['reasons']) ? declared['reasons'] : []).map(
      ({ gap = '', reason = '' }: { gap?: string; reason?: string }) => [gap.trim(), reason],
    ),
  );
  return {
    heading: paperWords.gaps[language],
    blocks:
      gaps.length === 0
        ? [{ kind: 'paragraph', text: paperWords.noGaps[language] }]
        : [
            {
              kind: 'table',
              columns: [
                { heading: paperWords.gap[language], share: 1.5 },
                { heading: paperWords.reason[language], share: 2 },
              ],
              rows: gaps.map(({ name, title }) => [
                `${title[language]}\n${name}`,
                reasons.get(name) ?? paperWords.sealed[language],
              ]),
            },
          ],
  };
};

const draftGaps = (form: FormValues, today: CivilDate, language: Language): DocumentSection => {
  const items = assessmentGaps(form, { today }).map(({ text, name }) => `${text[language]} (${name})`);
  return {
    heading: paperWords.gaps[language],
    blocks: [
      items.length === 0
        ? { kind: 'paragraph', text: paperWords.noGaps[language] }
        : { kind: 'list', ordered: false, items },
    ],
  };
};

const facts = (given: readonly Fact[]): readonly DocumentBlock[] =>
  given.length === 0 ? [] : [{ kind: 'facts', facts: given }];

const stepSection = (form: AssessmentForm, name: string, language: Language): readonly DocumentSection[] => {
  const found = assessmentForm.steps.find((each) => each.name === name);
  const given = factsOf(
    Object.fromEntries(Object.entries(assessmentForm.fields).filter(([field]) => !/^(item|point)\d/.test(field))),
    name,
    form,
    language,
  );
  const blocks: readonly DocumentBlock[] = [
    ...facts(given),
    ...(name === 'items' || name === 'points' ? [answersTable(form, language)] : []),
    ...(name === 'risks' ? riskBlocks(form, language) : []),
  ];
  return found === undefined || blocks.length === 0 ? [] : [{ heading: found.title[language], blocks }];
};

/** What was answered, scored and shown, as sections of a paper; lists that were withheld are not printed. */
export const assessedSections = (values: FormValues, language: Language): readonly DocumentSection[] => {
  const form = readable(values);
  const { template = 'self-assessment' } = form;
  const only = (wanted: string, ...names: readonly string[]): readonly DocumentSection[] =>
    template === wanted ? names.flatMap((name) => stepSection(form, name, language)) : [];
  return [
    ...stepSection(form, 'setup', language).map((section) => ({
      ...section,
      clauses: clausesOf[template as keyof typeof clausesOf] ?? clausesOf['self-assessment'],
    })),
    ...only('self-assessment', 'self-assessment'),
    ...only('safety-2018', 'safety-basics', 'points'),
    ...only('checklist-2024', 'items'),
    ...stepSection(form, 'risks', language),
    evidenceSection(form, paperWords.evidence[language], language),
  ];
};

/**
 * An assessment as a paper in one language. Made from the state as its reader may see it: what is masked there is printed as withheld.
 * An unsigned one says so, and lists its gaps as they are.
 */
export const assessmentDocument = (
  state: AssessmentState,
  language: Language,
  { provider, reference, today }: PaperFacts,
): DocumentModel => {
  const form = readable(state.form);
  const { signature, status } = state;
  const template = form.template ?? 'self-assessment';
  const signed = signature !== undefined && status !== 'draft' && status !== 'submitted';
  const standing =
    status === 'superseded' ? paperWords.superseded[language] : signed ? undefined : paperWords.draft[language];
  return {
    language,
    title: `${titleOf(form)}${language === 'zh' ? '安全评估报告' : ': report of a safety assessment'}`,
    subtitle: optionLabel(templateOptions, template)[language],
    reference: `${paperWords.reference[language]} ${reference}`,
    date: signature?.on ?? state.submittedOn ?? today,
    ...(standing === undefined ? {} : { standing }),
    parties: [
      { label: paperWords.provider[language], value: provider },
      { label: paperWords.algorithm[language], value: titleOf(form) },
      ...(state.number === undefined ? [] : [{ label: paperWords.number[language], value: state.number }]),
      ...(form.assessor === undefined ? [] : [{ label: paperWords.assessor[language], value: form.assessor }]),
    ],
    sections: [
      ...assessedSections(state.form, language),
      ...(signed ? [gapSection(state, language)] : [draftGaps(state.form, today, language)]),
      ...stepSection(form, 'conclusion', language),
      ...(signature === undefined
        ? []
        : [
            {
              heading: paperWords.next[language],
              blocks: [{ kind: 'paragraph', text: nextWords(signature, language) } as const],
            },
          ]),
    ],
    signatures: [
      {
        capacity: paperWords.officer[language],
        name: signed ? (typeof form.responsiblePerson === 'string' ? form.responsiblePerson : '') : '',
        ...(signed ? { on: signature.on } : {}),
        note: [
          paperWords.statement[language],
          ...(signed && signature.alsoEditor ? [paperWords.alsoEditor[language]] : []),
        ].join(language === 'zh' ? '' : ' '),
      },
      ...(form.kind === 'third-party'
        ? [{ capacity: `${paperWords.assessorSigns[language]} ${form.assessor ?? ''}`, name: '' }]
        : []),
    ],
  };
};

const nextWords = ({ on, cadence }: Signature, language: Language): string => {
  const { months, grade, graded } = cadence;
  return language === 'zh'
    ? `自 ${on} 起 ${months} 个月内。${graded ? `按备案的 ${grade} 级` : `尚未定级，按最低的 ${grade} 级`}；间隔是本平台的默认政策，规定只要求定期。`
    : `Within ${months} months of ${on}, ${graded ? `by the filing’s grade ${grade}` : `by the lowest grade, ${grade}, because nothing has been graded`}. The interval is this platform’s default policy; the regulation only asks for regular review.`;
};
