import type { Transaction } from 'kysely';
import {
  editionOn,
  referenceOf,
  type Actor,
  type AnyMatterDefinition,
  type ClockRules,
  type CommandContext,
  type EventMeta,
  type Ground,
  type Instant,
  type MatterId,
  type MatterSettings,
  type OrganisationId,
  type Publication,
} from '@suanjian/matters';
import { civilDateOf, text } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import type { LookupPorts } from './lookups.ts';
import type { WaitForDisk } from '../keys/keyring.ts';
import type { Brought, FilePorts } from './brought.ts';
import { RefusedError } from './outcome.ts';
import type { Sealer } from './sealing.ts';
import { loadStream, type Stream } from './streams.ts';

/** Everything a command needs of the world; the apps give it. */
export interface MatterPorts extends Omit<LookupPorts, 'today'> {
  readonly definitionOf: (kind: string) => AnyMatterDefinition | undefined;
  readonly sealer: Sealer;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly settings: MatterSettings;
  readonly rules: () => ClockRules;
  /** Takes in rules that another process has brought meanwhile, such as a calendar. */
  readonly refreshRules?: (transaction: Transaction<Database>) => Promise<void>;
  readonly files: FilePorts;
  readonly publish: (
    transaction: Transaction<Database>,
    publication: Publication,
    about: { matter: MatterId; at: Instant; prefix: string },
  ) => Promise<void>;
}

/** What surrounds one command, the same for all that follows from it. */
export interface CommandSurroundings {
  readonly transaction: Transaction<Database>;
  readonly ports: MatterPorts;
  readonly actor: Actor;
  readonly now: Instant;
  readonly reason: string | undefined;
  readonly brought: Brought;
  /** Takes what must hold before the transaction is committed. */
  readonly waitBeforeCommit: WaitForDisk;
  /** Called when an event gives up a key: it is destroyed once the transaction is over. */
  readonly askErasure: () => void;
}

export interface Target {
  readonly definition: AnyMatterDefinition;
  readonly matter: MatterId;
  readonly owner: OrganisationId | null;
  readonly ground: Ground;
  readonly parent: Stream['parent'];
}

export const notFound = (): RefusedError =>
  new RefusedError('not-found', [
    {
      code: 'matter/not-found',
      text: text('没有找到这个事项，或者您无权查看。', 'There is no such matter, or you may not see it.'),
    },
  ]);

export const knownDefinition = (ports: Pick<MatterPorts, 'definitionOf'>, kind: string): AnyMatterDefinition => {
  const definition = ports.definitionOf(kind);
  if (definition === undefined)
    throw new RefusedError('not-found', [
      {
        code: 'matter/unknown-kind',
        text: text(`没有名为「${kind}」的事项。`, `There is no kind of matter named “${kind}”.`),
      },
    ]);
  return definition;
};

/** @param lock keeps others from moving the matter until this transaction ends. */
export const streamOf = async (
  transaction: Transaction<Database>,
  ports: Pick<MatterPorts, 'definitionOf' | 'sealer'>,
  kind: string,
  id: string,
  lock: boolean,
): Promise<Stream> => {
  const definition = knownDefinition(ports, kind);
  const query = transaction.selectFrom('matter').selectAll().where('id', '=', id).where('kind', '=', kind);
  const head = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (head === undefined) throw notFound();
  return loadStream(transaction, definition, head, ports.sealer);
};

export const contextOf = <Gathered>(
  { ports, actor, now, reason }: CommandSurroundings,
  { matter, ground }: Pick<Target, 'matter' | 'ground'>,
  gathered: Gathered,
): CommandContext<Gathered> => {
  const today = civilDateOf(now);
  const rules = ports.rules();
  return {
    ...rules,
    matter,
    ground,
    actor,
    now,
    today,
    edition: editionOn(rules, today),
    settings: ports.settings,
    reason,
    gathered,
  };
};

export const metaFor = (
  { ports, actor, now, reason }: CommandSurroundings,
  command: string,
): Omit<EventMeta, 'position'> => {
  const on = civilDateOf(now);
  return {
    at: now,
    on,
    actor: referenceOf(actor),
    edition: editionOn(ports.rules(), on),
    command,
    ...(reason === undefined ? {} : { reason }),
  };
};
