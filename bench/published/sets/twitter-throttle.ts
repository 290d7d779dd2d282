import { text } from '@suanjian/rulebook';
import type { DataSet } from '../figure.ts';

export const twitterThrottle = (): DataSet => ({
  name: 'twitter-throttle',
  figures: [
    {
      what: text('被拖慢的域名', 'Domains that are slowed'),
      printed: '4',
      result: 'waits',
      by: { owner: 'competitor' },
      path: ['domains'],
    },
    {
      what: text('其他域名', 'Other domains'),
      printed: '59',
      result: 'waits',
      by: { owner: 'other' },
      path: ['domains'],
    },
    {
      what: text(
        '竞争者的平均等待，毫秒（发表 2,544；重算 2,542.8）',
        'Mean wait for competitors, ms (published 2,544; computed anew 2,542.8)',
      ),
      printed: '2542.8',
      result: 'waits',
      by: { owner: 'competitor' },
      path: ['meanWait'],
    },
    {
      what: text('其他的平均等待，毫秒', 'Mean wait for others, ms'),
      printed: '39',
      result: 'waits',
      by: { owner: 'other' },
      path: ['meanWait'],
    },
    {
      what: text('同上，多一位', 'The same with one digit more'),
      printed: '38.8',
      result: 'waits',
      by: { owner: 'other' },
      path: ['meanWait'],
    },
    {
      what: text('最慢的域名，毫秒', 'Slowest domain, ms'),
      printed: '2544.6',
      result: 'waits of each domain',
      by: { domain: 'instagram.com' },
      path: ['meanWait'],
    },
    {
      what: text('ynet.co.il，毫秒', 'ynet.co.il, ms'),
      printed: '86',
      result: 'waits of each domain',
      by: { domain: 'ynet.co.il' },
      path: ['meanWait'],
    },
    {
      what: text('同样的链接经 bit.ly，毫秒', 'The same links by bit.ly, ms'),
      printed: '37.0',
      result: 'the same links by bit.ly',
      path: ['meanWait'],
    },
  ],
  leftOut: [],
  verdicts: [
    {
      what: text('竞争者的链接更慢：应报告', 'Links to competitors are slower: to be reported'),
      result: 'gap in waits',
      fails: true,
    },
  ],
});
