import { text, type Language, type Text } from '@suanjian/rulebook';
import { failsRun } from './build.ts';
import { failingWords } from './failing.ts';
import type { Report, ReportResult, ReportUnit } from './schema.ts';
import {
  advisoryWords,
  byWords,
  chanceWords,
  columnWords,
  countWords,
  effectWords,
  errorWords,
  estimateWords,
  printable,
  printableText,
  proved,
  resultEstimateWords,
  shadowWords,
  verdictWords,
} from './words.ts';

export interface TerminalStyle {
  readonly language: Language;
  /** Only for people at a terminal: pipes and files get plain text. */
  readonly colour: boolean;
}

const colours = { fail: '31', pass: '32', 'not-enough-data': '33', 'not-applicable': '90' } as const;

const coloured = (words: string, verdict: keyof typeof colours, colour: boolean): string =>
  colour ? `\u001b[${colours[verdict]}m${words}\u001b[0m` : words;

/** What a line takes on the screen: colours nothing, Chinese characters two columns. */
const widthOf = (words: string): number => {
  // oxlint-disable-next-line no-control-regex -- the escape character of colours is what is looked for
  const plain = words.replaceAll(/\u001b\[\d+m/gu, '');
  return Array.from(plain).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1), 0);
};

const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
};

const verdictOrder = ['fail', 'not-enough-data', 'pass', 'not-applicable'] as const;

const inOrder = (results: readonly ReportResult[]): readonly ReportResult[] =>
  verdictOrder.flatMap((verdict) => {
    const same = results.filter((result) => result.verdict === verdict);
    return [...same.filter(failsRun), ...same.filter((result) => !failsRun(result))];
  });

/** The whole report for a person at a terminal. */
export const terminalReport = (report: Report, style: TerminalStyle): string => {
  const { language } = style;
  const lines = [
    headline(report)[language],
    '',
    terminalResults(report.results, style),
    '',
    errorWords(report.receipt.error.year, report.receipt.error.runsPerYear)[language],
    proved[report.receipt.data.kind][language],
    ...report.run.notes.map((note) => note[language]),
    '',
    summary(report.results)[language],
  ];
  return printableText(lines.join('\n'), style.colour);
};

/** What was answered when not everything could be: verdicts and numbers, and no report. */
export const terminalResults = (results: readonly ReportResult[], style: TerminalStyle): string => {
  const sorted = inOrder(results);
  const lines = [
    ...table(sorted, style),
    ...sorted.filter(({ verdict }) => verdict === 'fail').flatMap((result) => ['', ...failure(result, style)]),
    ...undecided(sorted, style.language),
  ];
  return printableText(lines.join('\n'), style.colour);
};

const headline = ({ receipt: { data, edition } }: Report): Text => {
  if (data.kind === 'files') {
    const names = data.files.map(({ name }) => name).join(', ');
    return text(`审计：${names}`, `Audit of ${names}`);
  }
  const provider = data.provider ?? '';
  return text(
    `审计：${provider} 的日志，${data.from} 至 ${data.to}，版本 ${edition ?? ''}`,
    `Audit of the log of ${provider}, ${data.from} to ${data.to}, edition ${edition ?? ''}`,
  );
};

const table = (results: readonly ReportResult[], { language, colour }: TerminalStyle): readonly string[] =>
  columns([
    ['verdict', 'question', 'estimate', 'n', 'q', 'clause'].map(
      (name) => columnWords[name as keyof typeof columnWords][language],
    ),
    ...results.map((result) => [
      coloured(verdictWords[result.verdict][language], result.verdict, colour),
      titleOf(result, language),
      resultEstimateWords(result, language) + (result.units.length > 1 ? ` (${byWords(result.leading ?? {})})` : ''),
      result.verdict === 'not-applicable' ? '–' : countWords(result.n, language),
      chanceWords(result.q),
      result.clauses.join(', '),
    ]),
  ]);

