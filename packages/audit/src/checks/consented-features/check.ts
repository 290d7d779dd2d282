import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

/**
 * What each person consents to after each change, and nothing before the first of them. Of two words about one kind of data at one instant the
 * withdrawal counts. People without any record of consent are not in it. Numbers stand for people and kinds: with texts it would take twice as long.
 */
const standings = `SELECT person, changed,
  arrayDistinct(arrayMap(one -> one.2, arrayFilter(
    one -> one.3 = 1 AND one.1 <= changed AND NOT arrayExists(other -> other.2 = one.2 AND other.1 <= changed AND (other.1 > one.1 OR (other.1 = one.1 AND other.3 = 0)), story),
    story))) AS consented
FROM (
  SELECT cityHash64(provider, user) AS person, arraySort(groupArray((time, cityHash64(category), toUInt8(action = 'consent-given')))) AS story
  FROM {{control.history}} AS said
  ARRAY JOIN categories AS category
  WHERE action IN ('consent-given', 'consent-withdrawn') AND {{met.exposure.user}}
  GROUP BY person
) AS stories
ARRAY JOIN arrayDistinct(arrayConcat([toDateTime64(0, 3, 'UTC')], arrayMap(one -> one.1, story))) AS changed`;

export const consentedFeatures = defineCheck({
  id: 'consented-features',
  version: 1,
  status: 'live',
  title: text('使用的个人信息均已告知同意', 'Only consented personal data are used'),
  question: text(
    '推荐所用的每一类个人信息，当时是否都得到了这个人的同意？',
    'Had the person consented, by then, to every kind of personal data that recommendation used?',
  ),
  advice: text(
    '列出的展示写明是谁、用了哪一类未经同意的信息。常见原因：撤回同意没有传到特征读取处，或新特征上线时没有征得同意。日志中没有任何同意记录的人无法判断：请补录，换密钥之后请重述。两边的类别名称须一致。',
    'The exposures named say who it was and which kind of data was used without consent. Often a withdrawal does not reach the place where features are read, or a new feature went live without asking. For people without any record of consent it cannot be told: record it, and restate it under a new key. Both sides must call the kinds by the same names.',
  ),
  clauses: clausesOf('consented-features'),
  checklist: [8],
  families: ['control', 'exposure'],
  needs: ['control.categories', 'exposure.data_used'],
  method: 'invariant',
  relation: `SELECT shown.request AS request, shown.user AS user, shown.algorithm AS algorithm, shown.day AS day,
  hasAll(standing.consented, shown.kinds) AS consented_to_all,
  arrayFilter((kind, number) -> NOT has(standing.consented, number), shown.data_used, shown.kinds) AS unconsented,
  if(standing.person = 0, NULL, consented_to_all) AS kept,
  if(consented_to_all OR toUnixTimestamp64Milli(standing.changed) = 0, -1, dateDiff('millisecond', standing.changed, shown.time)) AS since
FROM (
  SELECT cityHash64(provider, user) AS person, user, request, algorithm, time, day, data_used, arrayMap(kind -> cityHash64(kind), data_used) AS kinds FROM {{exposure}} AS every_exposure WHERE notEmpty(data_used)
) AS shown
ASOF LEFT JOIN (${standings}) AS standing
  ON shown.person = standing.person AND shown.time >= standing.changed`,
  parts: {
    row: "concat(request, ' ', user, ' ', arrayStringConcat(arraySort(unconsented), ','))",
    must: 'kept',
    elapsed: 'since',
  },
  by: ['algorithm'],
  parameters: [
    {
      name: 'grace',
      value: 3000,
      meaning: text(
        '撤回之后多少毫秒内的使用算在途中。',
        'For how many milliseconds after a withdrawal a use counts as under way.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { grace: '{{parameter.grace}}' },
  day: 'day',
  history: 'all',
  examples,
});
