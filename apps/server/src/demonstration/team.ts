import type { AccountId, Actor } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import type { CastName, DeskOf } from './cast.ts';
import type { Matter, Stage } from './stage.ts';

/** Somebody who works in a team of offices. */
export interface Member {
  readonly by: Actor;
  readonly account: AccountId;
  readonly name: string;
}

export type Province = 'zhejiang' | 'guangdong';

export const memberOf = <Name extends CastName>(stage: Stage, office: Name, desk: DeskOf<Name>): Member => {
  const by = stage.actor(office, desk);
  return { by, account: stage.account(office, desk), name: by.kind === 'person' ? by.name : '' };
};

/** Who may begin an inspection or an assessment in a province, and who joins: another head, from the nation's office, and a reviewer. */
export const teamOf = (stage: Stage, province: Province) => ({
  head: memberOf(stage, province, 'supervisor'),
  second: memberOf(stage, 'nation', 'supervisor'),
  reviewer: memberOf(stage, province, 'reviewer'),
});

export type Team = ReturnType<typeof teamOf>;

/** The number that stands on somebody's certificate; the same wherever they show it. */
export const certificateOf = ({ name }: Member): string => `示例执法证（${name}）`;

export const nameMembers = (
  stage: Stage,
  matter: Matter,
  { on, by, members }: { readonly on: CivilDate; readonly by: Member; readonly members: readonly Member[] },
): Promise<void> =>
  stage.give(matter, 'name-members', {
    on,
    by: by.by,
    input: {
      people: members.map((member) => ({
        account: member.account,
        name: member.name,
        certificate: certificateOf(member),
      })),
    },
  });

/** They undertake to keep it to themselves and declare that nothing keeps them from it. */
export const join = async (
  stage: Stage,
  matter: Matter,
  on: CivilDate,
  ...members: readonly Member[]
): Promise<void> => {
  for (const { by } of members) {
    await stage.give(matter, 'undertake', { on, by, input: { given: true } });
    await stage.give(matter, 'declare-interests', { on, by, input: { conflict: false } });
  }
};
