import { renderPdf } from '@suanjian/documents';
import {
  assessmentDocument,
  exampleAssessment,
  type AccountId,
  type AssessmentState,
  type DocumentModel,
  type FormValues,
} from '@suanjian/matters';
import { civilDate, type Language } from '@suanjian/rulebook';
import type { Ratio } from './ratio.ts';

export const name = 'report-pdf';

const rounds = 21;
const languages = ['zh', 'en'] as const satisfies readonly Language[];
const today = civilDate('2026-03-20');
const signature = {
  on: today,
  by: 'bench' as AccountId,
  alsoEditor: false,
  cadence: { months: 12, grade: 'III', graded: true },
};

const sentences = [
  '由推荐算法负责人每周复核一次，超过阈值自动停用并通知值班人员。',
  '近三十天共处理反馈若干件，平均用时不到一天，结果逐件告知用户。',
  'Deletions reach the feature store within a minute and are checked every night.',
  '上线前经过测试、审核和小流量验证，保留回退版本。',
];

/** Other words every time, of about the same length: what the compiler remembers of an earlier paper must not help. */
const accountFor = (round: number, item: number): string =>
  Array.from({ length: 6 }, (_, index) => `${round}-${item}-${index} ${sentences[(item + index) % 4] ?? ''}`).join('');

const paperOf = (round: number, language: Language, form: FormValues): DocumentModel => {
  const state: AssessmentState = {
    status: 'signed',
    owner: null,
    place: '440305',
    form,
    gaps: [],
    notes: [],
    correspondence: [],
    signature,
  };
  return assessmentDocument(state, language, {
    provider: '云岭示例科技有限公司',
    reference: `bench-${round}`,
    today,
  });
};

const reportOf = (round: number, language: Language): DocumentModel => {
  const accounts = Object.fromEntries(
    Array.from({ length: 27 }, (_, index) => [`item${index + 1}Account`, accountFor(round, index + 1)]),
  );
  return paperOf(round, language, { ...exampleAssessment, ...accounts, summary: accountFor(round, 99).repeat(4) });
};

/** The same form before anybody has written into it, with empty lines for what is to be written. */
const emptyOf = (round: number, language: Language, lines: number): DocumentModel => {
  const { template, techniques, role, setsPrices } = exampleAssessment;
  const empty = paperOf(round, language, { template, techniques, role, setsPrices, algorithmName: `${round}` });
  const [first, ...rest] = empty.sections;
  if (first === undefined) throw new Error('a report without sections');
  const room = { kind: 'paragraph', text: '\n'.repeat(lines) } as const;
  return { ...empty, sections: [{ ...first, blocks: [...first.blocks, room] }, ...rest] };
};

/** Pages with the report's head and foot and nothing else: less than any paper that says something can cost. */
const blankOf = (round: number, language: Language, lines: number): DocumentModel => ({
  ...emptyOf(round, language, 0),
  parties: [],
  signatures: [],
  sections: [{ heading: '', blocks: [{ kind: 'paragraph', text: '\n'.repeat(lines) }] }],
});

type Filled = (round: number, language: Language, lines: number) => DocumentModel;

/** How many empty lines make it as long. */
const linesFor = (pages: number, language: Language, filled: Filled): number => {
  let lines = 0;
  while (renderPdf(filled(-1, language, lines)).pages < pages) lines += 4;
  return lines;
};

/** Of the processor, over all threads: what else the machine does is not measured here. */
const milliseconds = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

export const run = async (): Promise<readonly Ratio[]> =>
  languages.map((language): Ratio => {
    const { pages } = renderPdf(reportOf(-1, language));
    const lines = linesFor(pages, language, emptyOf);
    const blankLines = linesFor(pages, language, blankOf);
    const reports: number[] = [];
    const empties: number[] = [];
    const blanks: number[] = [];
    // One after the other, so that all meet the same machine.
    for (let round = 0; round < rounds; round += 1) {
      reports.push(milliseconds(() => renderPdf(reportOf(round, language))));
      empties.push(milliseconds(() => renderPdf(emptyOf(round, language, lines))));
      blanks.push(milliseconds(() => renderPdf(blankOf(round, language, blankLines))));
    }
    return {
      claim: `Setting the report of a self-inspection by the 27 items as PDF costs less than 3 times the same report with nothing written in it, as many pages long (${language})`,
      ratio: median(reports) / median(empties),
      limit: { atMost: 3 },
      details: {
        pages,
        reportMilliseconds: Math.round(median(reports) * 10) / 10,
        emptyMilliseconds: Math.round(median(empties) * 10) / 10,
        blankPagesMilliseconds: Math.round(median(blanks) * 10) / 10,
        againstBlankPages: Math.round((median(reports) / median(blanks)) * 10) / 10,
      },
    };
  });