const titleOf = ({ id, title, severity, status, check }: ReportResult, language: Language): string => {
  const marks = [
    ...(severity === 'advisory' ? [advisoryWords[language]] : []),
    ...(status === 'shadow' ? [shadowWords[language]] : []),
  ];
  const name = printable(check === null ? `${title[language]} (${id})` : `${title[language]} (${check})`);
  return marks.length === 0 ? name : `${name} · ${marks.join(' · ')}`;
};

const unitsShown = 5;

const failure = (result: ReportResult, { language, colour }: TerminalStyle): readonly string[] => {
  const failing = result.units.filter(({ verdict }) => verdict === 'fail');
  const more = failing.length - unitsShown;
  return [
    `${coloured(verdictWords.fail[language], 'fail', colour)} ${titleOf(result, language)}`,
    `  ${result.question[language]}`,
    ...(result.reason === null ? [] : [`  ${result.reason[language]}`]),
    ...(result.units.length > 1
      ? columns(
          failing
            .slice(0, unitsShown)
            .map((unit) => [
              `  ${byWords(unit.by)}`,
              estimateWords(unit, result.scale, language),
              `n ${countWords(unit.n, language)}`,
              `q ${chanceWords(unit.q)}`,
            ]),
        )
      : []),
    ...(more > 0 ? [`  ${text(`另有 ${more} 个单元`, `and ${more} more`)[language]}`] : []),
    ...failing.slice(0, unitsShown).flatMap((unit) => examplesOf(unit, language)),
    ...result.notes.map((note) => `  ${note[language]}`),
    ...(result.advice === null ? [] : [`  ${result.advice[language]}`]),
  ];
};

/** Why nothing could be said, and how large an effect would have been seen: what to gather next. */
const undecided = (results: readonly ReportResult[], language: Language): readonly string[] => {
  const open = results.filter(({ verdict }) => verdict === 'not-enough-data');
  if (open.length === 0) return [];
  return [
    '',
    verdictWords['not-enough-data'][language],
    ...open.flatMap((result) => {
      const reason = result.reason ?? result.units.find(({ verdict }) => verdict === 'not-enough-data')?.reason ?? null;
      const seen =
        result.smallestDetectable === null || result.scale === 'none'
          ? []
          : [
              text(
                `从 ${effectWords(result.smallestDetectable, result.scale)} 起看得出来${(result.materiality ?? 0) > 0 ? `；实质大小 ${effectWords(result.materiality, result.scale)}` : ''}。`,
                `It could be seen from ${effectWords(result.smallestDetectable, result.scale)}${(result.materiality ?? 0) > 0 ? `; the size that matters is ${effectWords(result.materiality, result.scale)}` : ''}.`,
              )[language],
            ];
      return [
        `  ${titleOf(result, language)}`,
        `    ${[...(reason === null ? [] : [reason[language]]), ...seen].join(language === 'zh' ? '' : ' ')}`.trimEnd(),
      ];
    }),
  ];
};

const examplesOf = ({ by, values }: ReportUnit, language: Language): readonly string[] => {
  const examples = values['examples'];
  if (!Array.isArray(examples) || examples.length === 0) return [];
  const rows = examples.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [
    `  ${text('可查看的行：', 'Rows to look at:')[language]} ${byWords(by)}`.trimEnd(),
    ...columns([names, ...rows.map((row) => names.map((name) => cell(row[name])))]).map((line) => `    ${line}`),
  ];
};

const cell = (value: unknown): string => printable(typeof value === 'string' ? value : JSON.stringify(value ?? null));

const summary = (results: readonly ReportResult[]): Text => {
  const count = (verdict: ReportResult['verdict']): number =>
    results.filter((result) => result.verdict === verdict).length;
  const counts = verdictOrder
    .map((verdict) => ({ words: verdictWords[verdict], count: count(verdict) }))
    .filter((entry) => entry.count > 0);
  const head = failingWords(results);
  return text(
    `${head.zh}${counts.map((entry) => `${entry.words.zh} ${entry.count}`).join('，')}。`,
    `${head.en} ${counts.map((entry) => `${entry.count} ${entry.words.en}`).join(', ')}.`,
  );
};
