import type { PublishedDecisionModel, PublishedDecisionsModel } from '@suanjian/contracts';
import { publishedDecision, type CaseState } from '@suanjian/matters';
import { findMadePublic } from '@suanjian/records';
import { text, type Text } from '@suanjian/rulebook';
import type { Services } from '../../../services.ts';
import { isId, readForPublic } from './reading.ts';

type Needed = Pick<Services, 'store' | 'matters'>;

const kind = 'violation-case';

const outcomes: Readonly<Record<string, Text>> = {
  changed: text('变更', 'changed'),
  annulled: text('撤销', 'annulled'),
  unlawful: text('确认违法', 'found unlawful'),
  void: text('确认无效', 'found void'),
};

export const findDecision = async (services: Needed, id: string): Promise<PublishedDecisionModel | undefined> => {
  const found = isId(id) ? await readForPublic(services, kind, id) : undefined;
  const published = found === undefined ? undefined : publishedDecision(found.state as unknown as CaseState);
  if (found === undefined || published === undefined) return undefined;
  const { overturned, ...rest } = published;
  return {
    id,
    place: found.place,
    ...rest,
    ...(overturned === undefined
      ? {}
      : {
          overturned: {
            ...overturned,
            title: outcomes[overturned.outcome] ?? text(overturned.outcome, overturned.outcome),
          },
        }),
  };
};

const size = 20;
const furthest = 1000;

const pageIn = (given: unknown): number => {
  const page = typeof given === 'string' && /^\d{1,4}$/.test(given) ? Number(given) : 1;
  return Math.min(Math.max(page, 1), furthest);
};

/** A page of published decisions, the latest first. */
export const decisionsPage = async (services: Needed, given: unknown): Promise<PublishedDecisionsModel> => {
  const page = pageIn(given);
  const { total, items } = await findMadePublic(services.store.database, kind, { page, size });
  const read = [];
  for (const { id } of items) read.push(await findDecision(services, id));
  return {
    total,
    page,
    pages: Math.max(1, Math.ceil(total / size)),
    items: read.filter((each) => each !== undefined),
  };
};

/** All of them, for whoever takes them away: a page at a time, so that nothing is held. */
export const allDecisions = async function* (
  services: Needed,
): AsyncGenerator<PublishedDecisionModel, void, undefined> {
  for (let page = 1; page <= furthest; page += 1) {
    const { items, pages } = await decisionsPage(services, String(page));
    yield* items;
    if (page >= pages) return;
  }
};
