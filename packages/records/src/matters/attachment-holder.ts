import type { Transaction } from 'kysely';
import type { Actor, MatterId, OrganisationId } from '@suanjian/matters';
import type { Database } from '../migrations/database.ts';
import type { MatterPorts } from './command-context.ts';
import { actorOrganisation } from './organisation-names.ts';
import { recordReadings } from './readings.ts';
import { seeingEverything } from './seeing-everything.ts';
import type { Stream } from './streams.ts';
import { viewOf, visibleMatter } from './visible-matter.ts';

/** True when a value refers to a stored file. */
const refersTo = (value: unknown, hash: string): boolean => {
  if (Array.isArray(value)) return value.some((item) => refersTo(item, hash));
  if (typeof value !== 'object' || value === null) return false;
  return ('hash' in value && value.hash === hash) || Object.values(value).some((item) => refersTo(item, hash));
};

const valueAt = (state: Readonly<Record<string, unknown>>, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
      state,
    );

/** Under whom a file is kept: the organisation that uploaded it, or the matter of the person who brought it. */
export type AttachmentHolder =
  | { readonly kind: 'organisation'; readonly id: OrganisationId }
  | { readonly kind: 'matter'; readonly id: MatterId };

/** The organisation beside the owner that brought a file itself: only what it referred to in an event of its own counts as brought by it. */
const broughtBy = ({ events, owner }: Stream, hash: string): string | undefined =>
  events
    .filter(({ event }) => refersTo(event, hash))
    .map(({ meta }) => actorOrganisation(meta.actor))
    .find((organisation) => organisation !== undefined && organisation !== owner);

const holderOf = async (
  transaction: Transaction<Database>,
  stream: Stream,
  hash: string,
): Promise<AttachmentHolder | undefined> => {
  const { id, owner } = stream;
  const brought = await transaction
    .selectFrom('matter_attachment')
    .select('hash')
    .where('matter_id', '=', id)
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (brought !== undefined) return { kind: 'matter', id };
  const kept = async (organisation: string): Promise<AttachmentHolder | undefined> => {
    const file = await transaction
      .selectFrom('attachment')
      .select('hash')
      .where('organisation_id', '=', organisation)
      .where('hash', '=', hash)
      .executeTakeFirst();
    return file === undefined ? undefined : { kind: 'organisation', id: organisation as OrganisationId };
  };
  const own = owner === null ? undefined : await kept(owner);
  const other = own === undefined ? broughtBy(stream, hash) : undefined;
  // Whoever sees the matter may open what the other side brought to it, and finds it nowhere else.
  return other === undefined ? own : seeingEverything(transaction, () => kept(other));
};

/** Where the file lies that a visible matter refers to. Only the sealed field that refers to it is recorded as read. */
export const openAttachment = async (
  transaction: Transaction<Database>,
  ports: MatterPorts,
  actor: Actor,
  kind: string,
  id: string,
  hash: string,
): Promise<AttachmentHolder | undefined> => {
  const visible = await visibleMatter(transaction, ports, actor, kind, id);
  if (visible === undefined) return undefined;
  const { state, disclosed } = viewOf(visible, actor, ['confidential', 'personal']);
  if (!refersTo(state, hash)) return undefined;
  const holder = await holderOf(transaction, visible.stream, hash);
  if (holder === undefined) return undefined;
  const referring = disclosed.filter(({ pointer }) => refersTo(valueAt(state, pointer), hash));
  await recordReadings(transaction, actor, visible.stream, referring, ports.now());
  return holder;
};
