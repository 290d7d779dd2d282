import { sql, type Transaction } from 'kysely';
import {
  recentDays,
  answeredDays,
  succeeded,
  type AnswerCounts,
  type FiledAlgorithm,
  type MatterFacts,
  type MatterId,
  type OrganisationId,
  type ProviderRecords,
  type Release,
  type PublishedCase,
  type StandingAssessment,
} from '@suanjian/matters';
import { addDays, type CivilDate } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import type { LookupPorts } from './lookups.ts';
import { seeingEverything } from './seeing-everything.ts';
import { factsBehind, type Head } from './streams.ts';

/** More of one kind than a provider has; beyond it the newest count. */
const most = 500;

type Ports = Pick<LookupPorts, 'definitionOf' | 'sealer'>;

const textIn = (value: unknown, name: string): string => {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'string' ? found.trim() : '';
};

interface Wanted {
  readonly kind: string;
  readonly statuses: readonly string[];
  readonly since?: CivilDate;
}

/** The provider's newest matters of a kind, as they stand, as far as the scope of the transaction sees them. */
const standingOf = async (
  transaction: Transaction<Database>,
  { definitionOf, sealer }: Ports,
  owner: OrganisationId,
  { kind, statuses, since }: Wanted,
): Promise<readonly MatterFacts[]> => {
  const definition = definitionOf(kind);
  if (definition === undefined) return [];
  const heads: readonly Head[] = await transaction
    .selectFrom('matter')
    .selectAll()
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .where('status', 'in', [...statuses])
    .$if(since !== undefined, (query) => query.where('changed_at', '>=', `${since ?? ''}T00:00:00.000Z`))
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  const found: MatterFacts[] = [];
  for (const head of heads) found.push(await factsBehind(transaction, definition, head, sealer));
  return found;
};

const algorithmIn = ({ id, state }: MatterFacts): FiledAlgorithm => {
  const version = textIn(state['form'], 'version');
  return { id, name: textIn(state['form'], 'algorithmName'), ...(version === '' ? {} : { version }) };
};

const assessmentIn = ({ state }: MatterFacts): readonly StandingAssessment[] => {
  const filing = state['filing'];
  const signature = (state['sentSignature'] ?? state['signature']) as
    | { readonly on?: CivilDate; readonly cadence?: { readonly months?: number } }
    | undefined;
  const [on, months] = [signature?.on, signature?.cadence?.months];
  return typeof filing === 'string' && on !== undefined && months !== undefined
    ? [{ filing: filing as MatterId, signedOn: on, months }]
    : [];
};

const answerKinds = ['complaint', 'appeal', 'explanation'] as const;

/** What was lifted was never answered nor missed; what is suspended waits for somebody else. */
const countAnswers = async (
  transaction: Transaction<Database>,
  owner: OrganisationId,
  today: CivilDate,
): Promise<readonly AnswerCounts[]> => {
  const { rows } = await sql<{ kind: AnswerCounts['kind']; in_time: number; late: number; overdue: number }>`
    select matter.kind,
      (count(*) filter (where ended_how = 'stopped' and ended_on <= due_on))::int as in_time,
      (count(*) filter (where ended_how = 'stopped' and ended_on > due_on))::int as late,
      (count(*) filter (where ended_on is null and not suspended and due_on < ${today}))::int as overdue
    from clock
    join matter on matter.id = clock.matter_id
    where matter.owner = ${owner} and matter.kind = any (${[...answerKinds]}) and clock.name = 'toAnswer'
      and clock.bearer = 'provider' and clock.event_on >= ${addDays(today, -answeredDays)}
    group by 1 order by 1`.execute(transaction);
  return rows.map(({ kind, in_time, late, overdue }) => ({ kind, inTime: in_time, late, overdue }));
};

/** The registers of the provider's responsibility register in force; of it only what the checks look at leaves here. */
const registersOf = async (transaction: Transaction<Database>, ports: Ports, owner: OrganisationId) => {
  const [register] = await seeingEverything(transaction, () =>
    standingOf(transaction, ports, owner, { kind: 'responsibility', statuses: ['kept'] }),
  );
  return register === undefined
    ? undefined
    : {
        releases: (register.state['releases'] ?? []) as readonly Release[],
        cases: (register.state['cases'] ?? []) as readonly PublishedCase[],
      };
};

/** What the installation knows of a provider, as far as the transaction's scope may see it. */
export const providerRecords = async (
  transaction: Transaction<Database>,
  ports: Ports,
  owner: OrganisationId,
  { today, calendar, regulation }: Pick<ProviderRecords, 'today' | 'calendar' | 'regulation'>,
): Promise<ProviderRecords> => {
  const registers = await registersOf(transaction, ports, owner);
  const filings = await standingOf(transaction, ports, owner, { kind: 'filing', statuses: ['filed'] });
  const assessments = await standingOf(transaction, ports, owner, {
    kind: 'assessment',
    statuses: ['signed', 'sent', 'read'],
  });
  const appeals = await standingOf(transaction, ports, owner, {
    kind: 'appeal',
    statuses: ['answered', 'closed', 'decided'],
    since: addDays(today, -recentDays),
  });
  return {
    today,
    calendar,
    regulation,
    ...(registers === undefined ? {} : { registers }),
    filings: filings.map(algorithmIn),
    assessments: assessments.flatMap(assessmentIn),
    answered: await countAnswers(transaction, owner, today),
    successfulAppeals: appeals.filter(succeeded).length,
  };
};

/** The same for one of its filings: its own algorithm, and nothing of complaints or appeals. */
export const recordsOfFiling = (records: ProviderRecords, filing: string): ProviderRecords => {
  const { registers, ...rest } = records;
  const filings = records.filings.filter(({ id }) => id === filing);
  const names = new Set(filings.map(({ name }) => name));
  return {
    ...rest,
    filings,
    assessments: records.assessments.filter((each) => each.filing === filing),
    answered: [],
    successfulAppeals: 0,
    ...(registers === undefined
      ? {}
      : { registers: { releases: registers.releases.filter(({ algorithm }) => names.has(algorithm)), cases: [] } }),
  };
};
