import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { enough } from '../common/enough.ts';
import { examples } from './examples.ts';

/** Interests are read from before this day and results from it on, so that a result cannot have made the interest. */
const middle =
  "(SELECT min(day) + intDiv(dateDiff('day', min(day), max(day)) + 1, 2) FROM {{exposure}} AS whole_period)";

const interests = `SELECT provider, user, tupleElement(arrayMax(arrayZip(tally.2, tally.1)), 2) AS interest
FROM (
  SELECT provider, user, sumMap([toString(topic)], [toUInt64(1)]) AS tally
  FROM {{exposure.history}} AS earlier
  WHERE personalised AND topic != '' AND day < ${middle} AND day >= ${middle} - {{parameter.days}} AND {{part.user}}
  GROUP BY provider, user
) AS tallies
WHERE arraySum(tally.2) >= 5`;

const regions = `SELECT provider, user, argMax(region, (time, region)) AS lives_in
FROM {{account.history}} AS every_account
WHERE region != '' AND {{part.user}}
GROUP BY provider, user`;

/** What each person was shown in one situation: page position, audience and a few hours; a search follows its query and is left out. */
const shown = `SELECT provider, user, surface, audience, intDiv(toUnixTimestamp(time), 3600 * {{parameter.hours}}) AS hours, groupArray(toString(topic)) AS topics
FROM {{exposure}} AS every_exposure
WHERE NOT personalised AND technique != 'search' AND topic != '' AND day >= ${middle} AND {{part.user}}
GROUP BY provider, user, surface, audience, hours`;

export const impersonalResults = defineCheck({
  id: 'impersonal-results',
  version: 1,
  status: 'live',
  title: text('非个性化结果与用户无关', 'Impersonal results do not depend on who asks'),
  question: text(
    '标为“非个性化”的结果，是否仍然偏向提问者自己的兴趣？',
    'Do results that are called impersonal still lean towards the interests of whoever asks?',
  ),
  advice: text(
    '对每个话题，比较兴趣在此的人与其他人，在同一版面、地区、人群和数小时之内，所得非个性化结果中这一话题的占比；应当相同。兴趣取自此前的个性化展示，结果取自此后，所以点过热点不会造成差距。若有差距：查看非个性化结果是否仍读取画像、历史或相似人群；结果合法地取决于别的情形（如城市内的位置、语言），请确认它没有与兴趣相连。搜索结果取决于查询词，不在其中。记录过多时只看固定的一部分人。',
    'For each topic people whose interest it is are compared with all others in the same page position, region, audience and few hours: the topic’s share of their impersonal results should be equal. Interests are taken from personalised exposures before, results from afterwards, so that having opened a hot topic makes no gap. Where there is one, see whether impersonal results still read the profile, the history or people alike; where they lawfully rest on something else (a place within the city, a language), see that it does not go with interests. Searches follow their query and are left out. Of very large logs a fixed part of the people is looked at.',
  ),
  clauses: clausesOf('impersonal-results'),
  families: ['exposure', 'account'],
  needs: ['account.region', 'exposure.topic'],
  method: 'rate-gap',
  relation: `SELECT concat(surface, ' ', audience, ' ', lives_in, ' ', toString(hours), ' ', about) AS situation, asker,
  if(about = interest, 'own', 'others') AS side, countEqual(topics, about) AS of_topic, length(topics) AS of_all
FROM (
  SELECT shown.provider AS provider, shown.user AS asker, shown.surface AS surface, shown.audience AS audience, shown.hours AS hours,
    shown.topics AS topics, person.interest AS interest, place.lives_in AS lives_in,
    groupUniqArray(person.interest) OVER (PARTITION BY shown.provider, shown.surface, shown.audience, shown.hours, place.lives_in) AS interests_there
  FROM (${shown}) AS shown
  JOIN (${interests}) AS person ON shown.provider = person.provider AND shown.user = person.user
  JOIN (${regions}) AS place ON shown.provider = place.provider AND shown.user = place.user
) AS situations
ARRAY JOIN interests_there AS about`,
  fewRows: true,
  parts: { group: 'side', outcome: 'of_topic', trials: 'of_all', match: 'situation', cluster: 'asker' },
  compare: ['own', 'others'],
  parameters: [
    enough(1_000_000),
    {
      name: 'hours',
      value: 3,
      meaning: text('多少小时之内的结果算同一情形。', 'Results within so many hours count as one situation.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'days',
      value: 30,
      meaning: text('兴趣至多取自此前多少天。', 'Interests are taken from so many days before, at most.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 0.02,
      meaning: text('占比相差多少才算数。', 'The difference of shares that matters.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {
    measure: 'difference',
    reference: 'others',
    adverse: 'high',
    materiality: '{{parameter.materiality}}',
  },
  history: 'all',
  examples,
});
