import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import type { FormDefinition, FormValues } from '../../../engine/form.ts';
import { date, fieldsOf, list, short } from '../../common/fields.ts';
import { entriesOf, wordsIn } from '../../common/part.ts';

/** The licence for news and the sources taken from, in one version. */
export interface NewsList {
  readonly version: number;
  readonly licence: string;
  readonly authority: string;
  /** The last day of the licence. */
  readonly until: CivilDate;
  readonly sources: readonly { readonly name: string; readonly code: string }[];
  readonly publishedOn: CivilDate;
}

const field = fieldsOf('news', 'public', 'final/13');

export const newsForm: FormDefinition = {
  name: 'news-sources',
  steps: [
    {
      name: 'news',
      title: text('新闻许可和稿源名单', 'News licence and sources'),
      intro: text(
        '公布新的版本，以前的保留。名单应在国家规定的范围之内。',
        'Publishes a new version; earlier ones are kept. The list stays within the range that the State has set.',
      ),
    },
  ],
  fields: {
    licence: field(
      ['许可证编号', 'Number of the licence'],
      ['互联网新闻信息服务许可证。', 'For internet news services.'],
      short(80),
    ),
    authority: field(['发证机关', 'Issued by'], ['许可证上写的机关。', 'As the licence says.'], short(100)),
    until: field(['有效期到', 'Valid until'], ['许可证的最后一天。', 'The last day of the licence.'], date),
    sources: field(
      ['稿源', 'Sources'],
      ['代号与日志里的 news_sources 一致。', 'With the code under which the log names it in news_sources.'],
      list(
        {
          name: field(['名称', 'Name'], ['稿源单位。', 'Of the source.'], short(100)),
          code: field(['代号', 'Code'], ['日志里的写法。', 'As the log writes it.'], short(60)),
        },
        1,
        2000,
      ),
    ),
  },
};

/** What a sound form says; undefined where a day is none. */
export const newsFrom = (values: FormValues): Omit<NewsList, 'version' | 'publishedOn'> | undefined => {
  const until = asCivilDate(wordsIn(values, 'until'));
  return until === undefined
    ? undefined
    : {
        licence: wordsIn(values, 'licence'),
        authority: wordsIn(values, 'authority'),
        until,
        sources: entriesOf(values, 'sources').map((entry) => ({
          name: wordsIn(entry, 'name'),
          code: wordsIn(entry, 'code'),
        })),
      };
};

/** A code that stands twice in a list. */
export const repeatedCode = ({ sources }: Pick<NewsList, 'sources'>): string | undefined =>
  sources.find(({ code }, place) => sources.findIndex((each) => each.code === code) !== place)?.code;
