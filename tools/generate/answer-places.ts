import { checksOfRecords, type Answer } from '@suanjian/rulebook';
import { anchorOf } from './anchor.ts';

const matter = (kind: string): string => `matters.md#${anchorOf(kind)}`;

/** Where that which is neither a matter, a clock nor a check is described, or built: from docs/reference. */
const places: Readonly<Record<string, string>> = {
  'page register': '../guides/people.md',
  'page record': '../guides/people.md',
  'page number-check': '../guides/people.md',
  'page clauses': 'clauses.md',
  'page guide': '../guides/providers.md#must-i-file',
  'page open-data': '../guides/developers.md',
  'page badge': '../guides/providers.md#once-it-is-filed',
  'page site-notice': '../guides/operators.md#visits-to-providers-sites',
  'page site-badge': '../guides/operators.md#visits-to-providers-sites',
  'page punctuality': '../guides/offices.md#being-in-time',
  'page service-rules': '../guides/providers.md#what-you-must-have-in-order',
  'page complaints': '../guides/people.md#what-you-can-do-here',
  'page commitments': '../guides/providers.md#what-you-must-have-in-order',
  'page decisions': '../../apps/web/src/public/pages/decisions.tsx',
  'page risk-notice': '../../apps/web/src/public/pages/risk-notices.tsx',
  'page figures': '../../apps/web/src/public/pages/governance.tsx',
  'page campaign-dashboard': '../../apps/web/src/public/pages/campaigns.tsx',
  'page complaints-answered': '../../apps/web/src/public/pages/complaints-answered.tsx',
  'page standards': '../../apps/web/src/public/pages/standards.tsx',
  'page guidance': '../../apps/web/src/public/pages/guidance.tsx',
  'scheme grading': '../guides/offices.md#numbers-and-grading',
  'scheme risk-matrix': matter('official-assessment'),
  'engine sealed-fields': '../decisions/0006-seal-by-field.md',
  'engine reading-log': '../guides/offices.md',
  'engine jurisdiction': '../../packages/matters/src/engine/jurisdiction.test.ts',
  'engine technique': '../../packages/matters/src/matters/technique.test.ts',
  'engine organisations': '../../packages/matters/src/engine/party.ts',
  'engine joint-teams': '../decisions/0027-teams-stand-for-offices.md',
  'engine releases': '../guides/operators.md#rules-and-checks-from-others',
  'engine monitoring': '../decisions/0030-monitoring-by-baseline-and-day.md',
  'engine reminders': matter('filing-reminder'),
  'engine log-retention': '../guides/decision-log.md#retention-and-holds',
  'engine decision-record': '../guides/decision-log.md#extract',
  'engine recusal': matter('violation-case'),
  'register management-systems': matter('responsibility'),
  'register staff': matter('responsibility'),
  'register tag-dictionary': '../guides/providers.md#registers-beside-the-management-systems',
  'register news-sources': '../guides/providers.md#registers-beside-the-management-systems',
  'register model-releases': '../guides/providers.md#registers-beside-the-management-systems',
  'register undertakings': matter('inspection'),
  'register discretion': matter('discretion'),
};

/** Where an answer that works is found, from docs/reference; undefined for one that waits. */
export const placeOf = ({ kind, name, status }: Pick<Answer, 'kind' | 'name' | 'status'>): string | undefined => {
  if (status === 'planned') return undefined;
  switch (kind) {
    case 'matter':
      return matter(name);
    case 'clock':
      return matter(name.split('/', 1)[0] ?? name);
    case 'check':
      return checksOfRecords.includes(name)
        ? `../../packages/matters/src/record-checks/${name}.ts`
        : `checks.md#${anchorOf(name)}`;
    case 'page':
    case 'scheme':
    case 'engine':
    case 'register':
    case 'guard':
      return places[`${kind} ${name}`];
  }
};
