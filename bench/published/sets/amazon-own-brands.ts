import { text } from '@suanjian/rulebook';
import type { DataSet, Figure } from '../figure.ts';
import { printedRows } from '../printed.ts';

const name = 'amazon-own-brands';

/** The heat maps' rows that the data hold: the first place, which is the share of searches that begin with such a product. */
const firstPlaceOf = (file: string): string =>
  printedRows(name, file).find((row) => row[''] === '1')?.['product_order'] ?? '';

const places = (): readonly Figure[] => {
  const rows = printedRows(name, 'published_fig2-scatter.csv');
  const cell = (category: string, column: string): string =>
    rows.find((row) => row['Category'] === category)?.[column] ?? '';
  const share = (path: string, what: Figure['what'], printed: string): Figure => ({
    what,
    printed,
    result: 'first places',
    path: [path],
    times: 100,
  });
  return [
    share(
      'ownFirstShare',
      text('自有品牌居首位，%', 'Own brands in first place, %'),
      cell('Amazon brands', 'Perc #1 spot'),
    ),
    share(
      'ownFirstRowShare',
      text('自有品牌进首行，%', 'Own brands in the first row, %'),
      cell('Amazon brands', 'Perc first row'),
    ),
    share(
      'otherFirstShare',
      text('竞争品牌居首位，%', 'Competing brands in first place, %'),
      cell('Competing brands', 'Perc #1 spot'),
    ),
    share(
      'otherFirstRowShare',
      text('竞争品牌进首行，%', 'Competing brands in the first row, %'),
      cell('Competing brands', 'Perc first row'),
    ),
    share(
      'ownFirstShare',
      text('热力图 3a 首位，%', 'Heat map 3a, first place, %'),
      firstPlaceOf('published_fig3a-heatmap_amzn.csv'),
    ),
    share(
      'ownAheadShare',
      text(
        '自有品牌排在竞争者之前，%（发表 22.880870，是截断；重算 22.881）',
        'Own brand ahead of a competitor, % (published 22.880870, cut off; computed anew 22.881)',
      ),
      '22.881',
    ),
  ];
};

const counted = (result: string, path: string, printed: string, what: Figure['what'], times = 1): Figure => ({
  what,
  printed,
  result,
  path: [path],
  times,
});

export const amazonOwnBrands = (): DataSet => ({
  name,
  figures: [
    counted('first places', 'searches', '3492', text('搜索数', 'Searches')),
    counted(
      'first places',
      'ownFirst',
      '682',
      text('自有品牌居首位的搜索', 'Searches with an own brand in first place'),
    ),
    ...places(),
    counted('own brand ahead', 'moreStars', '34.6683', text('在前且星级更高，%', 'Ahead, with more stars, %'), 100),
    counted('own brand ahead', 'moreReviews', '48.2759', text('在前且评论更多，%', 'Ahead, with more reviews, %'), 100),
    counted(
      'own brand ahead',
      'fewerOfBoth',
      '27.9693',
      text('在前而两者都更少，%', 'Ahead, with fewer of both, %'),
      100,
    ),
    counted('pairs', 'pairs', '1415', text('首二位的配对数', 'Pairs of first and second')),
    counted('pairs', 'mixed', '649', text('一方为自有品牌的配对', 'Pairs with one own brand')),
    counted('pairs', 'ownHigher', '92.8', text('其中自有品牌在前，%', 'Own brand first in these, %'), 100),
    counted(
      'pairs',
      'betterHigher',
      '43.4',
      text('星级不同的配对中，高者在前，%', 'Higher rated first where stars differ, %'),
      100,
    ),
    counted('searched terms', 'terms', '15802', text('搜索词', 'Search terms')),
  ],
  leftOut: [
    {
      what: text(
        '各类商品所占比例，无关联商品与赞助商品的位置（图 2）',
        'Shares of products, places of unaffiliated and of sponsored ones (figure 2)',
      ),
      printed: '5.8 …',
      why: text('搜索结果全表不在数据中。', 'Not in the data: the table of all results is absent.'),
    },
    {
      what: text('热力图 3a 其余各位、3b、3c', 'Heat map 3a beyond the first place, 3b, 3c'),
      printed: '…',
      why: text('搜索结果全表不在数据中。', 'Not in the data: the table of all results is absent.'),
    },
    {
      what: text('随机森林的准确率', 'Accuracy of random forests'),
      printed: '73.2, 63.5, 70.7, 54.5',
      why: text('随机森林不在方法之列。', 'Random forests are no method of the audit.'),
    },
  ],
  verdicts: [],
});
