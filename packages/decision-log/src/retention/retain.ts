import { LOG_FORMAT } from '@suanjian/evidence';
import { text, type CivilDate, type Text } from '@suanjian/rulebook';
import type { FamilyName } from '../families/families.ts';
import type { DecisionLog } from '../ingest/decision-log.ts';
import type { JournalIndex, SegmentExtent } from '../journal/journal-index.ts';
import { LogFault } from '../journal/log-fault.ts';
import { logDatabase, type StoreReader } from '../store/store.ts';
import { obstacleText, type HoldScope, type Obstacle } from './hold.ts';
import { aboutUsers } from './people-fields.ts';
import { deletableFrom, keptThrough, LEAST_MONTHS, termClauses } from './term.ts';

export interface RetentionRequest {
  readonly today: CivilDate;
  readonly families: readonly FamilyName[];
  /** Months that records are kept; never less than the law's. */
  readonly keepMonths?: number;
  /** Only this day, whose refusal is then wanted with its reasons; else every day whose time is over. */
  readonly day?: CivilDate;
  readonly obstacles: readonly Obstacle[];
}

/** What becomes of the records of a family and day. */
export interface RetentionDecision {
  readonly day: string;
  readonly family: string;
  readonly rows: number;
  readonly outcome: 'delete' | 'too-young' | 'held';
  /** The first civil day on which the term alone would let them go. */
  readonly deletableFrom: CivilDate;
  readonly obstacles: readonly Obstacle[];
}

/**
 * Decides for every family and day what may go, without touching anything. Throws `LogFault` (`invalid`) where fewer months are asked for than the law has.
 */
export async function planRetention(
  index: JournalIndex,
  store: StoreReader | undefined,
  request: RetentionRequest,
): Promise<readonly RetentionDecision[]> {
  const { today, families, day, obstacles, keepMonths = LEAST_MONTHS } = request;
  if (!Number.isSafeInteger(keepMonths) || keepMonths < LEAST_MONTHS) throw tooFewMonths(keepMonths);
  const decisions: RetentionDecision[] = [];
  for (const segment of index.segments()) {
    if (segment.rows === 0 || !families.some((family) => family === segment.family)) continue;
    if (day !== undefined && segment.day !== day) continue;
    // Segments are named by civil days that were computed from the rows' instants.
    const from = deletableFrom(segment.day as CivilDate, keepMonths);
    if (today < from) {
      if (day !== undefined) decisions.push(decisionOf(segment, 'too-young', from, []));
      continue;
    }
    const inTheWay: Obstacle[] = [];
    for (const obstacle of obstacles) if (await protects(obstacle, segment, store)) inTheWay.push(obstacle);
    decisions.push(decisionOf(segment, inTheWay.length > 0 ? 'held' : 'delete', from, inTheWay));
  }
  return decisions;
}

const decisionOf = (
  { day, family, rows }: SegmentExtent,
  outcome: RetentionDecision['outcome'],
  from: CivilDate,
  obstacles: readonly Obstacle[],
): RetentionDecision => ({ day, family, rows, outcome, deletableFrom: from, obstacles });

/** Deletes what the plan says may go, a day at a time; every day leaves its leaf. Gives what was deleted. */
export async function retain(
  log: DecisionLog,
  plan: readonly RetentionDecision[],
  keepMonths = LEAST_MONTHS,
): Promise<readonly RetentionDecision[]> {
  const going = plan.filter(({ outcome }) => outcome === 'delete');
  for (const day of new Set(going.map((decision) => decision.day))) {
    const ofDay = going.filter((decision) => decision.day === day);
    const families = ofDay.map(({ family }) => family);
    const { index } = log.view;
    const leaves = families.flatMap((family) => index.segment({ day, family })?.leaves ?? []);
    const batches = leaves.flatMap((at) => {
      const leaf = index.entry(at)?.leaf;
      return leaf?.kind === 'batch' ? [leaf] : [];
    });
    await log.deleteDay({
      format: LOG_FORMAT,
      kind: 'retention',
      day,
      families,
      batches: [...new Set(batches.map(({ batch }) => batch))],
      rows: batches.reduce((sum, { rows }) => sum + rows, 0),
      reason: `${termClauses.map(({ id }) => id).join(', ')}: ${keepMonths} months, kept through ${keptThrough(day as CivilDate, keepMonths)}`,
      time: log.now(),
    });
  }
  return going;
}

/** Whether an obstacle protects these records. What cannot be looked up is protected. */
async function protects(obstacle: Obstacle, segment: SegmentExtent, store: StoreReader | undefined): Promise<boolean> {
  if (obstacle.kind === 'unreadable-hold') return true;
  const { from, to, families, provider, users } = obstacle.hold.scope;
  const { day, family } = segment;
  if ((from !== undefined && day < from) || (to !== undefined && day > to)) return false;
  if (families !== undefined && !families.some((name) => name === family)) return false;
  if (provider === undefined && users === undefined) return true;
  return store === undefined || hasRows(store, segment, { ...(provider && { provider }), ...(users && { users }) });
}

async function hasRows(
  store: StoreReader,
  { day, family }: SegmentExtent,
  { provider, users }: Pick<HoldScope, 'provider' | 'users'>,
): Promise<boolean> {
  const people = aboutUsers(family as FamilyName);
  // A family without people has no rows about anybody.
  if (users !== undefined && people === undefined) return false;
  const conditions = [
    'day = {day:Date}',
    ...(provider === undefined ? [] : ['provider = {provider:String}']),
    ...(users === undefined || people === undefined ? [] : [people]),
  ];
  const rows = await store.query(`SELECT 1 FROM ${logDatabase}.${family} WHERE ${conditions.join(' AND ')} LIMIT 1`, {
    parameters: { day, ...(provider !== undefined && { provider }), ...(users !== undefined && { users }) },
  });
  return rows.length > 0;
}

/** Why records stay, and when they could go. */
export function refusalText({ day, family, outcome, deletableFrom: from, obstacles }: RetentionDecision): Text {
  if (outcome === 'too-young') {
    const [first] = termClauses;
    return text(
      `${day} 的 ${family} 不能删除：${first?.id ?? ''} 要求日志至少留存 ${LEAST_MONTHS} 个月；最早 ${from} 可以删除`,
      `${family} of ${day} stays: ${first?.id ?? ''} keeps logs for ${LEAST_MONTHS} months at least; it may go from ${from} on`,
    );
  }
  const reasons = obstacles.map(obstacleText);
  return text(
    `${day} 的 ${family} 不能删除：${reasons.map(({ zh }) => zh).join('；')}`,
    `${family} of ${day} stays: ${reasons.map(({ en }) => en).join('; ')}`,
  );
}

const tooFewMonths = (asked: number): LogFault =>
  new LogFault(
    'invalid',
    text(
      `日志至少留存 ${LEAST_MONTHS} 个日历月（${termClauses.map(({ id }) => id).join('、')}），不能改为 ${asked} 个月。`,
      `Logs are kept for ${LEAST_MONTHS} calendar months at least (${termClauses.map(({ id }) => id).join(', ')}); ${asked} will not do.`,
    ),
  );
