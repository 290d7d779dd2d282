import { findClause, text, type Language, type Text } from '@suanjian/rulebook';
import type { ReportResult, ReportUnit } from '../schema.ts';
import {
  advisoryWords,
  byWords,
  chanceWords,
  columnWords,
  countWords,
  effectWords,
  estimateWords,
  printable,
  resultEstimateWords,
  shadowWords,
  verdictWords,
} from '../words.ts';
import { intervalPicture } from './interval-picture.ts';
import { html, type Markup } from './markup.ts';

const words = {
  estimate: text('估计值', 'Estimate'),
  materiality: text('实质大小', 'Size that matters'),
  detectable: text('可发现的最小差异', 'Smallest detectable'),
  p: text('p（未修正）', 'p (uncorrected)'),
  q: text('q（修正后）', 'q (corrected)'),
  n: text('样本量 n', 'Sample n'),
  method: text('方法', 'Method'),
  clauses: text('条款', 'Clauses'),
  worst: text('最需要查看的单元', 'Units to look at first'),
  examples: text('可查看的行', 'Rows to look at'),
  advice: text('怎么办', 'What to do'),
} as const;

const unitsShown = 10;

/** `advisory`, `shadow`: said in words beside the title. */
export const marksOf = ({ severity, status }: ReportResult, language: Language): Markup =>
  html`${[
    ...(severity === 'advisory' ? [html` <span class="mark">${advisoryWords[language]}</span>`] : []),
    ...(status === 'shadow' ? [html` <span class="mark">${shadowWords[language]}</span>`] : []),
  ]}`;

export const resultSection = (result: ReportResult, index: number, language: Language): Markup =>
  html`<section class="result">
    <h3 id="result-${index + 1}">
      ${result.title[language]}
      <span class="verdict ${result.verdict}">${verdictWords[result.verdict][language]}</span
      >${marksOf(result, language)}
    </h3>
    <p>${result.question[language]}</p>
    ${result.reason === null ? undefined : html`<p>${result.reason[language]}</p>`}
    ${result.verdict === 'not-applicable' ? undefined : numbers(result, language)}
    ${result.notes.map((note) => html`<p>${note[language]}</p>`)}
    ${result.units.length > 1 ? units(result, language) : undefined}
    ${result.units.slice(0, unitsShown).map((unit) => examples(unit, language))}
    ${result.verdict === 'fail' && result.advice !== null ? html`<p><strong>${words.advice[language]}</strong> ${result.advice[language]}</p>` : undefined}
  </section> `;

const entry = (name: Text, value: string, language: Language): Markup =>
  html`<dt>${name[language]}</dt>
    <dd>${value}</dd>`;

const clauseWords = ({ clauses }: ReportResult, language: Language): string =>
  clauses.map((id) => `${id} ${findClause(id)?.heading[language] ?? ''}`.trim()).join(language === 'zh' ? '；' : '; ');

const numbers = (result: ReportResult, language: Language): Markup =>
  html`${intervalPicture(result, language)}
    <dl>
      ${entry(words.estimate, resultEstimateWords(result, language), language)}
      ${
        result.units.length > 1 && result.leading !== null
          ? html`<dt>${columnWords.unit[language]}</dt>
              <dd>${byWords(result.leading)}</dd>`
          : undefined
      }
      ${entry(words.materiality, effectWords(result.materiality, result.scale), language)}
      ${result.smallestDetectable === null ? undefined : entry(words.detectable, effectWords(result.smallestDetectable, result.scale), language)}
      ${entry(words.n, countWords(result.n, language), language)}
      ${result.p === null ? undefined : entry(words.p, chanceWords(result.p), language)}
      ${result.q === null ? undefined : entry(words.q, chanceWords(result.q), language)}
      ${entry(words.method, result.method, language)}
      ${result.clauses.length === 0 ? undefined : entry(words.clauses, clauseWords(result, language), language)}
    </dl>`;

const units = ({ units: all, scale }: ReportResult, language: Language): Markup =>
  html`<table>
    <caption>
      ${words.worst[language]}${all.length > unitsShown ? ` (${unitsShown}/${all.length})` : ''}
    </caption>
    <thead>
      <tr>
        <th scope="col">${columnWords.unit[language]}</th>
        <th scope="col">${columnWords.verdict[language]}</th>
        <th scope="col">${columnWords.estimate[language]}</th>
        <th scope="col" class="number">${columnWords.n[language]}</th>
        <th scope="col" class="number wide">${columnWords.q[language]}</th>
      </tr>
    </thead>
    <tbody>
      ${all.slice(0, unitsShown).map(
        (unit) =>
          html`<tr>
            <td>${byWords(unit.by)}</td>
            <td class="verdict ${unit.verdict}">${verdictWords[unit.verdict][language]}</td>
            <td>${estimateWords(unit, scale, language)}</td>
            <td class="number">${countWords(unit.n, language)}</td>
            <td class="number wide">${chanceWords(unit.q)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;

const examples = ({ by, values }: ReportUnit, language: Language): Markup => {
  const rows = rowsOf(values['examples']);
  if (rows.length === 0) return html``;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const unit = byWords(by);
  const caption = `${words.examples[language]}${unit === '' ? '' : ` (${unit})`}`;
  // A log's rows have as many columns as they have: the table moves sideways, by keyboard too, and the page does not.
  return html`<div class="rows" role="group" tabindex="0" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${names.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${names.map((name) => html`<td>${cell(row[name])}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

const rowsOf = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.filter(
        (row): row is Record<string, unknown> => typeof row === 'object' && row !== null && !Array.isArray(row),
      )
    : [];

const cell = (value: unknown): string => printable(typeof value === 'string' ? value : JSON.stringify(value ?? null));
