import { describe, expect, test } from 'vitest';
import {
  builtInCalendar,
  clausesReferredTo,
  computeDeadline,
  editions,
  languages,
  text,
  walkGuide,
  civilDate,
  clause,
  type Clause,
} from '@suanjian/rulebook';
import { faultsOfHtml, headingLevels, unmarkedChinese } from '../testing/well-formed.ts';
import { discretion } from '../testing/discretion-model.ts';
import { checkOf, figures, hostile, punctuality, record, search } from '../testing/models.ts';
import {
  answered,
  campaigns,
  decisions,
  governance,
  hiddenCounts,
  riskNotices,
  standards,
} from '../testing/supervision-models.ts';
import { readers } from '../texts/guidance/guide-page.ts';
import { guidancePages } from '../texts/guidance/index.ts';
import { trainingSets } from '../texts/guidance/training.ts';
import { createPages } from './index.tsx';
import type { PageContext } from './shell/context.ts';

const pages = createPages({ stylesheet: '/assets/site-x.css' });

const concluded = {
  mainland: 'yes',
  technique: 'personalised-push',
  attributes: 'named',
  filed: 'no',
  service: 'running',
  startedOn: '2026-02-10',
};
const article = clausesReferredTo('final/24') as readonly [Clause, ...Clause[]];

