import type { CivilDate } from '@suanjian/rulebook';
import { cast, type ProviderName } from './cast.ts';
import { provinceOf } from './registrations.ts';
import type { Matter, Stage } from './stage.ts';
import { certificateOf, join, nameMembers, teamOf, type Member, type Team } from './team.ts';

interface Plan {
  readonly provider: ProviderName;
  readonly targets: string;
  readonly clause: string;
  readonly why: string;
  readonly visitOn: CivilDate;
  /** Announced from this day on; absent for a visit without notice. */
  readonly tellOn?: CivilDate;
}

interface Played extends Plan {
  readonly matter: Matter;
  readonly team: Team;
}

/** A head of the province plans it. */
export const planned = async (stage: Stage, on: CivilDate, plan: Plan): Promise<Played> => {
  const team = teamOf(stage, provinceOf(plan.provider));
  const { provider, clause, targets, why, visitOn, tellOn } = plan;
  const matter = await stage.open('inspection', {
    on,
    by: team.head.by,
    input: {
      provider: cast[provider].name,
      targets,
      clauses: [{ clause }],
      ...(tellOn === undefined ? { way: 'on-the-spot' } : { way: 'announced', tellOn }),
      visitOn,
      basis: 'final/28.1',
      why,
      given: true,
      free: true,
    },
  });
  return { ...plan, matter, team };
};

/** With a second head, of the nation's office, who approves the plan. */
export const approved = async (stage: Stage, on: CivilDate, plan: Plan): Promise<Played> => {
  const played = await planned(stage, on, plan);
  const { matter, team } = played;
  await nameMembers(stage, matter, { on, by: team.head, members: [team.second] });
  await join(stage, matter, stage.workday(1, on), team.second);
  await stage.give(matter, 'approve', { on: stage.workday(1, on), by: team.second.by });
  return played;
};

export const announced = async (
  stage: Stage,
  on: CivilDate,
  plan: Plan & { readonly tellOn: CivilDate },
): Promise<Played> => {
  const played = await approved(stage, on, plan);
  await stage.give(played.matter, 'announce', { on: plan.tellOn, by: played.team.head.by });
  return played;
};

/** Both show who they are on the day of the visit. */
export const begun = async (stage: Stage, on: CivilDate, plan: Plan): Promise<Played> => {
  const played = await approved(stage, on, plan);
  const identity = (member: Member) => ({
    on: plan.visitOn,
    by: member.by,
    input: { certificate: certificateOf(member), toWhom: '某示例', capacity: '值班经理', shown: true },
  });
  await stage.give(played.matter, 'show-identity', identity(played.team.head));
  await stage.give(played.matter, 'begin', identity(played.team.second));
  return played;
};

interface Seen {
  readonly result: 'partly' | 'unmet';
  readonly seen: string;
  readonly what: string;
  readonly gravity: 'slight' | 'ordinary' | 'grave';
  readonly document: string;
}

/** The clause of the plan gone through, and what was found. */
export const found = async (
  stage: Stage,
  { matter, team, clause, visitOn }: Played,
  { result, seen, ...finding }: Seen,
): Promise<void> => {
  const by = team.second.by;
  await stage.give(matter, 'check', { on: visitOn, by, input: { clause, result, seen } });
  await stage.give(matter, 'find', {
    on: visitOn,
    by,
    input: { clause, from: stage.workday(-15, visitOn), evidence: 'document', ...finding },
  });
};

/** A record that one of them drew and the other countersigned: the company has seven working days to sign. */
export const recorded = async (stage: Stage, on: CivilDate, plan: Plan, seen: Seen): Promise<Played> => {
  const played = await begun(stage, on, plan);
  await found(stage, played, seen);
  const { matter, team, visitOn } = played;
  await stage.give(matter, 'draw-record', {
    on: visitOn,
    by: team.second.by,
    input: {
      summary: `${visitOn} 上午九时半到场，出示证件，核对${plan.targets}`,
      signBy: stage.workday(7, visitOn),
    },
  });
  await stage.give(matter, 'countersign-record', { on: visitOn, by: team.head.by });
  return played;
};

export const signed = async (stage: Stage, played: Played, on: CivilDate, objection?: string): Promise<void> => {
  const { provider, matter } = played;
  await stage.give(matter, 'sign-record', {
    on,
    by: stage.actor(provider, 'officer'),
    input: {
      signer: cast[provider].officerName,
      capacity: '算法安全责任人',
      accepts: objection === undefined,
      ...(objection === undefined ? {} : { objection }),
    },
  });
};

export const reported = (stage: Stage, { matter, team }: Played, on: CivilDate, conclusion: string): Promise<void> =>
  stage.give(matter, 'report', { on, by: team.second.by, input: { conclusion, outcome: 'rectification' } });
