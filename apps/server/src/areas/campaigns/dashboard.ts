import { sql, type Transaction } from 'kysely';
import type { CampaignDashboard, CampaignMatter, CampaignTargetRow } from '@suanjian/contracts';
import { isUnfiled, reasonText, toAsk, toRemind, type CampaignState, type CampaignTarget } from '@suanjian/matters';
import type { Database, MatterReading } from '@suanjian/records';
import type { CivilDate } from '@suanjian/rulebook';

interface Head {
  readonly kind: string;
  readonly id: string;
  readonly parent: string;
  readonly owner: string | null;
  readonly number: string | null;
  readonly status: string;
  readonly final: boolean;
  readonly due: string | null;
}

const headsOn = async (transaction: Transaction<Database>, parents: readonly string[]): Promise<readonly Head[]> => {
  if (parents.length === 0) return [];
  const { rows } = await sql<Head>`
    select kind, id, parent_id as parent, owner, number::text as number, status, final, next_due as due
    from matter where parent_id = any (${[...parents]}::uuid[]) and matter_is_open(team) order by opened_at, id`.execute(
    transaction,
  );
  return rows;
};

const linkOf =
  (today: CivilDate) =>
  ({ kind, id, status, final, due }: Head): CampaignMatter => ({
    kind,
    id,
    status,
    final,
    ...(due === null ? {} : { due }),
    late: !final && due !== null && due < today,
  });

const stageOf = (
  { owner, key }: CampaignTarget,
  { progress }: CampaignState,
  selfInspection: Head | undefined,
): CampaignTargetRow['stage'] => {
  const stage = progress[key]?.stage;
  if (stage === undefined) return owner === undefined ? 'unreachable' : 'to-ask';
  return selfInspection?.status === 'overdue' ? 'overdue' : stage;
};

/** How far a campaign has come, target by target; of what came of it, as much as the transaction's scope sees. An inspection is its team's. */
export const dashboardOf = async (
  transaction: Transaction<Database>,
  reading: MatterReading,
  state: CampaignState,
  today: CivilDate,
): Promise<CampaignDashboard> => {
  const first = await headsOn(transaction, [reading.id]);
  const byId = new Map(first.map((head) => [head.id, head]));
  const visits = first.filter(({ kind }) => kind === 'inspection');
  const grounds = first.filter(({ kind }) => kind === 'self-inspection' || kind === 'inspection');
  const orders = (
    await headsOn(
      transaction,
      grounds.map(({ id }) => id),
    )
  ).filter(({ kind }) => kind === 'rectification');
  const link = linkOf(today);
  const targets = state.targets.map((target): CampaignTargetRow => {
    const { key, name, service, number, grade, owner, reasons = [] } = target;
    const { selfInspection, unmet } = state.progress[key] ?? {};
    const asked = selfInspection === undefined ? undefined : byId.get(selfInspection);
    const reminder = byId.get(state.reminders[key]?.reminder ?? '');
    // A company may be on the list with several filings: what names a number is that one's.
    const isOwn = (head: Head): boolean =>
      owner !== undefined && head.owner === owner && (head.number === null || head.number === (number ?? null));
    const seen = visits.filter(isOwn);
    const from = new Set([selfInspection as string | undefined, ...seen.map(({ id }) => id)]);
    const own = orders.filter(({ parent }) => from.has(parent));
    const links = [asked, reminder, ...seen, ...own].filter((head) => head !== undefined).map(link);
    return {
      key,
      name,
      reasons: reasons.map(reasonText),
      stage: stageOf(target, state, asked),
      unfiled: isUnfiled(target),
      urged: reminder !== undefined || state.urgings.some((urging) => urging.target === key),
      sampled: state.sample?.keys.includes(key) === true,
      visits: seen.map(link),
      orders: own.map(link),
      late: links.some(({ late }) => late) || asked?.status === 'overdue',
      ...(service === undefined ? {} : { service }),
      ...(number === undefined ? {} : { number }),
      ...(grade === undefined ? {} : { grade }),
      ...(unmet === undefined ? {} : { unmet }),
      ...(asked === undefined ? {} : { selfInspection: link(asked) }),
      ...(reminder === undefined ? {} : { reminder: link(reminder) }),
    };
  });
  const { title, status, from, until, asking } = state;
  return {
    id: reading.id,
    title,
    status,
    from,
    until,
    position: reading.position,
    targets,
    toAsk: toAsk(state).length,
    toRemind: toRemind(state).length,
    actions: [...reading.actions],
    ...(asking === undefined ? {} : { asking }),
  };
};
