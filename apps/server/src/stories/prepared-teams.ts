import type { Caller, TestServer } from '../testing/test-server.ts';
import { expectDone, type MatterOfKind } from './prepared-matter.ts';
import { accountOf, seated } from './prepared-review.ts';

/** People of a joint team: whoever plans, a second head, and an inspector. */
export interface PreparedTeam {
  readonly planner: Caller;
  readonly deputy: Caller;
  readonly inspector: Caller;
}

/** Officials whom the store knows, so that they can be named to a team. */
export const officials = async (server: TestServer, province: Caller): Promise<PreparedTeam> => {
  const team = {
    planner: server.colleague(province, 'supervisor'),
    deputy: server.colleague(province, 'supervisor'),
    inspector: server.colleague(province, 'reviewer'),
  };
  await seated(server, Object.values(team));
  return team;
};

const names = ['检查员甲', '检查员乙'];

/** Names deputy and inspector to a matter that the planner has opened; both undertake and declare. */
export const joined = async (path: string, { planner, deputy, inspector }: PreparedTeam): Promise<void> => {
  const people = [deputy, inspector].map((each, index) => ({
    account: accountOf(each),
    name: names[index],
    certificate: `粤A-10${index}`,
  }));
  await expectDone(planner.post(`${path}/name-members`, { people }));
  for (const member of [deputy, inspector]) {
    await expectDone(member.post(`${path}/undertake`, { given: true }));
    await expectDone(member.post(`${path}/declare-interests`, { conflict: false }));
  }
};

export const inspectionPlan = {
  targets: '云岭推荐。',
  clauses: [{ clause: 'final/17.1' }],
  way: 'announced',
  tellOn: '2026-03-18',
  visitOn: '2026-03-20',
  basis: 'final/28.1',
  why: '多起投诉。',
  given: true,
  free: true,
};

/** An inspection that was approved, before the company knows of it. */
export const approvedInspection = async (
  team: PreparedTeam,
  number: string,
  plan: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const matter = await expectDone(
    team.planner.post('/api/matters/inspection', { ...inspectionPlan, provider: number, ...plan }),
  );
  const path = `/api/matters/inspection/${matter}`;
  await joined(path, team);
  await expectDone(team.deputy.post(`${path}/approve`));
  return matter;
};

const assessmentOpening = {
  template: 'safety-2018',
  algorithmName: '云岭推荐',
  techniques: ['personalised-push'],
  role: 'provider',
  version: '2.0',
  versionSince: '2026-03-10',
  periodFrom: '2026-03-10',
  periodUntil: '2026-03-17',
  basis: 'final/28.1',
  why: '投诉集中。',
  given: true,
  free: true,
};

/** An assessment by the office that its planner prepares alone. */
export const plannedAssessment = ({ planner }: PreparedTeam, number: string): Promise<string> =>
  expectDone(planner.post('/api/matters/official-assessment', { ...assessmentOpening, provider: number }));

/** An assessment by the office that has begun. */
export const startedAssessment = async (team: PreparedTeam, number: string): Promise<string> => {
  const matter = await plannedAssessment(team, number);
  const path = `/api/matters/official-assessment/${matter}`;
  await joined(path, team);
  await expectDone(team.deputy.post(`${path}/start`));
  return matter;
};

/** Matters of joint teams, each where the company sees it. */
export const teamsOf = async (
  server: TestServer,
  province: Caller,
  number: string,
): Promise<readonly MatterOfKind[]> => {
  const team = await officials(server, province);
  const inspection = await approvedInspection(team, number);
  await expectDone(team.inspector.post(`/api/matters/inspection/${inspection}/announce`));
  const assessment = await startedAssessment(team, number);
  return [
    ['inspection', inspection],
    ['official-assessment', assessment],
  ];
};
