import { text, type Text } from '@suanjian/rulebook';
import { daysAway } from '../../site-check/standing.ts';

/** As the rulebook names what answers the clauses. */
export const checkTitles = {
  'site-badge': text('网站备案编号与链接在位', 'Number and link stand on the site'),
  'site-notice': text('网站公示在位', 'Published notice stands'),
} as const;

/** What a visit shows and what not. */
export const siteStatements: readonly Text[] = [
  text(
    '访问的是公示内容里服务形式为网站的产品地址，每周一次；应用和小程序无法这样访问。',
    'Visited are the addresses of products that are filed as websites, once a week; what an app shows cannot be visited.',
  ),
  text(
    `网站打不开时，次日再访；连续 ${daysAway} 天都打不开才算没有标明。天数是系统默认值，不是法律规定。`,
    `When a site is away it is visited again the next day; only ${daysAway} days in a row count as showing nothing. That number is a policy default, not law.`,
  ),
  text(
    '公示的基本原理、运行机制、目的意图，各有一半以上的句子在页面上，算有公示；也可以在名称写明是算法说明或公示的链接页上。这一比例是系统默认值。',
    'The notice stands when half of the sentences of each filed statement (principle, mechanism, purpose) do, on the page or behind a link that calls itself so. That share is a policy default.',
  ),
  text(
    '“不运行脚本”的访问看不到由脚本写出的内容，也看不出样式隐藏的内容：没有看到时不下结论。',
    'A visit without script neither sees what scripts write nor notices what style hides: what it does not see, it does not judge.',
  ),
  text(
    '一次访问只说明当时、从本机看到的样子。请结合截图人工核对后再作处理。',
    'A visit says what was seen from here at that moment. Look at the picture yourself before you act on it.',
  ),
];
