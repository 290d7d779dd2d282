import type { Transaction } from 'kysely';
import {
  audienceOf,
  isVisible,
  viewFor,
  type Actor,
  type AnyMatterDefinition,
  type Audience,
  type Secrecy,
} from '@suanjian/matters';
import type { Database } from '../migrations/database.ts';
import type { MatterPorts } from './command-context.ts';
import { loadStream, type Head, type Stream } from './streams.ts';

/** A matter that somebody may see, and on which side of it they stand. */
export interface VisibleMatter {
  readonly definition: AnyMatterDefinition;
  readonly head: Head;
  readonly stream: Stream;
  readonly audience: Audience;
}

/** Nothing where there is no such matter, and nothing where the actor may not see it: from outside they are the same. */
export const visibleMatter = async (
  transaction: Transaction<Database>,
  ports: Pick<MatterPorts, 'definitionOf' | 'sealer'>,
  actor: Actor,
  kind: string,
  id: string,
): Promise<VisibleMatter | undefined> => {
  const definition = ports.definitionOf(kind);
  const head = await transaction
    .selectFrom('matter')
    .selectAll()
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (definition === undefined || head === undefined) return undefined;
  const stream = await loadStream(transaction, definition, head, ports.sealer);
  const audience = audienceOf(actor, stream.ground);
  if (audience === undefined || !isVisible(definition, stream.state, audience)) return undefined;
  return { definition, head, stream, audience };
};

/** What of a matter its reader is shown, with these kinds of sealed values open. */
export const viewOf = (
  { definition, stream, audience }: VisibleMatter,
  actor: Actor,
  unsealed: readonly Exclude<Secrecy, 'public'>[],
): ReturnType<typeof viewFor> =>
  viewFor(definition, stream.state, audience, new Set(unsealed), actor.kind === 'person' ? actor.account : undefined);
