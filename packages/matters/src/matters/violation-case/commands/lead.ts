import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { asking, type FormValues } from '../../../engine/form.ts';
import type { AccountId, MatterId } from '../../../engine/identity.ts';
import type { Lookups } from '../../../engine/lookups.ts';
import type { Actor } from '../../../engine/party.ts';
import { accept, acceptUnless, type Refusal } from '../../../engine/refusal.ts';
import { wordsIn } from '../../common/part.ts';
import { officersForm } from '../forms/lead.ts';
import { actedForOwner, limitationRefusals } from '../guards.ts';
import { heads } from '../parties.ts';
import { caseRefusal } from '../refusals.ts';
import { everyState, type CaseEvent, type CaseState } from '../state.ts';

const m = matterOf<CaseState, CaseEvent>();

/** What keeps somebody from being an officer, the chair of a hearing or the like. */
export type Fitness = 'fit' | 'no-official' | 'interested';

/** Whether an account of the actor's own office may take part: a reviewer or supervisor there who has never acted for the company. */
export const fitnessOf = async (
  state: Pick<CaseState, 'owner'>,
  account: string,
  actor: Actor,
  lookups: Lookups,
): Promise<Fitness> => {
  const office = actor.kind === 'person' ? actor.membership?.organisation : undefined;
  const roles = office === undefined ? [] : await lookups.rolesIn(account as AccountId, office);
  if (!roles.includes('reviewer') && !roles.includes('supervisor')) return 'no-official';
  return (await actedForOwner(state, account as AccountId, lookups)) ? 'interested' : 'fit';
};

export const fitnessRefusals = (fitness: Fitness, pointer: string): readonly Refusal[] => {
  switch (fitness) {
    case 'fit':
      return [];
    case 'no-official':
      return [
        caseRefusal(
          'no-official',
          '须是本单位的审核人员或者负责人。',
          'It has to be a reviewer or supervisor of your own office.',
          { pointer, clause: 'penalty-law/42' },
        ),
      ];
    case 'interested':
      return [
        caseRefusal(
          'interested',
          '曾经为这家企业办事的人不能参与本案。',
          'Somebody who has acted for this company has no part in its case.',
          { pointer, clause: 'penalty-law/43' },
        ),
      ];
  }
};

const twoOfThem = caseRefusal('one-officer', '须指定两名不同的办案人员。', 'It takes two different officers.', {
  pointer: '/second',
  clause: 'penalty-law/42',
});

export const dismiss = m.command({
  title: text('不予立案', 'Do not open a case'),
  help: text('线索不成立或者不属于处罚事项的，写明理由。', 'Where nothing is in it; say why.'),
  by: [heads],
  from: ['lead'],
  to: ['dismissed'],
  reason: 'required',
  input: z.strictObject({}),
  decide: () => accept({ type: 'dismissed' }),
});

export const establish = m.command<FormValues, readonly [Fitness, Fitness]>({
  title: text('立案', 'Open the case'),
  help: text(
    '由负责人指定两名办案人员立案，决定的九十日从今天起算。超过追究时效的不能立案。',
    'A supervisor names two officers; the ninety days to decide begin today. Not after the limitation.',
  ),
  by: [heads],
  from: ['lead'],
  to: ['investigating'],
  reason: 'required',
  clauses: ['penalty-law/42', 'penalty-law/54', 'penalty-law/36', 'penalty-law/60'],
  ...asking(officersForm),
  gather: async (state, given, lookups, { actor }) => [
    await fitnessOf(state, wordsIn(given, 'first'), actor, lookups),
    await fitnessOf(state, wordsIn(given, 'second'), actor, lookups),
  ],
  decide: ({ act, discovered }, given, { gathered: [first, second], calendar }) => {
    const officers = [wordsIn(given, 'first'), wordsIn(given, 'second')] as const;
    return acceptUnless(
      [
        ...limitationRefusals(act, discovered, { calendar }),
        ...fitnessRefusals(first, '/first'),
        ...fitnessRefusals(second, '/second'),
        ...(officers[0] === officers[1] ? [twoOfThem] : []),
      ],
      { type: 'established', officers: officers as readonly string[] as readonly AccountId[] },
    );
  },
});

export const learnOfCorrection = m.command<{ readonly rectification: string; readonly corrected: boolean }>({
  title: text('整改结果', 'Outcome of a rectification'),
  help: text('本案的限期整改结束时由系统办理。', 'Done by the system when an order opened on this case has ended.'),
  by: [{ side: 'matter', kinds: ['rectification'] }],
  from: everyState,
  input: z.strictObject({ rectification: z.string().min(1).max(80), corrected: z.boolean() }),
  decide: (_state, { rectification, corrected }) =>
    accept({ type: 'correction-learnt', rectification: rectification as MatterId, corrected }),
});

export const leadCommands = { dismiss, establish, 'learn-of-correction': learnOfCorrection };
