import { text } from '@suanjian/rulebook';
import type { EventMeta } from '../../../engine/definition.ts';
import type { AccountId } from '../../../engine/identity.ts';
import { isRelease, type Release } from './releases.ts';
import type { RegisterEvent, RegistersState } from './state.ts';
import { barredWordIn, type Tag } from './tags.ts';

export const registerEventTitles = {
  'release-recorded': { title: text('登记版本', 'Release recorded') },
  'release-reviewed': { title: text('审核版本', 'Release reviewed') },
  'release-in-service': { title: text('版本上线', 'Release in service') },
  'tag-proposed': { title: text('提出标签', 'Tag proposed') },
  'tag-approved': { title: text('批准标签', 'Tag approved') },
  'tag-retired': { title: text('停用标签', 'Tag retired') },
  'word-barred': { title: text('禁用词', 'Word barred') },
  'news-published': { title: text('公布稿源名单', 'News sources published') },
  'case-published': { title: text('公布申诉案例', 'Appeal case published') },
} as const satisfies Record<RegisterEvent['type'], { title: unknown }>;

type EventOf<Type extends RegisterEvent['type']> = Extract<RegisterEvent, { type: Type }>;

const accountIn = ({ actor }: EventMeta): AccountId | undefined =>
  actor.kind === 'person' ? actor.account : undefined;

const by = <Name extends string>(name: Name, meta: EventMeta) => {
  const account = accountIn(meta);
  return (account === undefined ? {} : { [name]: account }) as { readonly [Each in Name]?: AccountId };
};

/** To be spread into `evolve` of the definition. */
export const registerEvolution = <State extends RegistersState>() => ({
  'release-recorded': (
    state: State,
    { algorithm, release, trained, sources, model }: EventOf<'release-recorded'>,
    meta: EventMeta,
  ): State => ({
    ...state,
    model,
    releases: [
      ...state.releases,
      { algorithm, release, trained, sources, recordedOn: meta.on, ...by('recordedBy', meta) },
    ],
  }),
  'release-reviewed': (state: State, event: EventOf<'release-reviewed'>, meta: EventMeta): State => ({
    ...state,
    opinion: event.opinion,
    releases: state.releases.map((each) =>
      isRelease(event)(each) ? { ...each, review: { on: meta.on, result: event.result, ...by('by', meta) } } : each,
    ),
  }),
  'release-in-service': (state: State, event: EventOf<'release-in-service'>): State => ({
    ...state,
    releases: state.releases.map((each): Release => {
      if (isRelease(event)(each)) return { ...each, from: event.from };
      const replaced = each.algorithm === event.algorithm && each.from !== undefined && each.until === undefined;
      return replaced ? { ...each, until: event.from } : each;
    }),
  }),
  'tag-proposed': (state: State, { type: _type, ...proposed }: EventOf<'tag-proposed'>, meta: EventMeta): State => ({
    ...state,
    // What was retired may come back; its earlier entry stays.
    tags: [...state.tags, { ...proposed, proposedOn: meta.on, ...by('proposedBy', meta) }],
  }),
  'tag-approved': (state: State, { tag }: EventOf<'tag-approved'>, { on }: EventMeta): State => ({
    ...state,
    tags: state.tags.map((each) => (isOpenTag(tag)(each) ? { ...each, approvedOn: on } : each)),
  }),
  'tag-retired': (state: State, { tag }: EventOf<'tag-retired'>, { on }: EventMeta): State => ({
    ...state,
    tags: state.tags.map((each) => (isOpenTag(tag)(each) ? { ...each, endedOn: on } : each)),
  }),
  'word-barred': (state: State, { word }: EventOf<'word-barred'>, { on }: EventMeta): State => ({
    ...state,
    barredWords: [...state.barredWords, word],
    tags: state.tags.map((each) =>
      each.endedOn === undefined && barredWordIn(each.tag, [word]) !== undefined ? { ...each, endedOn: on } : each,
    ),
  }),
  'news-published': (state: State, { list }: EventOf<'news-published'>, { on }: EventMeta): State => ({
    ...state,
    newsLists: [...state.newsLists, { ...list, publishedOn: on }],
  }),
  'case-published': (state: State, { told }: EventOf<'case-published'>, { on }: EventMeta): State => ({
    ...state,
    cases: [...state.cases, { ...told, publishedOn: on }],
  }),
});

/** Proposed or in use under this word. */
export const isOpenTag =
  (tag: string) =>
  (each: Tag): boolean =>
    each.tag === tag && each.endedOn === undefined;
