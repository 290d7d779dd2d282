import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '@suanjian/matters';
import type { EmbeddedStore, MatterQuery, MatterService, RegisterQuery } from '@suanjian/records';
import { queryTokens } from '@suanjian/register';
import type { CivilDate } from '@suanjian/rulebook';
import { openClocks } from '../../apps/server/src/areas/calendar-feed/open-clocks.ts';
import { officePunctuality } from '../../apps/server/src/areas/public/clocks.ts';
import type { Ratio } from '../ratio.ts';
import { named, reviewer } from './fill.ts';
import { percentile95, rounded, timed } from './figures.ts';
import { officeAt } from './running.ts';

const rounds = 100;
const mine = officeAt('province', '330000', reviewer, 'reviewer', 'supervisor');

/** A list as the workspace asks for it, and what it shows in plain SQL: the conditions and the order. */
interface List {
  readonly what: string;
  readonly query: MatterQuery;
  readonly where: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
}

const due = sql`next_due asc nulls last, changed_at desc, id`;
const newest = sql`changed_at desc, id`;
const oldest = sql`opened_at asc, id`;
const here = sql`place like '33%'`;
const open = sql`not final`;
const provincial = { side: 'office', level: 'province' } as const;
const onDesk = sql`desk_side = 'office' and desk_level = 'province'`;

const listsOf = (soon: CivilDate): readonly List[] => [
  {
    what: 'queue',
    query: { open: true, desk: provincial, sort: 'due' },
    where: sql`${open} and ${onDesk}`,
    order: due,
  },
  {
    what: 'queue, tenth page',
    query: { open: true, desk: provincial, sort: 'due', page: 10 },
    where: sql`${open} and ${onDesk}`,
    order: due,
  },
  {
    what: 'queue, what nobody has',
    query: { open: true, desk: provincial, assignee: null, sort: 'due' },
    where: sql`${open} and ${onDesk} and assignee is null`,
    order: due,
  },
  {
    what: 'queue, what I have',
    query: { open: true, desk: provincial, assignee: reviewer, sort: 'due' },
    where: sql`${open} and ${onDesk} and assignee = ${reviewer}`,
    order: due,
  },
  {
    what: 'due within days',
    query: { open: true, desk: provincial, dueUntil: soon, sort: 'due' },
    where: sql`${open} and ${onDesk} and next_due <= ${soon}`,
    order: due,
  },
  {
    what: 'filings, newest',
    query: { kinds: ['filing'], sort: 'newest' },
    where: sql`kind = 'filing'`,
    order: newest,
  },
  {
    what: 'filings that wait',
    query: { kinds: ['filing'], statuses: ['first-review'], sort: 'due' },
    where: sql`kind = 'filing' and status = 'first-review'`,
    order: due,
  },
  {
    what: 'filings that are filed, oldest',
    query: { kinds: ['filing'], statuses: ['filed'], sort: 'oldest' },
    where: sql`kind = 'filing' and status = 'filed'`,
    order: oldest,
  },
  {
    what: 'filings with a word',
    query: { kinds: ['filing'], text: '算法', sort: 'newest' },
    where: sql`kind = 'filing' and terms @> ${queryTokens('算法')}`,
    order: newest,
  },
  {
    what: 'complaints, newest',
    query: { kinds: ['complaint'], sort: 'newest' },
    where: sql`kind = 'complaint'`,
    order: newest,
  },
  {
    what: 'complaints that wait, oldest',
    query: { kinds: ['complaint'], open: true, sort: 'oldest' },
    where: sql`kind = 'complaint' and ${open}`,
    order: oldest,
  },
  {
    what: 'a word that all complaints hold',
    query: { text: '投诉', sort: 'newest' },
    where: sql`terms @> ${queryTokens('投诉')}`,
    order: newest,
  },
  {
    what: 'a word that every twelfth complaint holds',
    query: { text: 'k3', sort: 'newest' },
    where: sql`terms @> ${queryTokens('k3')}`,
    order: newest,
  },
  {
    what: 'a word that few complaints hold',
    query: { text: 'x7', sort: 'newest' },
    where: sql`terms @> ${queryTokens('x7')}`,
    order: newest,
  },
  {
    what: 'orders',
    query: { kinds: ['rectification'], open: true, sort: 'due' },
    where: sql`kind = 'rectification' and ${open}`,
    order: due,
  },
  { what: 'everything that is open', query: { open: true, sort: 'newest' }, where: open, order: newest },
  { what: 'everything, newest', query: { sort: 'newest' }, where: sql`true`, order: newest },
];

