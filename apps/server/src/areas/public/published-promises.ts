import type { PublishedRegisters, RecordPublished } from '@suanjian/contracts';
import {
  commitmentsOn,
  promisedKinds,
  promisedTitles,
  publicRegisters,
  publicResponsibility,
  tagKinds,
  type MatterId,
} from '@suanjian/matters';
import { civilDate, type CivilDate } from '@suanjian/rulebook';
import { z } from 'zod';
import type { Services } from '../../services.ts';

const kind = 'responsibility';

const day = z.string().transform((value) => civilDate(value));
const limit = z.object({
  length: z.number(),
  unit: z.enum(['working-day', 'calendar-day', 'calendar-month', 'calendar-year']),
});
const commitments = z.object({
  version: z.number(),
  from: day,
  limits: z.partialRecord(z.enum(promisedKinds), limit),
});

/** Of everything that a register holds, only what can have been published. */
const register = z.object({
  status: z.enum(['drafted', 'kept', 'withdrawn']),
  rules: z.array(
    z.object({ title: z.string(), address: z.string(), version: z.string(), since: day, publishedOn: day }),
  ),
  commitments: commitments.optional(),
  earlierCommitments: z.array(commitments),
  tags: z.array(
    z.object({
      tag: z.string(),
      kind: z.string(),
      meaning: z.string(),
      proposedOn: day,
      approvedOn: day.optional(),
      endedOn: day.optional(),
    }),
  ),
  newsLists: z.array(
    z.object({
      version: z.number(),
      licence: z.string(),
      authority: z.string(),
      until: day,
      sources: z.array(z.object({ name: z.string(), code: z.string() })),
      publishedOn: day,
    }),
  ),
  cases: z.array(
    z.object({
      appeal: z.string().transform((id) => id as MatterId),
      title: z.string(),
      about: z.string(),
      outcome: z.string(),
      publishedOn: day,
    }),
  ),
});

/** Undefined where nothing of it is published. */
const registersOf = (state: z.infer<typeof register>): PublishedRegisters | undefined => {
  const { tags, newsLists, cases } = publicRegisters(state);
  const [news] = newsLists;
  if (tags.length === 0 && news === undefined && cases.length === 0) return undefined;
  return {
    tags: tags.map(({ tag, kind: of, meaning }) => ({
      tag,
      kind: tagKinds.find(({ id }) => id === of)?.label ?? { zh: of, en: of },
      meaning,
    })),
    ...(news === undefined
      ? {}
      : {
          news: {
            licence: news.licence,
            authority: news.authority,
            until: news.until,
            publishedOn: news.publishedOn,
            sources: news.sources.map(({ name }) => name),
          },
        }),
    cases,
  };
};

/**
 * What the provider of a filing has published of its own accord: service rules and time limits (final/22), every version of them. Undefined
 * where there is nothing. The register is read with the operator's eyes, and nothing but this leaves here.
 */
export const publishedPromises = async (
  { store, matters }: Pick<Services, 'store' | 'matters'>,
  filing: string,
  today: CivilDate,
): Promise<RecordPublished | undefined> => {
  const found = await store.database
    .selectFrom('matter as filing')
    .innerJoin('matter as register', 'register.owner', 'filing.owner')
    .select('register.id')
    .where('filing.id', '=', filing)
    .where('register.kind', '=', kind)
    .where('register.final', '=', false)
    .orderBy('register.opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const reading = await matters.read({ kind: 'operator' }, kind, found.id);
  if (reading === undefined) return undefined;
  const state = register.parse(reading.state);
  const published = publicResponsibility(state);
  const registers = registersOf(state);
  if (published.rules.length === 0 && published.commitments.length === 0 && registers === undefined) return undefined;
  const holding = commitmentsOn(state, today)?.version;
  return {
    ...(registers === undefined ? {} : { registers }),
    rules: published.rules,
    commitments: published.commitments.map(({ version, from, limits }) => ({
      version,
      from,
      holds: version === holding,
      limits: promisedKinds.flatMap((promised) => {
        const set = limits[promised];
        return set === undefined ? [] : [{ kind: promised, title: promisedTitles[promised], ...set }];
      }),
    })),
  };
};
