import type { Actor, AnyMatterDefinition, MatterId, ProviderRecords } from '@suanjian/matters';
import { civilDateOf, text } from '@suanjian/rulebook';
import { QueryFault, withRetry } from '../store/database-errors.ts';
import type { Store } from '../store/open-store.ts';
import { openAttachment, type AttachmentHolder } from './attachment-holder.ts';
import { requestHash } from './chain.ts';
import { characterFaults } from './plain-text.ts';
import { reasonFaults } from './input.ts';
import type { CommandSurroundings, MatterPorts } from './command-context.ts';
import { broughtNothing, type Brought } from './brought.ts';
import { giveCommand } from './commands.ts';
import { erasePending } from './erasure.ts';
import { openMatter } from './open-matter.ts';
import { listMatters, type MatterList, type MatterQuery } from './list.ts';
import { RefusedError, type Done, type Refused } from './outcome.ts';
import { providerRecords, recordsOfFiling } from './provider-records.ts';
import { receiptActor, scopeOf } from './scope.ts';
import { readMatter, type MatterReading, type ReadOptions } from './read.ts';
import type { Transaction } from 'kysely';
import type { Database } from '../migrations/database.ts';

export interface Request {
  readonly actor: Actor;
  /** The same key with the same request gives the same answer and does nothing twice. */
  readonly idempotencyKey?: string;
  readonly reason?: string;
  /** What somebody without an account brings along. */
  readonly brought?: Brought;
}

export interface OpenRequest extends Request {
  readonly kind: string;
  readonly input: unknown;
  /** The matter it is opened on. */
  readonly parent?: string;
  /** The early warning of monitoring that it is opened from. */
  readonly warning?: string;
}

export interface CommandRequest extends Request {
  readonly kind: string;
  readonly matter: string;
  readonly command: string;
  readonly input: unknown;
  /** The last position the caller has seen; refused as stale when the matter has moved since. */
  readonly expectedPosition?: number;
}

export interface MatterService {
  open(request: OpenRequest): Promise<Done | Refused>;
  give(request: CommandRequest): Promise<Done | Refused>;
  /** A matter as the actor may see it; `undefined` for a stranger as for one that does not exist. Records what sealed values it showed. */
  read(actor: Actor, kind: string, matter: string, options?: ReadOptions): Promise<MatterReading | undefined>;
  list(actor: Actor, query: MatterQuery): Promise<MatterList>;
  /**
   * What is known of the provider that a matter belongs to, as far as the actor may see it, for the checks that records decide; of a filing, what
   * concerns that one alone. `undefined` where they do not see the matter.
   */
  providerRecords(actor: Actor, kind: string, matter: string): Promise<ProviderRecords | undefined>;
  /** Whose file it is, when a matter that the actor may see refers to it; records that field, and only that, as read. */
  openAttachment(actor: Actor, kind: string, matter: string, hash: string): Promise<AttachmentHolder | undefined>;
  /** The matter that a code opens, by the code's SHA-256; `undefined` for any other. */
  followed(codeHash: string): Promise<{ readonly kind: string; readonly matter: MatterId } | undefined>;
  readonly definitions: readonly AnyMatterDefinition[];
}

const keyReused = (): RefusedError =>
  new RefusedError('key-reused', [
    {
      code: 'request/key-reused',
      text: text(
        '这个请求编号已用于另一项内容不同的请求，请换一个编号。',
        'This idempotency key was used for a different request. Use another key.',
      ),
    },
  ]);

const tooMany = (): Refused => ({
  outcome: 'refused',
  why: 'stale',
  refusals: [
    {
      code: 'matter/contended',
      text: text(
        '同时有他人在办理这个事项，请稍后重试。',
        'Somebody else is acting on this matter at the same moment. Try again.',
      ),
    },
  ],
});

/** A unique violation means somebody else was faster (the same position, key or number): look again once, with what they left. */
const onceMoreWhenFaster = async (run: () => Promise<Done>): Promise<Done> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof QueryFault && error.kind === 'unique') return run();
    throw error;
  }
};

