/*
 * The platform's vocabulary. Topics, tags and places are harmless on purpose; regions are codes of GB/T 2260, of which only the
 * numbers are used.
 */

export const topics = [
  'sports', 'music', 'film', 'food', 'travel', 'games', 'science', 'health', 'finance', 'fashion',
  'home', 'cars', 'pets', 'books', 'history', 'culture', 'nature', 'crafts', 'society', 'world',
] as const; // prettier-ignore

/** Tags about people: three for each topic, in the topics' order. */
export const tags: readonly string[] = [
  'football', 'basketball', 'running', 'folk-songs', 'rock', 'concerts', 'documentaries', 'comedies', 'animation',
  'noodles', 'baking', 'tea', 'mountains', 'rail-travel', 'museums', 'board-games', 'puzzles', 'e-sports',
  'astronomy', 'chemistry', 'robots', 'sleep', 'yoga', 'nutrition', 'savings', 'insurance-basics', 'budgeting',
  'sneakers', 'knitwear', 'hanfu', 'gardening', 'furniture', 'tidying', 'electric-cars', 'motorbikes', 'car-care',
  'cats', 'dogs', 'aquariums', 'novels', 'poetry', 'comics', 'tang-dynasty', 'archaeology', 'local-history',
  'opera', 'calligraphy', 'dialects', 'birds', 'hiking', 'wild-flowers', 'pottery', 'woodwork', 'paper-cutting',
  'city-life', 'volunteering', 'schools', 'weather-abroad', 'world-sports', 'languages',
]; // prettier-ignore
export const TAGS_PER_TOPIC = 3;

/** What nobody may be tagged with; no tag above is one of these. */
export const barredTags = ['gambling', 'hate', 'gullible', 'poor-household'] as const;

/** Topics whose items are news. */
export const newsTopics: ReadonlySet<number> = new Set([18, 19]);
export const newsSources = ['xinhua', 'people-daily', 'cctv', 'china-daily', 'local-daily'] as const;

export interface Region {
  readonly code: string;
  readonly weight: number;
  /** What things cost there; people of the regions that came first have been customers longer: a confounder on purpose. */
  readonly prices: number;
  /** Skews the years since registration: below 1, more old customers. */
  readonly newness: number;
  readonly ios: number;
}

export const regions: readonly Region[] = [
  { code: '110000', weight: 0.13, prices: 1.08, newness: 0.7, ios: 0.52 },
  { code: '310000', weight: 0.13, prices: 1.09, newness: 0.7, ios: 0.55 },
  { code: '440100', weight: 0.12, prices: 1.04, newness: 0.8, ios: 0.45 },
  { code: '330100', weight: 0.11, prices: 1.03, newness: 0.85, ios: 0.43 },
  { code: '510100', weight: 0.12, prices: 0.97, newness: 1.2, ios: 0.35 },
  { code: '420100', weight: 0.11, prices: 0.96, newness: 1.3, ios: 0.33 },
  { code: '610100', weight: 0.1, prices: 0.94, newness: 1.5, ios: 0.31 },
  { code: '210200', weight: 0.09, prices: 0.93, newness: 1.6, ios: 0.3 },
  { code: '530100', weight: 0.09, prices: 0.91, newness: 1.9, ios: 0.27 },
];

export const audiences = ['adult', 'minor', 'older', undefined] as const;
export const ADULT = 0;
export const MINOR = 1;
export const OLDER = 2;

/** Page positions, with the algorithm behind each and the own items' share of its candidates. */
export const surfaces = [
  { name: 'feed', algorithm: 'home-feed', slots: 10, own: 0.08 },
  { name: 'first-screen', algorithm: 'home-first', slots: 6, own: 0.11 },
  { name: 'selected', algorithm: 'home-first', slots: 3, own: 0.13 },
  { name: 'popup', algorithm: 'home-feed', slots: 1, own: 0.1 },
  { name: 'search', algorithm: 'search', slots: 10, own: 0.08 },
  { name: 'hot-list', algorithm: 'hot-list', slots: 10, own: 0.06 },
] as const;
export const FEED = 0;
export const FIRST_SCREEN = 1;
export const SELECTED = 2;
export const POPUP = 3;
export const SEARCH = 4;
export const HOT_LIST = 5;

/** Kinds of personal data, each a bit of what a person consented to. `contacts` is consented to and used by nothing. */
export const dataKinds = ['browsing', 'contacts', 'location', 'search'] as const;
export const BROWSING = 1;
export const CONTACTS = 2;
export const LOCATION = 4;
export const SEARCHES = 8;

export const dataKindsOf = (mask: number): string[] => dataKinds.filter((_, bit) => (mask & (1 << bit)) !== 0);

/** The index that a draw from 0 to 1 falls on. */
export const pick = (weights: readonly number[], unit: number): number => {
  let rest = unit * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return weights.length - 1;
};
