import { existsSync, readFileSync } from 'node:fs';
import { ensureTable, logDatabase, type LogStore } from '@suanjian/decision-log';
import { onEveryStore } from '@suanjian/decision-log/testing';
import { expect, test, type TestContext } from 'vitest';
import type { JudgedUnit } from '../engine/judge.ts';
import type { ReportedValue } from '../engine/method.ts';
import { methodOf } from './methods.ts';
import { type Asking, askMethod } from './testing/ask-method.ts';

const data = new URL('../../../../../shared/data/audits/', import.meta.url);

interface Source {
  readonly file: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** Figures that their authors published and SOURCE.md beside the data repeats; the whole list is a benchmark of its own. */
const load = async (context: TestContext, store: LogStore, { file, columns }: Source): Promise<string> => {
  const path = new URL(file, data);
  if (!existsSync(path)) context.skip(`the published data are not beside this checkout: ${path.pathname}`);
  await ensureTable(store, {
    database: logDatabase,
    name: 'published',
    columns: Object.entries(columns).map(([name, type]) => ({ name, type: `Nullable(${type})` })),
    orderBy: ['tuple()'],
    shardBy: 'rand()',
  });
  const table = `${logDatabase}.published`;
  await store.writer.insert(table, readFileSync(path), { format: file.endsWith('.csv') ? 'CSVWithNames' : 'Parquet' });
  return table;
};

const ask = async (store: LogStore, id: string, table: string, asking: Asking): Promise<readonly JudgedUnit[]> => {
  const method = methodOf(id);
  if (method === undefined) throw new Error(`no method ${id}`);
  return askMethod(store.auditor, method, table, asking);
};

const at = (value: ReportedValue | undefined, ...path: readonly (string | number)[]): ReportedValue | undefined =>
  path.reduce<ReportedValue | undefined>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Readonly<Record<string | number, ReportedValue>>)[name]
        : undefined,
    value,
  );

const ucb: Source = {
  file: 'hmda-resume-ucb/ucb_admissions.csv',
  columns: { Admit: 'String', Gender: 'String', Dept: 'String', Freq: 'Int64' },
};
const nwo: Source = {
  file: 'hmda-resume-ucb/nwo_funding.csv',
  columns: {
    discipline: 'String',
    applications_men: 'Int64',
    applications_women: 'Int64',
    awards_men: 'Int64',
    awards_women: 'Int64',
  },
};
const impressions: Source = {
  file: 'open-bandit/impressions.parquet',
  columns: { policy: 'String', campaign: 'String', item_id: 'Int16', propensity_score: 'Float64' },
};
const territories: Source = {
  file: 'mi-auto-insurance/territory_rates.parquet',
  columns: {
    insurer: 'String',
    premium: 'Float64',
    location_effect: 'Float64',
    black_tot: 'Float64',
    white_tot: 'Float64',
    black_pct: 'Float64',
  },
};