const size = 50;

/** The same rows of the page, with the name and the clock that the page shows, and nothing else: no rights, no total. */
const bareList = async (
  store: EmbeddedStore,
  { query: { page = 1 }, where, order }: List,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select matter.id, kind, title, number, technique, owner, name as owner_name, matter.place, status, position, assignee, grade, opened_at, changed_at,
      due.clock_name, due.due_on, due.bearer, due.provisional, due.suspended, due.clause
    from (select id, kind, title, number, technique, owner, place, status, position, assignee, grade, opened_at, changed_at, next_due
      from matter where ${here} and ${where} order by ${order} limit ${size} offset ${(page - 1) * size}) matter
    left join (select id, name from organisation) organisation on organisation.id = matter.owner
    left join lateral (
      select name as clock_name, due_on, bearer, provisional, suspended, clause from clock where matter_id = matter.id and ended_on is null order by due_on limit 1
    ) due on true order by ${order}`.execute(store.database);
  return rows.map(({ id }) => id);
};

/** What the bare query is, so that whoever reads the ratio knows what it is a ratio to. */
const bareWhole = 'one statement as the owner of the tables: the same rows and columns by the same filter and order';
const barePage = `${bareWhole}; without rights and without a total`;

interface Compared {
  readonly what: string;
  readonly ours: number;
  readonly bare: number;
}

/** Turn about, so that whatever else the machine does falls on both. */
const compared = async (
  what: string,
  ours: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<Compared> => {
  const times: { readonly ours: number[]; readonly bare: number[] } = { ours: [], bare: [] };
  for (let round = -5; round < rounds; round += 1) {
    const [one, other] = [await timed(ours), await timed(bare)];
    if (round < 0) continue;
    times.ours.push(one);
    times.bare.push(other);
  }
  return { what, ours: percentile95(times.ours), bare: percentile95(times.bare) };
};

const ratioOf = ({ what, ours, bare }: Compared, query = barePage): Ratio => ({
  claim: `An office’s list against the bare query for the same page, 95th percentile: ${what}`,
  ratio: ours / bare,
  limit: { atMost: 3 },
  details: { listMilliseconds: rounded(ours), bareMilliseconds: rounded(bare), bareQuery: query },
});

/** Every list of an office, each found to show what the bare query finds. */
export const lists = async (
  store: EmbeddedStore,
  service: MatterService,
  soon: CivilDate,
): Promise<readonly Ratio[]> => {
  const ratios: Ratio[] = [];
  for (const list of listsOf(soon)) {
    const [shown, found] = [await service.list(mine, list.query), await bareList(store, list)];
    if (found.length === 0 || shown.items.map(({ id }) => id).join() !== found.join())
      throw new Error(`${list.what}: the list shows other rows than the bare query`);
    ratios.push(
      ratioOf(
        await compared(
          list.what,
          () => service.list(mine, list.query),
          () => bareList(store, list),
        ),
      ),
    );
  }
  return ratios;
};

const scope = { side: 'office', account: reviewer, organisation: 'x', level: 'province', place: '330000' } as const;

/** The calendar of an office: every clock of its own that runs. */
export const calendar = async (store: EmbeddedStore): Promise<Ratio> => {
  const { membership } = mine as Extract<Actor, { kind: 'person' }>;
  if (membership === undefined) throw new Error('nobody reads it');
  const ours = () =>
    store.inScope({ ...scope, organisation: membership.organisation }, (transaction) =>
      openClocks(transaction, membership),
    );
  const bare = async () =>
    (
      await sql`
        select matter.id as matter, matter.kind, matter.status, matter.title, matter.changed_at, clock.name, clock.run, clock.clause, clock.event_on, clock.due_on, clock.provisional
        from clock join matter on matter.id = clock.matter_id
        where clock.ended_on is null and not clock.suspended and clock.bearer = 'office' and desk_side = 'office' and desk_level = 'province' and ${here}
        order by clock.due_on, matter.id, clock.name, clock.run`.execute(store.database)
    ).rows;
  if ((await ours()).length !== (await bare()).length) throw new Error('the calendar shows other clocks');
  return ratioOf(await compared('its calendar', ours, bare), `${bareWhole}; without rights`);
};

/** How punctual every office was. */
export const punctuality = async (store: EmbeddedStore, today: CivilDate): Promise<Ratio> => {
  const bare = () =>
    sql`
      select left(matter.place, 2), matter.kind, clock.name,
        count(*) filter (where ended_on <= due_on), count(*) filter (where ended_on > due_on), count(*) filter (where ended_on is null and due_on >= ${today}::date), count(*) filter (where ended_on is null and due_on < ${today}::date)
      from clock join matter on matter.id = clock.matter_id where clock.bearer = 'office' group by 1, 2, 3`.execute(
      store.database,
    );
  return ratioOf(await compared('punctuality', () => officePunctuality(store.database, today), bare), bareWhole);
};

/** What somebody is briefed of who was named to teams and belongs to none of them yet. */
export const briefing = async (store: EmbeddedStore, service: MatterService): Promise<Ratio> => {
  const reader = officeAt('province', '330000', named, 'reviewer');
  const list: List = {
    what: 'a briefing: what somebody was named to',
    query: { kinds: ['inspection'], open: true, sort: 'newest' },
    where: sql`kind = 'inspection' and ${open} and ${named} = any (named)`,
    order: newest,
  };
  const [shown, found] = [await service.list(reader, list.query), await bareList(store, list)];
  if (found.length === 0 || shown.items.map(({ id }) => id).join() !== found.join())
    throw new Error('the briefing shows other rows than the bare query');
  return ratioOf(
    await compared(
      list.what,
      () => service.list(reader, list.query),
      () => bareList(store, list),
    ),
  );
};

/** The rows of a page of the register, without its total, facets and ranking. */
const bareRegister = (store: EmbeddedStore, query: RegisterQuery): Promise<unknown> => {
  const tokens = queryTokens(query.text);
  const conditions = [
    sql`true`,
    ...(tokens.length === 0 ? [] : [sql`terms @> ${tokens}::text[]`]),
    ...(query.technique === undefined ? [] : [sql`technique = any (${query.technique})`]),
    ...(query.province === undefined ? [] : [sql`province = any (${query.province})`]),
    ...(query.year === undefined ? [] : [sql`year = any (${query.year})`]),
  ];
  return sql`
    select number, algorithm_name, subject, technique, status from register_record where ${sql.join(conditions, sql` and `)}
    order by ${query.sort === 'name' ? sql`sort_key, number` : sql`first_month desc, number`}
    limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(store.database);
};

/** What an official looks up in the register, question by question; of each its best of three, and of these the 95th percentile. */
export const registerPages = async (
  asked: readonly RegisterQuery[],
  search: (query: RegisterQuery) => Promise<unknown>,
  store: EmbeddedStore,
): Promise<Ratio> => {
  const [pages, bares]: readonly [number[], number[]] = [[], []];
  for (const query of asked) {
    const [ours, bare]: readonly [number[], number[]] = [[], []];
    for (let round = 0; round < 3; round += 1) {
      ours.push(await timed(() => search(query)));
      bare.push(await timed(() => bareRegister(store, query)));
    }
    pages.push(Math.min(...ours));
    bares.push(Math.min(...bare));
  }
  return ratioOf(
    { what: 'the register', ours: percentile95(pages), bare: percentile95(bares) },
    `${bareWhole}; without a total, facets and ranking`,
  );
};