export const createMatterService = (
  store: Store,
  definitions: readonly AnyMatterDefinition[],
  ports: Omit<MatterPorts, 'definitionOf'>,
): MatterService => {
  const byKind = new Map(definitions.map((definition) => [definition.kind, definition]));
  const complete: MatterPorts = { ...ports, definitionOf: (kind) => byKind.get(kind) };

  /** Runs one command in one transaction, remembers its answer under the key, and turns a refusal into an answer after rolling back. */
  const within = async (
    request: Request & { readonly input: unknown },
    content: unknown,
    work: (surroundings: CommandSurroundings) => Promise<Done>,
  ): Promise<Done | Refused> => {
    const { actor, idempotencyKey, reason } = request;
    // Before anything is hashed or stored: both want text that is well formed.
    const faults = [...reasonFaults(reason), ...characterFaults(request.input)];
    if (faults.length > 0) return { outcome: 'refused', why: 'invalid', refusals: faults };
    let erasing = false;
    const askErasure = (): void => {
      erasing = true;
    };
    const run = (): Promise<Done> =>
      store.inScope(scopeOf(actor), async (transaction) => {
        await complete.refreshRules?.(transaction);
        const now = complete.now();
        const key =
          idempotencyKey === undefined
            ? undefined
            : { actor: receiptActor(actor), key: idempotencyKey, hash: requestHash(content) };
        if (key !== undefined) {
          const earlier = await transaction
            .selectFrom('command_receipt')
            .selectAll()
            .where('actor', '=', key.actor)
            .where('key', '=', key.key)
            .executeTakeFirst();
          if (earlier !== undefined) {
            if (earlier.request_hash !== key.hash) throw keyReused();
            return earlier.result as unknown as Done;
          }
        }
        const waiting: Promise<void>[] = [];
        const done = await work({
          transaction,
          ports: complete,
          actor,
          now,
          reason,
          brought: request.brought ?? broughtNothing,
          waitBeforeCommit: (kept) => {
            // It may fail while a statement is under way: what comes of it is seen below.
            kept.catch(() => undefined);
            waiting.push(kept);
          },
          askErasure,
        });
        await Promise.all(waiting);
        if (key !== undefined)
          await transaction
            .insertInto('command_receipt')
            .values({ actor: key.actor, key: key.key, request_hash: key.hash, result: JSON.stringify(done), at: now })
            .execute();
        return done;
      });
    try {
      const done = await withRetry(() => onceMoreWhenFaster(run));
      if (erasing) await erasePending(store, complete.files.keyring, complete.now);
      return done;
    } catch (error) {
      if (error instanceof RefusedError) return error.refused;
      if (error instanceof QueryFault && (error.kind === 'unique' || error.kind === 'serialization')) return tooMany();
      throw error;
    }
  };

  return {
    definitions,
    open: (request) =>
      within(
        request,
        [
          'open',
          request.kind,
          request.parent ?? null,
          request.reason ?? null,
          request.input ?? null,
          ...(request.warning === undefined ? [] : [request.warning]),
        ],
        (surroundings) => openMatter(surroundings, request.kind, request.input, request.parent, request.warning),
      ),
    give: (request) =>
      within(
        request,
        [request.command, request.kind, request.matter, request.reason ?? null, request.input ?? null],
        (surroundings) =>
          giveCommand(
            surroundings,
            request.kind,
            request.matter,
            request.command,
            request.input,
            request.expectedPosition,
          ),
      ),
    read: (actor, kind, matter, options = {}) =>
      store.inScope(scopeOf(actor), (transaction: Transaction<Database>) =>
        readMatter(transaction, complete, actor, kind, matter, options),
      ),
    openAttachment: (actor, kind, matter, hash) =>
      store.inScope(scopeOf(actor), (transaction) => openAttachment(transaction, complete, actor, kind, matter, hash)),
    followed: (codeHash) =>
      store.asOwner(async (transaction) => {
        const row = await transaction
          .selectFrom('follow_code')
          .innerJoin('matter', 'matter.id', 'follow_code.matter_id')
          .select(['matter.id', 'matter.kind'])
          .where('code_hash', '=', codeHash)
          .executeTakeFirst();
        return row === undefined ? undefined : { kind: row.kind, matter: row.id as MatterId };
      }),
    list: (actor, query) =>
      store.inScope(scopeOf(actor), (transaction) => listMatters(transaction, query, actor, complete)),
    providerRecords: (actor, kind, matter) =>
      store.inScope(scopeOf(actor), async (transaction) => {
        const reading = await readMatter(transaction, complete, actor, kind, matter, {});
        if (reading === undefined || reading.owner === null) return undefined;
        const { calendar, chosenEdition } = complete.rules();
        const records = await providerRecords(transaction, complete, reading.owner, {
          today: civilDateOf(complete.now()),
          calendar,
          regulation: chosenEdition === 'draft' ? 'draft' : 'final',
        });
        return kind === 'filing' ? recordsOfFiling(records, matter) : records;
      }),
  };
};
