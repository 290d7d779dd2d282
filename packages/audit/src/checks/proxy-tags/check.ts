import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

/** Each person's band of each trait as last told. */
const bands = `SELECT provider, subject, trait, argMax(band, (time, band)) AS latest_band
FROM {{trait.linked}} AS every_trait
GROUP BY provider, subject, trait`;

/** For each trait the bands with their people and how many of them carry each tag; one pass over the exposures. */
const countsByTrait = `SELECT trait, groupArray((latest_band, people, tally.1, tally.2)) AS counts
FROM (
  SELECT person_band.trait AS trait, person_band.latest_band AS latest_band, count() AS people,
    sumMap(person_tags.carried, arrayMap(one -> toUInt64(1), person_tags.carried)) AS tally
  FROM (
    SELECT provider, user, groupUniqArrayArray(arrayMap(one -> toString(one), tags)) AS carried
    FROM {{exposure}} AS every_exposure
    WHERE notEmpty(tags)
    GROUP BY provider, user
  ) AS person_tags
  JOIN (${bands}) AS person_band ON person_tags.provider = person_band.provider AND person_tags.user = person_band.subject
  GROUP BY person_band.trait, person_band.latest_band
) AS by_band
GROUP BY trait`;

export const proxyTags = defineCheck({
  id: 'proxy-tags',
  version: 2,
  status: 'live',
  title: text('标签替代受保护特征', 'Tags that stand for protected traits'),
  question: text(
    '是否有标签主要用在某一性别、年龄段等人群身上，实际上替代了受保护的特征？',
    'Are there tags used mostly for people of one gender, age band and so on, which in fact stand for the protected trait?',
  ),
  advice: text(
    '逐个标签比较各人群中带有它的人的比例。有差距不等于歧视：兴趣本来就可能因人群而异。请看标签的含义、来源和用途；若它用来决定价格、机会或可见范围，应当删去或不再用于这些决定。受保护特征另用密钥隔开，只有持有该密钥的人运行审计时才能与人对照，对照表在审计结束时删除；没有对照上的人不在其中。',
    'For each tag the shares of people who carry it are compared between bands. A gap is not yet discrimination: interests may differ. Look at what the tag means, where it comes from and what it is used for; where it decides prices, chances or reach, drop it or keep it out of those decisions. Traits are kept under a key of their own: they are laid beside people only in an audit by whoever holds it, in a table that is dropped when the audit ends; people who are not matched are not looked at.',
  ),
  clauses: clausesOf('proxy-tags'),
  families: ['exposure', 'trait'],
  needs: ['exposure.tags'],
  method: 'rate-gap',
  relation: `SELECT trait, tag, of_band.1 AS band, of_band.2 AS people, of_band.4[indexOf(of_band.3, tag)] AS carrying
FROM (
  SELECT trait, counts, tag
  FROM (${countsByTrait}) AS by_trait
  ARRAY JOIN arrayDistinct(arrayFlatten(arrayMap(one -> one.3, counts))) AS tag
  WHERE arraySum(arrayMap(one -> one.4[indexOf(one.3, tag)], counts)) >= {{parameter.carriers}}
) AS listed
ARRAY JOIN counts AS of_band`,
  parts: { group: 'band', outcome: 'carrying', trials: 'people' },
  by: ['trait', 'tag'],
  parameters: [
    {
      name: 'carriers',
      value: 30,
      meaning: text('至少有多少人带有的标签才比较。', 'Tags that fewer people carry are not compared.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 0.1,
      meaning: text(
        '一个人群与其余人群的比例相差多少才算数。',
        'The difference between the share of a band and that of all others which matters.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { measure: 'difference', reference: 'rest', materiality: '{{parameter.materiality}}' },
  history: 'all',
  examples,
});