const everyPage: Readonly<Record<string, (context: PageContext) => string>> = {
  home: (context) => pages.homePage(figures, context),
  'home of an empty register': (context) =>
    pages.homePage(
      { records: 0, subjects: 0, cancelled: 0, flagged: 0, months: [], techniques: [], provinces: [] },
      context,
    ),
  search: (context) => pages.registerSearchPage(search, context),
  'search without results': (context) =>
    pages.registerSearchPage(
      { ...search, total: 0, pages: 0, facets: [], hits: [], query: { ...search.query, q: hostile } },
      context,
    ),
  'search in an empty register': (context) =>
    pages.registerSearchPage(
      {
        query: { q: '', filters: {}, sort: 'newest', page: 1, size: 20 },
        total: 0,
        estimated: false,
        pages: 0,
        facets: [],
        hits: [],
      },
      context,
    ),
  record: (context) => pages.recordPage({ record, address: 'https://example.org/register/1' }, context),
  'revoked record with a faulty report': (context) =>
    pages.recordPage(
      {
        record: { ...record, status: 'revoked' },
        address: 'https://example.org/register/1',
        report: {
          values: { wrong: hostile },
          faults: { wrong: text('太短', 'too short'), '': text('请更正', 'please correct') },
        },
      },
      context,
    ),
  'report received': (context) => pages.reportReceivedPage({ number: record.number, receipt: 'abc' }, context),
  'number check': (context) => pages.numberCheckPage(undefined, context),
  'number check of a sound number': (context) =>
    pages.numberCheckPage(checkOf('网信算备110101135224302220029号'), context),
  'number check of a faulty number': (context) => pages.numberCheckPage(checkOf('110101135224302220028'), context),
  'number check of nonsense': (context) => pages.numberCheckPage(checkOf('hello 12'), context),
  editions: (context) => pages.editionsPage(context),
  article: (context) => pages.articlePage(article, context),
  'clause with a date': (context) =>
    pages.clausePage(
      {
        clause: clause('final/24.2'),
        computed: {
          event: '2026-12-30',
          receipts: [
            computeDeadline({
              clause: clause('final/24.2'),
              event: civilDate('2026-12-30'),
              calendar: builtInCalendar,
            }),
          ],
        },
      },
      context,
    ),
  'clause with no date': (context) =>
    pages.clausePage({ clause: clause('final/24.2'), computed: { event: 'x', receipts: [] } }, context),
  guide: (context) => pages.guidePage({ progress: walkGuide({}) }, context),
  'guide with a wrong date': (context) =>
    pages.guidePage({ progress: walkGuide({ ...concluded, startedOn: '2026-02-30' }) }, context),
  'guide concluded': (context) =>
    pages.guidePage(
      {
        progress: walkGuide(concluded),
        receipt: computeDeadline({
          clause: clause('final/24.1'),
          event: civilDate('2026-02-10'),
          calendar: builtInCalendar,
        }),
      },
      context,
    ),
  'open data': (context) =>
    pages.openDataPage({ records: 7300, columns: [{ name: 'number', label: text('编号', 'Number') }] }, context),
  accessibility: (context) => pages.accessibilityPage(context),
  punctuality: (context) => pages.punctualityPage(punctuality, context),
  'punctuality of nothing': (context) => pages.punctualityPage({ asOf: '2026-03-02', rows: [] }, context),
  api: (context) =>
    pages.apiPage(
      [
        { method: 'get', path: '/register.json', summary: '查找 / Search', tag: 'public' },
        { method: 'post', path: '/api/matters/filing', summary: '开始 / Begin', tag: 'filing' },
      ],
      context,
    ),
  ...Object.fromEntries(
    [400, 401, 403, 404, 422, 429, 500, 503, 418].map((status) => [
      `error ${status}`,
      (context: PageContext) => pages.errorPage({ status }, context),
    ]),
  ),
  supervision: (context) => pages.supervisionPage(context),
  decisions: (context) => pages.decisionsPage({ total: 45, page: 2, pages: 3, items: decisions }, context),
  'no decisions': (context) => pages.decisionsPage({ total: 0, page: 1, pages: 1, items: [] }, context),
  'risk notices': (context) => pages.riskNoticesPage({ items: riskNotices }, context),
  'no risk notices': (context) => pages.riskNoticesPage({ items: [] }, context),
  campaigns: (context) => pages.campaignsPage({ items: campaigns }, context),
  'no campaigns': (context) => pages.campaignsPage({ items: [] }, context),
  discretion: (context) => pages.discretionPage(discretion, context),
  'no discretion': (context) => pages.discretionPage({ items: [] }, context),
  standards: (context) => pages.standardsPage({ items: standards }, context),
  'no standards': (context) => pages.standardsPage({ items: [] }, context),
  'complaints answered': (context) => pages.complaintsAnsweredPage(answered, context),
  'complaints answered by nobody': (context) => pages.complaintsAnsweredPage({ ...answered, providers: [] }, context),
  governance: (context) => pages.governancePage(governance, context),
  ...Object.fromEntries([
    ...decisions.map((each): [string, (context: PageContext) => string] => [
      `decision ${each.id}`,
      (context) => pages.decisionPage(each, context),
    ]),
    ...riskNotices.map((each): [string, (context: PageContext) => string] => [
      `risk notice ${each.id}`,
      (context) => pages.riskNoticePage(each, context),
    ]),
    ...campaigns.map((each): [string, (context: PageContext) => string] => [
      `campaign ${each.id}`,
      (context) => pages.campaignPage(each, context),
    ]),
    ...standards.map((each): [string, (context: PageContext) => string] => [
      `standards ${each.id}`,
      (context) => pages.standardsOfBodyPage(each, context),
    ]),
    ...answered.providers.map((provider): [string, (context: PageContext) => string] => [
      `answered by ${provider.provider}`,
      (context) => pages.providerAnsweredPage({ ...answered, provider }, context),
    ]),
    ...guidancePages.map((each): [string, (context: PageContext) => string] => [
      `guidance ${each.id}`,
      (context) => pages.guidancePage(each, context),
    ]),
    ...trainingSets.flatMap((set): [string, (context: PageContext) => string][] => [
      [`training ${set.reader}`, (context) => pages.trainingPage({ set }, context)],
      [
        `training ${set.reader} answered`,
        (context) =>
          pages.trainingPage(
            {
              set,
              chosen: new Map([
                [set.questions[0]?.id ?? '', 9],
                [set.questions[1]?.id ?? '', 0],
              ]),
            },
            context,
          ),
      ],
    ]),
  ]),
  guidance: (context) => pages.guidanceIndexPage(context),
  'sign in': (context) =>
    pages.signInPage(
      {
        error: text('不对', 'Wrong'),
        notice: text('已退出', 'Signed out'),
        email: hostile,
        back: '/workspace',
        organisation: { name: 'X', href: '/api/oidc' },
        links: [{ href: '/register-company', label: text('登记', 'Register') }],
      },
      context,
    ),
  'second factor': (context) => pages.secondFactorPage({ error: text('不对', 'Wrong') }, context),
  message: (context) =>
    pages.messagePage(
      {
        title: text('好', 'Good'),
        paragraphs: [text('一', 'One')],
        form: { action: '/x', button: text('接受', 'Accept'), hidden: { token: hostile } },
      },
      context,
    ),
  ...Object.fromEntries(
    editions.flatMap((edition) => [
      [`edition ${edition.id}`, (context: PageContext) => pages.editionPage(edition, context)],
      ...edition.clauses.map((each) => [
        `clause ${each.id}`,
        (context: PageContext) => pages.clausePage({ clause: each }, context),
      ]),
    ]),
  ),
};

