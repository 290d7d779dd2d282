import { text, type Language, type Text } from '@suanjian/rulebook';
import type { Report } from '../schema.ts';
import { html, type Markup } from './markup.ts';

const words = {
  software: text('软件', 'Software'),
  store: text('分析库', 'Analytical store'),
  edition: text('版本', 'Edition'),
  provider: text('提供者', 'Provider'),
  period: text('期间', 'Period'),
  tree: text('证据树', 'Evidence tree'),
  commitment: text('数据承诺', 'Commitment of the data'),
  files: text('源文件（SHA-256）', 'Source files (SHA-256)'),
  seed: text('随机种子', 'Seed'),
  error: text('误差预算', 'Error budget'),
  run: text('运行', 'Run'),
  caption: text('检查与方法的版本和参数', 'Versions and parameters of checks and methods'),
  check: text('检查', 'Check'),
  method: text('方法', 'Method'),
  parameters: text('参数', 'Parameters'),
  again: text(
    '用 suanjian audit --rerun 可以重新计算，并逐字节比对。',
    'suanjian audit --rerun computes it all again and compares byte for byte.',
  ),
} as const;

/** Everything that is needed to compute the report again. */
export const receiptSection = ({ receipt, run }: Report, language: Language): Markup => {
  const entry = (name: Text, value: string): Markup =>
    html`<dt>${name[language]}</dt>
      <dd><code>${value}</code></dd>`;
  const { data, error } = receipt;
  const rows =
    data.kind === 'log'
      ? [
          entry(words.provider, data.provider ?? ''),
          entry(words.period, `${data.from} – ${data.to}`),
          entry(words.tree, `${data.treeSize} · ${data.root}`),
          entry(words.commitment, data.commitment),
        ]
      : [entry(words.files, data.files.map(({ name, sha256 }) => `${name} ${sha256}`).join('\n'))];
  return html`<p>${words.again[language]}</p>
    <dl>
      ${entry(words.software, `Suanjian ${receipt.software.suanjian}`)}
      ${entry(words.store, `ClickHouse ${receipt.software.clickhouse}`)}
      ${receipt.edition === null ? undefined : entry(words.edition, receipt.edition)} ${rows}
      ${entry(words.seed, String(receipt.seed))}
      ${entry(words.error, `${error.year} / ${error.runsPerYear} = ${Number(error.run.toPrecision(4))}`)}
      ${entry(words.run, `${run.started} · ${(run.milliseconds / 1000).toFixed(1)} s · ${run.host}`)}
    </dl>
    <table>
      <caption>
        ${words.caption[language]}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.check[language]}</th>
          <th scope="col">${words.method[language]}</th>
          <th scope="col">${words.parameters[language]}</th>
        </tr>
      </thead>
      <tbody>
        ${receipt.questions.map(
          ({ id, check, method, parameters }) =>
            html`<tr>
              <td>${check === null ? id : `${id} v${check.version}`}</td>
              <td>${method.id} v${method.version}</td>
              <td><code>${JSON.stringify(parameters)}</code></td>
            </tr> `,
        )}
      </tbody>
    </table>`;
};
