import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import {
  matterOf,
  type Command,
  type Effect,
  type MatterState,
  type Notice,
  type StateDefinition,
} from '../../engine/definition.ts';
import type { MatterReference } from '../../engine/lookups.ts';
import { matterParty } from '../../engine/party.ts';
import { accept } from '../../engine/refusal.ts';
import type { OnFiling } from './parent-filing.ts';

/** The filing that a matter was about has ended by another one. */
export interface LapseEvent {
  readonly type: 'lapsed';
}

export const lapseEventTitles = {
  lapsed: { title: text('所属备案终止，随之失效', 'Lapsed with its filing') },
} as const;

export const lapsedState = {
  title: text('失效', 'Lapsed'),
  meaning: text(
    '所办理的备案已经注销或撤销，本事项随之失效，无需再办。',
    'The filing it was about has been cancelled or revoked, and this ended with it; nothing is left to do.',
  ),
  visible: ['provider', 'office'],
  final: true,
  tone: 'neutral',
} as const satisfies StateDefinition;

/** @param from every state in which something is still open. */
export const lapseCommand = (from: readonly string[]): Command<MatterState, LapseEvent> =>
  matterOf<MatterState, LapseEvent>().command({
    title: text('失效', 'Lapse'),
    help: text('所属备案注销或撤销后由系统办理。', 'Done by the system when the filing is cancelled or revoked.'),
    by: [matterParty('filing')],
    from,
    to: ['lapsed'],
    reason: 'optional',
    input: z.strictObject({}),
    decide: () => accept({ type: 'lapsed' }),
  });

/** Tells the provider, whose draft or application it may have been. */
export const lapseNotice = (
  kind: { readonly zh: string; readonly en: string },
  matter: Pick<OnFiling, 'title' | 'number'>,
): Notice => ({
  to: 'provider',
  subject: text(`${kind.zh}失效：${matter.title}`, `${kind.en} lapsed: ${matter.title}`),
  body: text(
    `备案 ${matter.number} 已经注销或撤销，正在办理的${kind.zh}随之失效，无需再办。`,
    `Filing ${matter.number} has been cancelled or revoked; the ${kind.en.toLowerCase()} under way lapsed with it, and nothing is left to do.`,
  ),
});

/** Kinds that have nothing left to be about once the filing has ended. A report about its public record still has: the record stays. */
const lapsing: ReadonlySet<string> = new Set(['change', 'cancellation', 'revocation']);

/** Those of the open matters on a filing that lapse when it ends, without the one that ends it. */
export const lapsingOf = (open: readonly MatterReference[], cause: string): readonly MatterReference[] =>
  open.filter(({ kind, id }) => lapsing.has(kind) && id !== cause);

export const lapseEffects = (lapsed: readonly MatterReference[]): readonly Effect[] =>
  lapsed.map((matter) => ({ matter, command: 'lapse', input: {} }));