describe.each(languages)('in %s', (language) => {
  test.each(Object.entries(everyPage))('%s is sound', (_name, render) => {
    const html = render({ language, path: '/somewhere?q=1' });
    expect(faultsOfHtml(html)).toEqual([]);
    expect(html).not.toContain('alert(1)</script>');
    expect(html).not.toMatch(/undefined|\[object|NaN/);
    expect(html).not.toContain('javascript:');
    const levels = headingLevels(html);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    expect(html).not.toMatch(/\{\w+\}/);
    if (language === 'en') expect(unmarkedChinese(html)).toEqual([]);
    // Both languages of one page stand at its own address.
    expect(html).toContain(`href="/${language === 'zh' ? 'en' : 'zh'}/somewhere?q=1"`);
    expect(html).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
  });
});

const zh: PageContext = { language: 'zh', path: '/' };
const en: PageContext = { language: 'en', path: '/' };

test('links stay in the language of the page', () => {
  const links = (html: string): readonly string[] =>
    [...html.slice(html.indexOf('<main')).matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href = '']) => href);
  for (const href of links(pages.registerSearchPage(search, en))) expect(href).toMatch(/^\/en(?:\/|$)/);
  for (const href of links(pages.registerSearchPage(search, zh))) expect(href).not.toMatch(/^\/(?:en|zh)(?:\/|$)/);
});

test('a search keeps its words and conditions from page to page', () => {
  const html = pages.registerSearchPage(search, zh);
  const next = /<a href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const query = new URL(next, 'http://x').searchParams;
  expect([query.get('q'), query.getAll('technique'), query.getAll('province'), query.get('page')]).toEqual([
    '云雀',
    ['generative'],
    ['33'],
    '3',
  ]);
});

test('the exact name is marked, and stands where the register put it', () => {
  const html = pages.registerSearchPage(search, zh);
  expect(html.match(/完全一致/g)).toHaveLength(1);
  expect(html.indexOf('/register/110101135224302220029')).toBeLessThan(html.indexOf('/register/330106000000002220018'));
});

test('a consultation draft is labelled on its own page and on every clause of it', () => {
  const draft = editions.find(({ id }) => id === 'draft');
  expect(draft?.clauses.length).toBeGreaterThan(0);
  for (const each of draft?.clauses ?? [])
    expect(pages.clausePage({ clause: each }, zh)).toContain('征求意见稿，从未生效');
  expect(pages.clausePage({ clause: clause('final/24.2') }, zh)).not.toContain('从来不是法律');
});

test('what was filed as an address becomes a link only when it is one of the web', () => {
  const html = pages.recordPage({ record, address: 'https://example.org/r' }, zh);
  expect(html).toContain('href="https://example.org/"');
  expect(html).not.toContain('href="javascript');
});

test('what the provider has published says which limits hold, and is left out where there is nothing', () => {
  const html = pages.recordPage({ record, address: 'https://example.org/r' }, en);
  expect(html).toContain('id="published"');
  expect(html).toMatch(/Version 2, from [^<]*<[^>]*badge[^>]*>Holds now</);
  expect(html).toMatch(/Version 3, from [^<]*<[^>]*badge[^>]*>Holds later</);
  expect(html).toMatch(/Version 1, from [^<]*<[^>]*badge[^>]*>Earlier version</);
  for (const words of ['10 working days', '30 days', '1 working day<', '1 day<', 'href="https://example.org/rules"'])
    expect(html).toContain(words);
  expect(html.slice(html.indexOf('id="published"'))).toContain('/en/clauses/final/22');
  const { published: _published, ...bare } = record;
  expect(pages.recordPage({ record: bare, address: 'https://example.org/r' }, en)).not.toContain('id="published"');
});

test('fields of use are said in the words of the filing form', () => {
  expect(pages.recordPage({ record, address: 'https://example.org/r' }, en)).not.toContain('information-management');
});

