import type { CivilDate } from '@suanjian/rulebook';
import type { Commitments } from '../common/commitments.ts';
import type { PublishedCase } from './registers/cases.ts';
import type { NewsList } from './registers/news.ts';
import { usedTags, type Tag } from './registers/tags.ts';
import type { ResponsibilityState, ServiceRules } from './state.ts';

type Published = Pick<ResponsibilityState, 'commitments' | 'earlierCommitments'>;

const everyVersion = ({ commitments, earlierCommitments }: Published): readonly Commitments[] =>
  commitments === undefined ? earlierCommitments : [...earlierCommitments, commitments];

/** The time limits that hold on a day: the last published of those that have begun. */
export const commitmentsOn = (state: Published, day: CivilDate): Commitments | undefined =>
  everyVersion(state).findLast(({ from }) => from <= day);

/** What anybody may see of a provider's register: rules and time limits it has published, every version of them. */
export interface PublicResponsibility {
  /** The latest version of each title first. */
  readonly rules: readonly ServiceRules[];
  /** Newest first; some may hold only from a later day. */
  readonly commitments: readonly Commitments[];
}

/** Nothing but what was published; nothing at all once the register is withdrawn. */
export const publicResponsibility = (
  state: Pick<ResponsibilityState, 'status' | 'rules'> & Published,
): PublicResponsibility =>
  state.status === 'withdrawn'
    ? { rules: [], commitments: [] }
    : {
        rules: state.rules
          .map(({ title, address, version, since, publishedOn }) => ({
            title,
            address,
            version,
            since,
            publishedOn,
          }))
          .toReversed(),
        commitments: everyVersion(state)
          .map(({ version, from, limits }) => ({ version, from, limits }))
          .toReversed(),
      };

/** What anybody may see of the registers: tags in use, news licence and sources, successful appeals. No account and no id of a matter. */
export interface PublicRegisters {
  readonly tags: readonly Pick<Tag, 'tag' | 'kind' | 'meaning'>[];
  /** Newest first. */
  readonly newsLists: readonly NewsList[];
  readonly cases: readonly Omit<PublishedCase, 'appeal'>[];
}

/** Nothing at all once the register is withdrawn, or before it was ever in force. */
export const publicRegisters = ({
  status,
  tags,
  newsLists,
  cases,
}: Pick<ResponsibilityState, 'status' | 'tags' | 'newsLists' | 'cases'>): PublicRegisters =>
  status === 'kept'
    ? {
        tags: usedTags(tags).map(({ tag, kind, meaning }) => ({ tag, kind, meaning })),
        newsLists: newsLists.toReversed(),
        cases: cases
          .map(({ title, about, outcome, publishedOn }) => ({ title, about, outcome, publishedOn }))
          .toReversed(),
      }
    : { tags: [], newsLists: [], cases: [] };
