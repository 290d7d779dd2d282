import type { FormValues } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import { cast, type ProviderName } from './cast.ts';
import { provinceOf } from './registrations.ts';
import type { Matter, Stage } from './stage.ts';

/** What is suspected, and what the investigation makes of it. */
export interface Story {
  readonly provider: ProviderName;
  readonly source: 'monitoring' | 'complaint' | 'filing' | 'inspection' | 'rectification' | 'transferred';
  readonly clause: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly facts: string;
  /** What the findings say beyond the plain facts. */
  readonly found?: FormValues;
  readonly evidence?: string;
}

/** A case with those who work on it: two officers of the province, and the nation's office, whose head decides. */
export interface Played extends Story {
  readonly matter: Matter;
}

const officersOf = (stage: Stage, { provider }: Story) => {
  const province = provinceOf(provider);
  return {
    first: stage.actor(province, 'reviewer'),
    second: stage.actor(province, 'supervisor'),
    accounts: { first: stage.account(province, 'reviewer'), second: stage.account(province, 'supervisor') },
  };
};

const headOf = (stage: Stage) => stage.actor('nation', 'supervisor');

const actOf = ({ clause, from, until, facts }: Story): FormValues => ({
  clauses: [{ clause }],
  from,
  goesOn: false,
  until,
  graveHarm: false,
  facts,
});

/** @param ground a matter whose evidence goes into the case; without one the company is named */
export const lead = async (stage: Stage, on: CivilDate, story: Story, ground?: Matter): Promise<Played> => {
  const matter = await stage.open(
    'violation-case',
    {
      on,
      by: officersOf(stage, story).first,
      input: {
        ...(ground === undefined ? { provider: cast[story.provider].name } : {}),
        source: story.source,
        ...actOf(story),
      },
    },
    ground,
  );
  return { ...story, matter };
};

/** Opened on the next working day; the company is told by whom. */
export const investigated = async (stage: Stage, on: CivilDate, story: Story, ground?: Matter): Promise<Played> => {
  const played = await lead(stage, on, story, ground);
  const { first, second, accounts } = officersOf(stage, story);
  const next = stage.workday(1, on);
  await stage.give(played.matter, 'establish', {
    on: next,
    by: second,
    input: accounts,
    reason: '线索具体，属于本机关管辖，没有超过追究时效。',
  });
  await stage.give(played.matter, 'inform', { on: next, by: first });
  return played;
};

export const concluded = async (stage: Stage, on: CivilDate, story: Story, ground?: Matter): Promise<Played> => {
  const played = await investigated(stage, on, story, ground);
  const { first, second } = officersOf(stage, story);
  const [gathered, done] = [stage.workday(3, on), stage.workday(5, on)];
  await stage.give(played.matter, 'add-evidence', {
    on: gathered,
    by: first,
    input: {
      kind: 'electronic',
      what: story.evidence ?? '服务器上的展示记录，与线索所说一致。',
      obtained: `${gathered} 由两名办案人员到企业复制，企业在场人员核对无误。`,
      lawful: true,
    },
  });
  await stage.give(played.matter, 'conclude', {
    on: done,
    by: first,
    input: {
      ...actOf(story),
      refusal: false,
      gravity: false,
      corrected: true,
      complex: false,
      publicInterest: false,
      proposal: '建议警告。',
      ...story.found,
    },
  });
  await stage.give(played.matter, 'countersign', { on: done, by: second });
  return played;
};

/** A warning, or with a sum a fine and what comes with it. */
export const penaltyOf = (reasons: string, fine?: number): FormValues => ({
  measures:
    fine === undefined ? ['warning', 'public-criticism'] : ['warning', 'order-to-correct', 'suspend-updates', 'fine'],
  ...(fine === undefined ? {} : { fine }),
  other: false,
  reasons,
});

export const notified = (stage: Stage, { matter }: Played, on: CivilDate, penalty: FormValues): Promise<void> =>
  stage.give(matter, 'notify', { on, by: headOf(stage), input: penalty });

/** The company wants to be heard; a reviewer of the nation's office, who did not investigate, takes the chair. */
export const hearingAnnounced = async (
  stage: Stage,
  { matter, provider }: Played,
  on: CivilDate,
  day: CivilDate,
): Promise<void> => {
  const by = stage.actor('nation', 'reviewer');
  await stage.give(matter, 'request-hearing', { on, by: stage.actor(provider, 'officer') });
  await stage.give(matter, 'schedule-hearing', {
    on: stage.workday(1, on),
    by,
    input: {
      day,
      time: '09:30',
      place: '示例国家网信办二楼听证室（虚构）',
      chair: stage.account('nation', 'reviewer'),
      open: true,
    },
  });
  await stage.give(matter, 'announce-hearing', { on: stage.workday(1, on), by });
};

export const heard = (stage: Stage, { matter }: Played, on: CivilDate, words: string): Promise<void> =>
  stage.give(matter, 'hold-hearing', {
    on,
    by: stage.actor('nation', 'reviewer'),
    input: { on, attended: true, words, signed: true },
  });

export const decided = async (
  stage: Stage,
  { matter, provider }: Played,
  on: CivilDate,
  penalty: FormValues,
): Promise<void> => {
  await stage.give(matter, 'waive', { on: stage.workday(-1, on), by: stage.actor(provider, 'officer') });
  await stage.give(matter, 'decide', {
    on,
    by: headOf(stage),
    input: {
      ...penalty,
      comply: '处罚自送达之日起执行；有罚款的，十五日内缴至示例银行。',
      remedies: '不服的，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。',
    },
  });
};

export const served = (stage: Stage, { matter, ...story }: Played, on: CivilDate): Promise<void> =>
  stage.give(matter, 'serve', { on, by: officersOf(stage, story).first, input: { way: 'in-person', on } });

/** The whole of it carried out, and the case closed. */
export const carriedOut = async (
  stage: Stage,
  { matter, ...story }: Played,
  on: CivilDate,
  fine: number,
): Promise<void> => {
  const { first } = officersOf(stage, story);
  await stage.give(matter, 'record-payment', { on, by: first, input: { on, amount: fine } });
  for (const measure of ['warning', 'order-to-correct', 'suspend-updates'])
    await stage.give(matter, 'record-execution', { on, by: first, input: { measure, on } });
  await stage.give(matter, 'close', { on, by: headOf(stage) });
};

/** An end that a head gives a reason for. */
export const ended = (
  stage: Stage,
  { matter }: Played,
  command: 'dismiss' | 'spare' | 'find-unproved' | 'transfer-to-justice' | 'refer',
  scene: { readonly on: CivilDate; readonly reason: string; readonly to?: string },
): Promise<void> =>
  stage.give(matter, command, {
    on: scene.on,
    by: headOf(stage),
    reason: scene.reason,
    ...(scene.to === undefined ? {} : { input: { to: scene.to } }),
  });