test('the chart has a table with the same figures', () => {
  const html = pages.homePage(figures, en);
  expect(html).toContain('role="img"');
  expect(html).toMatch(/March 2024<\/th><td class="number">2</);
});

test('the guide carries the answers so far in its form', () => {
  const html = pages.guidePage({ progress: walkGuide({ mainland: 'yes' }) }, en);
  expect(html).toContain('<input type="hidden" name="mainland" value="yes"/>');
  expect(html).toContain('name="technique"');
});

test('what was withdrawn or lifted shows the day and the explanation, and no words', () => {
  const withdrawn = decisions.find((each) => each.withdrawn !== undefined);
  const lifted = riskNotices.find((each) => each.lifted !== undefined);
  if (withdrawn === undefined || lifted === undefined) throw new Error('the models hold one of each');
  for (const html of [
    pages.decisionPage(withdrawn, en),
    pages.decisionsPage({ total: 1, page: 1, pages: 1, items: [withdrawn] }, en),
  ]) {
    expect(html).toContain('Withdrawn');
    expect(html).toContain(withdrawn.withdrawn?.explanation ?? '-');
  }
  expect(pages.riskNoticePage(lifted, en)).toContain(lifted.lifted?.explanation ?? '-');
  expect(pages.riskNoticePage(lifted, en)).not.toContain('What you should know');
});

test('a correction is told with its day, beneath the words as corrected', () => {
  const corrected = decisions.find(({ corrections }) => corrections.length > 0);
  if (corrected === undefined) throw new Error('the models hold one');
  const html = pages.decisionPage(corrected, zh);
  for (const { explanation } of corrected.corrections) expect(html).toContain(explanation);
  expect(html.indexOf('id="words"')).toBeLessThan(html.indexOf('id="corrections"'));
});

test('a small count is said to be fewer than ten, and one that would betray it is withheld', () => {
  const html = pages.complaintsAnsweredPage({ ...answered, providers: [hiddenCounts] }, en);
  expect(html).toContain('>Fewer than 10<');
  expect(html).toContain('>Withheld<');
});

test('the record of a provider says how it keeps its promised time, with the page that tells more', () => {
  const published = record.published;
  if (published === undefined) throw new Error('the model has one');
  const { asOf, from, until } = answered;
  const shown = { ...record, published: { ...published, answered: { asOf, from, until, ...hiddenCounts } } };
  const html = pages.recordPage({ record: shown, address: 'https://example.org/r' }, en);
  expect(html).toContain(`/en/punctuality/complaints/${hiddenCounts.provider}`);
});

test('guidance speaks to every reader, cites clauses that exist and leads to pages that exist', () => {
  expect(new Set(guidancePages.map(({ reader }) => reader))).toEqual(new Set(readers));
  expect(new Set(guidancePages.map(({ id }) => id)).size).toBe(guidancePages.length);
  const points = guidancePages.flatMap(({ sections }) => sections.flatMap((each) => each.points));
  const cited = [
    ...points.map((each) => each.clause),
    ...trainingSets.flatMap(({ questions }) => questions.map((each) => each.clause)),
  ].filter((each) => each !== undefined);
  expect(cited.filter((each) => clausesReferredTo(each).length === 0)).toEqual([]);
  for (const page of guidancePages) {
    const words = page.sections.flatMap(({ points: each }) => each.map((point) => point.text));
    expect(words.map((each) => each.zh).join('').length, page.id).toBeGreaterThan(250);
    expect(
      words
        .map((each) => each.en)
        .join(' ')
        .split(' ').length,
      page.id,
    ).toBeGreaterThan(150);
    expect(
      page.sections.flatMap(({ points: each }) => each).filter(({ clause }) => clause !== undefined).length,
    ).toBeGreaterThan(1);
  }
});

test('an exercise asks with three answers and explains the right one, and keeps nothing', () => {
  for (const set of trainingSets) {
    for (const { options, right } of set.questions)
      expect([options.length, options[right] !== undefined]).toEqual([3, true]);
    const all = new Map(set.questions.map(({ id, right }) => [id, right]));
    const html = pages.trainingPage({ set, chosen: all }, en);
    expect(html).toContain(`${set.questions.length} of ${set.questions.length} right.`);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(pages.trainingPage({ set }, en)).toContain('method="get"');
  }
});
