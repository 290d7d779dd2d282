import { hash } from 'node:crypto';
import type { AccountId, Actor, AttachmentReference, Instant, MatterId, Membership } from '@suanjian/matters';
import { createMatterService, keepAttachment, type Done, type Refused } from '@suanjian/records';
import { addWorkingDays, type CivilDate } from '@suanjian/rulebook';
import { codeHash, drawCode } from '../areas/applications/codes.ts';
import type { Assembly } from '../assemble.ts';
import type { CastName, DeskOf, ProviderName } from './cast.ts';
import type { Ensemble } from './ensemble.ts';

/** A command of the demonstration was refused: a defect of the demonstration, which its test finds. */
export class SceneRefused extends Error {
  constructor(what: string, { why, refusals }: Refused) {
    super(
      `${what}: ${why}\n${refusals.map(({ code, pointer = '', text }) => `  ${code} ${pointer} ${text.en}`).join('\n')}`,
    );
  }
}

export interface Scene {
  readonly on: CivilDate;
  readonly by: Actor;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

export interface Matter {
  readonly kind: string;
  readonly id: MatterId;
}

export interface StageOptions {
  readonly ensemble: Ensemble;
  /** The day from which everything is dated. */
  readonly today: CivilDate;
  readonly now: () => Instant;
}

/** Half past nine in Shanghai, when offices have opened. */
const morning = 'T01:30:00.000Z';

/**
 * Where the stories are played: the real matter service with a clock that shows the day of the scene. Every command carries a key made
 * from its place in the play, so that a play that was broken off goes on where it stopped.
 */
export const createStage = ({ services }: Pick<Assembly, 'services'>, { ensemble, today, now }: StageOptions) => {
  const { store, definitions, matterPorts, keyring, random, calendars } = services;
  let showing: Instant = now();
  const service = createMatterService(store, definitions, { ...matterPorts, now: () => showing });
  const minutes = new Map<CivilDate, number>();
  const numbers = new Map<MatterId, string>();
  let line = 0;

  /** Scenes of one day follow each other by some minutes; nothing happens later than now. */
  const turnTo = (day: CivilDate): void => {
    const minute = (minutes.get(day) ?? 0) + 7;
    minutes.set(day, minute % 450);
    const wanted = new Date(Date.parse(`${day}${morning}`) + minute * 60_000).toISOString() as Instant;
    const latest = now();
    showing = wanted < latest ? wanted : latest;
  };

  const key = (): string => {
    line += 1;
    return `demonstration-${String(line).padStart(4, '0')}`;
  };

  const done = (what: string, outcome: Done | Refused): Matter => {
    if (outcome.outcome === 'refused') throw new SceneRefused(what, outcome);
    return { kind: outcome.kind, id: outcome.matter };
  };

  const actor = <Name extends CastName>(name: Name, desk: DeskOf<Name>): Actor => {
    const { organisation, kind, people, office } = ensemble.of(name);
    const found = people.get(desk);
    if (found === undefined) throw new RangeError(`nobody at ${name} is called ${desk}`);
    const common = { organisation, roles: found.roles };
    const membership: Membership =
      kind === 'office' && office !== undefined
        ? { kind, ...common, ...office }
        : { kind: kind === 'industry-body' ? kind : 'provider', ...common };
    return { kind: 'person', account: found.account, name: found.name, membership };
  };

  return {
    today,
    /** The day that lies so many working days after today, or before it. */
    workday: (offset: number, from: CivilDate = today): CivilDate =>
      addWorkingDays(calendars.current(), from, offset).due,
    actor,
    account: <Name extends CastName>(name: Name, desk: DeskOf<Name>): AccountId => {
      const found = ensemble.of(name).people.get(desk);
      if (found === undefined) throw new RangeError(`nobody at ${name} is called ${desk}`);
      return found.account;
    },
    open: async (
      kind: string,
      { on, by, input = {}, reason }: Scene,
      parent?: Matter,
      warning?: string,
    ): Promise<Matter> => {
      turnTo(on);
      const outcome = await service.open({
        kind,
        actor: by,
        input,
        idempotencyKey: key(),
        ...(reason === undefined ? {} : { reason }),
        ...(parent === undefined ? {} : { parent: parent.id }),
        ...(warning === undefined ? {} : { warning }),
      });
      return done(`${kind} open on ${on}`, outcome);
    },
    /** What somebody without an account opens. Nobody is told the code: here, too, it is drawn and only its digest kept. */
    apply: async (kind: string, on: CivilDate, form: Readonly<Record<string, unknown>>): Promise<Matter> => {
      turnTo(on);
      const outcome = await service.open({
        kind,
        actor: { kind: 'public' },
        input: { form },
        brought: { files: [], followCode: codeHash(drawCode(random)) },
        idempotencyKey: key(),
      });
      return done(`${kind} open on ${on}`, outcome);
    },
    give: async ({ kind, id }: Matter, command: string, { on, by, input = {}, reason }: Scene): Promise<void> => {
      turnTo(on);
      const outcome = await service.give({
        kind,
        matter: id,
        command,
        actor: by,
        input,
        idempotencyKey: key(),
        ...(reason === undefined ? {} : { reason }),
      });
      done(`${kind} ${command} on ${on}`, outcome);
    },
    /** A file as somebody at the provider would have uploaded it. */
    upload: async (
      provider: ProviderName,
      on: CivilDate,
      name: string,
      type: 'application/pdf' | 'image/png',
      content: Uint8Array,
    ): Promise<AttachmentReference> => {
      turnTo(on);
      const { organisation, people } = ensemble.of(provider);
      const [first] = people.values();
      if (first === undefined) throw new RangeError(`nobody is at ${provider}`);
      return store.asOwner((transaction) =>
        keepAttachment(
          transaction,
          { organisation, name, type, content, scanned: 'not-scanned', by: first.account, at: showing },
          keyring,
          random,
        ),
      );
    },
    /** The 21 digits a filing was given; they never change. */
    numberOf: async ({ kind, id }: Matter): Promise<string> => {
      const known = numbers.get(id) ?? (await service.read({ kind: 'operator' }, kind, id))?.number;
      if (known === undefined) throw new Error(`${kind} ${id} has no number`);
      numbers.set(id, known);
      return known;
    },
  };
};

export type Stage = ReturnType<typeof createStage>;

/** A small number that a text always leads to, for pictures that differ. */
export const seedOf = (words: string): number => Number.parseInt(hash('sha256', words, 'hex').slice(0, 4), 16) % 97;
