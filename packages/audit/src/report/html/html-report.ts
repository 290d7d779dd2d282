import { findClause, findEdition, text, type Language, type Text } from '@suanjian/rulebook';
import { failingWords } from '../failing.ts';
import type { Report, ReportResult } from '../schema.ts';
import {
  chanceWords,
  columnWords,
  countWords,
  errorWords,
  proved,
  resultEstimateWords,
  verdictMeaning,
  verdictWords,
} from '../words.ts';
import { html, type Markup } from './markup.ts';
import { receiptSection } from './receipt-section.ts';
import { marksOf, resultSection } from './result-section.ts';
import { style } from './style.ts';

const words = {
  title: text('算法审计报告', 'Algorithm audit report'),
  verdicts: text('各条款的结论', 'Verdicts by clause'),
  details: text('逐项说明', 'Each check'),
  receipt: text('收据', 'Receipt'),
  worth: text('这份报告能说明什么', 'What this report is worth'),
  caption: text('每一行是一项检查；不合格的在前。', 'One row for each check; failures first.'),
  noClause: text('（无条款）', '(no clause)'),
} as const;

const verdictOrder = ['fail', 'not-enough-data', 'pass', 'not-applicable'] as const;

/** One page that stands alone: a regulator, a colleague or a court may read it from a file or on paper. */
export const htmlReport = (report: Report, language: Language): string => {
  const say = (words: Text): string => words[language];
  const page = html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say(words.title)}</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <main>
          <h1>${say(words.title)}</h1>
          <p>${say(about(report))}</p>
          <p class="summary">${say(failingWords(report.results))}</p>
          <h2>${say(words.verdicts)}</h2>
          ${verdictTable(report.results, language)}
          <h2>${say(words.worth)}</h2>
          <p>${say(verdictMeaning)}</p>
          <p>${say(errorWords(report.receipt.error.year, report.receipt.error.runsPerYear))}</p>
          <p>${say(proved[report.receipt.data.kind])}</p>
          <h2>${say(words.details)}</h2>
          ${report.results.map((result, index) => resultSection(result, index, language))}
          <h2 id="receipt">${say(words.receipt)}</h2>
          ${receiptSection(report, language)}
        </main>
      </body>
    </html> `;
  return page.markup;
};

const about = ({ receipt: { data, edition } }: Report): Text => {
  if (data.kind === 'files') {
    const names = data.files.map(({ name }) => name).join(', ');
    return text(`数据：${names}`, `Data: ${names}`);
  }
  const found = edition === null ? undefined : findEdition(edition);
  const title = found?.title ?? text(edition ?? '', edition ?? '');
  const draft =
    found?.status === 'consultation'
      ? text('（征求意见稿，从未生效）', ' (consultation draft, never in force)')
      : text('', '');
  return text(
    `${data.provider ?? ''} 的决策日志，${data.from} 至 ${data.to}；依据《${title.zh}》${draft.zh}。`,
    `The decision log of ${data.provider ?? ''}, ${data.from} to ${data.to}, under the ${title.en}${draft.en}.`,
  );
};

/** A row for each clause and check. What fails comes first, then by clause as the results stand. */
const verdictTable = (results: readonly ReportResult[], language: Language): Markup => {
  const rows = verdictOrder.flatMap((verdict) =>
    results.flatMap((result, index) => (result.verdict === verdict ? [{ result, index }] : [])),
  );
  return html`<table>
    <caption>
      ${words.caption[language]}
    </caption>
    <thead>
      <tr>
        <th scope="col">${columnWords.clause[language]}</th>
        <th scope="col">${columnWords.question[language]}</th>
        <th scope="col">${columnWords.verdict[language]}</th>
        <th scope="col">${columnWords.estimate[language]}</th>
        <th scope="col" class="number wide">${columnWords.n[language]}</th>
        <th scope="col" class="number wide">${columnWords.q[language]}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ result, index }) =>
          html`<tr>
            <td>${clauseCell(result, language)}</td>
            <td><a href="#result-${index + 1}">${result.title[language]}</a>${marksOf(result, language)}</td>
            <td class="verdict ${result.verdict}">${verdictWords[result.verdict][language]}</td>
            <td>${resultEstimateWords(result, language)}</td>
            <td class="number wide">${result.verdict === 'not-applicable' ? '–' : countWords(result.n, language)}</td>
            <td class="number wide">${chanceWords(result.q)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
};

const clauseCell = ({ clauses }: ReportResult, language: Language): Markup => {
  if (clauses.length === 0) return html`${words.noClause[language]}`;
  return html`${clauses.map((id, index) => html`${index === 0 ? '' : ', '}<span title="${findClause(id)?.heading[language] ?? id}">${id}</span>`)}`;
};