onEveryStore(({ open }) => {
  test('Berkeley 1973: 44.5 against 30.4 per cent, and no failure within departments', async (context) => {
    const store = await open();
    const table = await load(context, store, ucb);
    const parts = { group: 'Gender', outcome: "if(Admit = 'Admitted', Freq, 0)", trials: 'Freq' };
    const [pooled] = await ask(store, 'rate-gap', table, { parts, compare: ['Female', 'Male'] });
    expect(at(pooled?.estimation.values, 'groups', 'Male', 'rate')).toBeCloseTo(0.445, 3);
    expect(at(pooled?.estimation.values, 'groups', 'Female', 'rate')).toBeCloseTo(0.304, 3);
    expect(pooled?.verdict).toBe('fail');
    const [stratified] = await ask(store, 'rate-gap', table, { parts, compare: ['Female', 'Male'], strata: ['Dept'] });
    expect(stratified?.verdict).not.toBe('fail');
    expect(stratified?.estimation.estimate).toBeGreaterThan(0);
  });

  test('Dutch research grants: 17.7 against 14.9 per cent, and no failure within disciplines', async (context) => {
    const store = await open();
    const table = await load(context, store, nwo);
    const relation = `(SELECT discipline, 'men' AS gender, applications_men AS asked, awards_men AS granted FROM ${table}
      UNION ALL SELECT discipline, 'women', applications_women, awards_women FROM ${table})`;
    const parts = { group: 'gender', outcome: 'granted', trials: 'asked' };
    const [pooled] = await ask(store, 'rate-gap', relation, { parts });
    expect(at(pooled?.estimation.values, 'groups', 'men', 'rate')).toBeCloseTo(0.177, 3);
    expect(at(pooled?.estimation.values, 'groups', 'women', 'rate')).toBeCloseTo(0.149, 3);
    const [stratified] = await ask(store, 'rate-gap', relation, { parts, strata: ['discipline'] });
    expect(stratified?.verdict).not.toBe('fail');
  });

  test('names on applications: 9.65 against 6.45 per cent called back', async (context) => {
    const store = await open();
    const table = await load(context, store, {
      file: 'hmda-resume-ucb/resume_names.parquet',
      columns: { ethnicity: 'String', call: 'Bool' },
    });
    const [unit] = await ask(store, 'rate-gap', table, { parts: { group: 'ethnicity', outcome: 'call' } });
    expect(at(unit?.estimation.values, 'groups', 'cauc', 'rate')).toBeCloseTo(0.0965, 4);
    expect(at(unit?.estimation.values, 'groups', 'afam', 'rate')).toBeCloseTo(0.0645, 4);
    expect(unit?.verdict).toBe('fail');
  });

  test('mortgages in Boston: deny = −.0905 + .5592 pirat + .1774 black', async (context) => {
    const store = await open();
    const table = await load(context, store, {
      file: 'hmda-resume-ucb/boston_hmda.parquet',
      columns: { deny: 'Bool', pirat: 'Float64', afam: 'Bool' },
    });
    const [simple] = await ask(store, 'regression', table, { parts: { outcome: 'deny', group: 'pirat' } });
    expect(at(simple?.estimation.values, 'coefficients', 'intercept', 'estimate')).toBeCloseTo(-0.0799, 4);
    expect(simple?.estimation.estimate).toBeCloseTo(0.6035, 4);
    const [unit] = await ask(store, 'regression', table, {
      parts: { outcome: 'deny', group: 'afam' },
      controls: ['pirat'],
    });
    expect(at(unit?.estimation.values, 'coefficients', 'intercept', 'estimate')).toBeCloseTo(-0.0905, 4);
    expect(at(unit?.estimation.values, 'coefficients', 'pirat', 'estimate')).toBeCloseTo(0.5592, 4);
    expect(unit?.estimation.estimate).toBeCloseTo(0.1774, 4);
    expect(unit?.estimation.n).toBe(2380);
  });

  test('risk scores: 44.85 against 23.45 per cent wrongly called risky, 27.99 against 47.72 wrongly safe', async (context) => {
    const store = await open();
    const table = await load(context, store, {
      file: 'compas/two_years.parquet',
      columns: { race: 'String', score_text: 'String', two_year_recid: 'Int32' },
    });
    const compare = ['African-American', 'Caucasian'];
    const rates = async (asking: Asking) => {
      const [unit] = await ask(store, 'rate-gap', table, { ...asking, compare });
      return compare.map((race) => at(unit?.estimation.values, 'groups', race, 'rate'));
    };
    const wronglyRisky = await rates({
      parts: { group: 'race', outcome: "score_text != 'Low'" },
      where: 'two_year_recid = 0',
    });
    expect(wronglyRisky[0]).toBeCloseTo(0.4485, 4);
    expect(wronglyRisky[1]).toBeCloseTo(0.2345, 4);
    const wronglySafe = await rates({
      parts: { group: 'race', outcome: "score_text = 'Low'" },
      where: 'two_year_recid = 1',
    });
    expect(wronglySafe[0]).toBeCloseTo(0.2799, 4);
    expect(wronglySafe[1]).toBeCloseTo(0.4772, 4);
  });

  test('shortened links: 2,542.8 ms for four competitors against 38.8 ms for the others, round by round', async (context) => {
    const store = await open();
    const path = new URL('twitter-throttle/tco-test-results.csv', data);
    const header = existsSync(path) ? (readFileSync(path, 'utf8').split('\n')[0] ?? '') : '';
    const domains = header
      .split(',')
      .slice(1)
      .map((name) => name.trim().replaceAll('"', ''));
    const table = await load(context, store, {
      file: 'twitter-throttle/tco-test-results.csv',
      columns: { time: 'String', ...Object.fromEntries(domains.map((domain) => [domain, 'Float64'])) },
    });
    const relation = `(SELECT time, pair.1 AS domain, pair.2 AS wait FROM (SELECT time, arrayJoin([${domains
      .map((domain) => `('${domain}', \`${domain}\`)`)
      .join(', ')}]) AS pair FROM ${table}))`;
    const slow = "domain IN ('bsky.app', 'facebook.com', 'instagram.com', 'substack.com')";
    const [unit] = await ask(store, 'value-gap', relation, {
      parts: { match: 'time', group: `if(${slow}, 'competitor', 'other')`, value: 'wait', cluster: 'domain' },
      compare: ['competitor', 'other'],
      parameters: { measure: 'difference', materiality: 50 },
    });
    expect(at(unit?.estimation.values, 'groups', 'competitor', 'mean')).toBeCloseTo(2542.8, 1);
    expect(at(unit?.estimation.values, 'groups', 'other', 'mean')).toBeCloseTo(38.8, 1);
    expect(unit?.verdict).toBe('fail');
  });

  test('a uniform recommender passes, a bandit does not', async (context) => {
    const store = await open();
    const table = await load(context, store, impressions);
    const units = await ask(store, 'goodness-of-fit', table, {
      parts: { level: 'item_id' },
      by: ['policy', 'campaign'],
    });
    const unit = (policy: string, campaign: string) =>
      units.find(({ estimation: { by } }) => by['policy'] === policy && by['campaign'] === campaign);
    expect(units.map(({ verdict }) => verdict)).toEqual(['fail', 'fail', 'pass', 'pass']);
    expect(at(unit('random', 'women')?.estimation.values, 'chiSquare')).toBeCloseTo(32.0, 1);
    expect(at(unit('random', 'men')?.estimation.values, 'chiSquare')).toBeCloseTo(53.9, 1);
    expect(unit('random', 'men')?.estimation.p).toBeCloseTo(0.012, 3);
    const described = await ask(store, 'describe', table, {
      parts: { item: 'toString(item_id)' },
      by: ['policy', 'campaign'],
      parameters: { statistics: { gini: 'gini(item)' } },
    });
    const ginis = described.map(({ estimation }) => Number(at(estimation.values, 'gini')).toFixed(3));
    expect(ginis).toEqual(['0.651', '0.627', '0.041', '0.032']);
  });

  test('car insurance in Michigan: shares of people by fifth of premium, correlations, ratio of medians', async (context) => {
    const store = await open();
    const table = await load(context, store, territories);
    const [club, citizens] = await ask(store, 'describe', table, {
      parts: {
        black: 'black_tot',
        white: 'white_tot',
        premium: 'premium',
        effect: 'location_effect',
        share: 'black_pct',
      },
      by: ['insurer'],
      parameters: {
        statistics: {
          club: 'quantile-shares(black, effect)',
          black: 'quantile-shares(black, premium)',
          white: 'quantile-shares(white, premium)',
          r: 'pearson(share, premium)',
          rho: 'spearman(share, premium)',
        },
      },
    });
    const percent = (value: ReportedValue | undefined): readonly string[] =>
      Array.isArray(value) ? value.map((share) => (100 * Number(share)).toFixed(1)) : [];
    expect(percent(at(citizens?.estimation.values, 'black'))).toEqual(['5.3', '8.0', '9.7', '20.0', '57.0']);
    expect(percent(at(citizens?.estimation.values, 'white'))).toEqual(['24.8', '23.9', '23.4', '21.0', '6.9']);
    expect(percent(at(club?.estimation.values, 'club'))).toEqual(['6.8', '10.5', '9.4', '15.1', '58.3']);
    expect(at(citizens?.estimation.values, 'r')).toBeCloseTo(0.731, 3);
    expect(at(citizens?.estimation.values, 'rho')).toBeCloseTo(0.5292, 4);
    const medians = await ask(store, 'value-gap', table, {
      parts: { group: "if(black_pct >= 0.5, 'mostly black', 'others')", value: 'location_effect' },
      by: ['insurer'],
      parameters: { measure: 'ratio of medians', reference: 'others' },
    });
    expect(medians.map(({ estimation }) => estimation.estimate?.toFixed(2))).toEqual(['1.97', '1.59']);
  });
});
