import { text } from '@suanjian/rulebook';
import type { DataSet, Figure } from '../figure.ts';

const runs = [
  {
    result: 'twice in a minute',
    who: text('两次，60 秒', 'Twice, 60 s'),
    printed: { pairs: '3791', objects: '502', accounts: '2110', edges: '3721', maxWeight: '4' },
  },
  {
    result: 'five times in ten seconds',
    who: text('五次，10 秒', 'Five times, 10 s'),
    printed: { pairs: '22', objects: '21', accounts: '23' },
  },
  {
    result: 'twice in ten seconds',
    who: text('两次，10 秒', 'Twice, 10 s'),
    printed: { pairs: '447', accounts: '525' },
  },
];
const words: Readonly<Record<string, Figure['what']>> = {
  pairs: text('配对', 'pairs'),
  objects: text('对象', 'objects'),
  accounts: text('账号', 'accounts'),
  edges: text('边', 'edges'),
  maxWeight: text('最大权重', 'greatest weight'),
};

export const coordinatedSharing = (): DataSet => ({
  name: 'coordinated-sharing',
  figures: [
    { what: text('转发数', 'Retweets'), printed: '35125', result: 'what there is', path: ['retweets'] },
    ...runs.flatMap(({ result, who, printed }) =>
      Object.entries(printed).map(([path, value]): Figure => {
        const what = words[path] ?? text(path, path);
        return { what: text(`${who.zh}：${what.zh}`, `${who.en}: ${what.en}`), printed: value, result, path: [path] };
      }),
    ),
  ],
  leftOut: [],
  verdicts: [],
});
