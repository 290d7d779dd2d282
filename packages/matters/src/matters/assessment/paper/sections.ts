import type { Language, Text } from '@suanjian/rulebook';
import type { DocumentBlock, DocumentSection, DocumentTable } from '../../../engine/document-model.ts';
import type { Option } from '../../../engine/form.ts';
import { optionLabel } from '../../common/fields.ts';
import type { AssessmentForm } from '../form.ts';
import type { EvidenceEntry } from '../form/evidence.ts';
import { evidenceAbout, evidenceIn } from '../gaps/evidence-of.ts';
import { answerOptions, evidenceKindOptions, riskKindOptions, verdictOptions } from '../options.ts';
import { accountField, answerField, questions, questionsFor, type Question } from '../questions.ts';
import { bandTitles, riskScore, type Score } from '../score.ts';
import { heatMap } from './heat-map.ts';
import { paperWords } from './words.ts';

const chosen = (options: readonly Option[], value: string | undefined, language: Language): string =>
  value === undefined ? '' : optionLabel(options, value)[language];

const words = (form: AssessmentForm, name: string): string => {
  const value = form[name];
  return typeof value === 'string' ? value : '';
};

const cited = (entry: EvidenceEntry, language: Language): string =>
  entry.kind === 'check'
    ? `${entry.check ?? ''}${language === 'zh' ? '：' : ': '}${chosen(verdictOptions, entry.verdict, language)}`
    : [chosen(evidenceKindOptions, entry.kind, language), ...(entry.file ?? []).map(({ name }) => name)].join(' ');

/** An item or point goes by its number. */
const numbered = ({ id, title }: Question, language: Language): string =>
  `${/\d+$/u.exec(id)?.[0] ?? ''} ${title[language]}`.trim();

const answered = (form: AssessmentForm, question: Question, language: Language): readonly string[] => [
  numbered(question, language),
  chosen(answerOptions, words(form, answerField(question)) || undefined, language),
  words(form, accountField(question)),
  evidenceAbout(form, question.id)
    .map(({ entry }) => cited(entry, language))
    .join('\n'),
];

/** Points or items with what was answered, in one table. */
export const answersTable = (form: AssessmentForm, language: Language): DocumentTable => ({
  kind: 'table',
  columns: [
    { heading: paperWords.question[language], share: 1.5 },
    { heading: paperWords.answer[language], share: 0.8 },
    { heading: paperWords.account[language], share: 2.2 },
    { heading: paperWords.evidence[language], share: 1.7 },
  ],
  rows: questionsFor(form).map((question) => answered(form, question, language)),
});

const printedScore = (score: Score | undefined, language: Language): string =>
  score === undefined ? '' : `${score.points} (${bandTitles[score.band][language]})`;

export const riskBlocks = (form: AssessmentForm, language: Language): readonly DocumentBlock[] => {
  const rows = form.risks ?? [];
  return [
    {
      kind: 'table',
      caption: paperWords.matrixCaption[language],
      columns: [
        { heading: paperWords.kind[language], share: 1.4 },
        { heading: paperWords.risk[language], share: 2 },
        { heading: paperWords.before[language], share: 1.1, align: 'end' },
        { heading: paperWords.measures[language], share: 2 },
        { heading: paperWords.after[language], share: 1.1, align: 'end' },
        { heading: paperWords.post[language], share: 1.2 },
      ],
      rows: rows.map((row) => {
        const score = riskScore(row);
        return score === undefined
          ? [chosen(riskKindOptions, row.kind, language), `${paperWords.absent[language]}${row.whyAbsent ?? ''}`]
          : [
              chosen(riskKindOptions, row.kind, language),
              row.description ?? '',
              printedScore(score.before, language),
              row.measures ?? '',
              printedScore(score.after, language),
              row.post ?? '',
            ];
      }),
    },
    heatMap(rows, language),
    { kind: 'paragraph', tone: 'quiet', text: paperWords.policy[language] },
  ];
};

const aboutTitle = (about: string | undefined, language: Language): string => {
  if (about === undefined) return '';
  const risk = riskKindOptions.find(({ value }) => `risk-${value}` === about)?.label;
  const title: Text | undefined = questions.find(({ id }) => id === about)?.title ?? risk;
  return title?.[language] ?? about;
};

export const evidenceSection = (form: AssessmentForm, heading: string, language: Language): DocumentSection => {
  const placed = evidenceIn(form);
  const bundles = [...new Set(placed.flatMap(({ entry }) => (entry.kind === 'check' ? [entry.bundle ?? ''] : [])))];
  return {
    heading,
    blocks: [
      ...(placed.length === 0
        ? [{ kind: 'paragraph', text: paperWords.none[language] } as const]
        : [
            {
              kind: 'table',
              columns: [
                { heading: paperWords.about[language], share: 1.6 },
                { heading: paperWords.what[language], share: 2 },
                { heading: paperWords.day[language], share: 1.3 },
              ],
              rows: placed.map(({ entry }) => [
                aboutTitle(entry.about, language),
                [
                  cited(entry, language),
                  ...(entry.kind === 'check' ? [] : (entry.file ?? [])).map(({ hash }) => `SHA-256 ${hash}`),
                  entry.estimate ?? '',
                  entry.note ?? '',
                ]
                  .filter((each) => each !== '')
                  .join('\n'),
                entry.kind === 'check' ? `${entry.from ?? ''} – ${entry.until ?? ''}` : (entry.takenOn ?? ''),
              ]),
            } as const,
          ]),
      ...(bundles.length === 0
        ? []
        : [
            { kind: 'paragraph', text: paperWords.bundles[language] } as const,
            { kind: 'list', ordered: false, items: bundles } as const,
            { kind: 'paragraph', tone: 'quiet', text: paperWords.notProved[language] } as const,
          ]),
    ],
  };
};
