import type { CivilDate } from '@suanjian/rulebook';
import type { FormValues } from '../../../engine/form.ts';
import type { PublishedCase } from './cases.ts';
import type { NewsList } from './news.ts';
import type { Release, ReviewResult } from './releases.ts';
import type { Tag } from './tags.ts';

/** The registers that are kept beside the management systems. */
export interface RegistersState {
  /** In the order in which they were recorded. */
  readonly releases: readonly Release[];
  /** The form of the release recorded last, and what was said of the one reviewed last: sealed, to be read where they may be. */
  readonly model?: FormValues;
  readonly opinion?: FormValues;
  readonly tags: readonly Tag[];
  readonly barredWords: readonly string[];
  /** Oldest first. */
  readonly newsLists: readonly NewsList[];
  readonly cases: readonly PublishedCase[];
}

type Named = Pick<Release, 'algorithm' | 'release'>;

export type RegisterEvent =
  /** `model` is the form, its sources sealed; the rest is what of it may be told. */
  | ({ readonly type: 'release-recorded'; readonly model: FormValues } & Pick<
      Release,
      'algorithm' | 'release' | 'trained' | 'sources'
    >)
  | ({ readonly type: 'release-reviewed'; readonly result: ReviewResult; readonly opinion: FormValues } & Named)
  | ({ readonly type: 'release-in-service'; readonly from: CivilDate } & Named)
  | ({ readonly type: 'tag-proposed' } & Pick<Tag, 'tag' | 'kind' | 'meaning' | 'consent'>)
  | { readonly type: 'tag-approved'; readonly tag: string }
  | { readonly type: 'tag-retired'; readonly tag: string }
  | { readonly type: 'word-barred'; readonly word: string }
  | { readonly type: 'news-published'; readonly list: Omit<NewsList, 'publishedOn'> }
  | { readonly type: 'case-published'; readonly told: Omit<PublishedCase, 'publishedOn'> };

export const emptyRegisters: RegistersState = { releases: [], tags: [], barredWords: [], newsLists: [], cases: [] };
