import type { ClauseId } from '../clause.ts';
import { text, type Text } from '../text.ts';

export const circumstances = [
  'harm-removed',
  'under-pressure',
  'confessed',
  'assisted',
  'slight-and-corrected',
  'first-and-slight',
  'no-fault',
] as const;
export type Circumstance = (typeof circumstances)[number];

/** What a circumstance asks of the decision. */
export type Leniency = 'none' | 'reduce' | 'may-spare' | 'spare';

const of = (leniency: Leniency, clause: string, zh: string, en: string) => ({
  leniency,
  clause: clause as ClauseId,
  title: text(zh, en),
});

export const circumstanceFacts: Readonly<
  Record<Circumstance, { readonly leniency: Leniency; readonly clause: ClauseId; readonly title: Text }>
> = {
  'harm-removed': of('reduce', 'penalty-law/32', '主动消除或者减轻危害', 'Removed or lessened the harm by itself'),
  'under-pressure': of('reduce', 'penalty-law/32', '受他人胁迫或者诱骗', 'Acted under pressure or deceit'),
  confessed: of('reduce', 'penalty-law/32', '主动交代尚未掌握的违法行为', 'Confessed what was not known'),
  assisted: of('reduce', 'penalty-law/32', '配合查处有立功表现', 'Helped the investigation notably'),
  'slight-and-corrected': of(
    'spare',
    'penalty-law/33',
    '轻微、及时改正、没有危害后果',
    'Slight, put right in time, no harm',
  ),
  'first-and-slight': of(
    'may-spare',
    'penalty-law/33',
    '初次、危害轻微、及时改正',
    'First time, slight harm, put right in time',
  ),
  'no-fault': of('spare', 'penalty-law/33', '有证据证明没有主观过错', 'Proved not to be at fault'),
};

const order: readonly Leniency[] = ['none', 'reduce', 'may-spare', 'spare'];

/** The most lenient that any of the circumstances asks for, with the clauses it rests on. */
export const leniencyOf = (
  found: readonly Circumstance[],
): { readonly leniency: Leniency; readonly clauses: readonly ClauseId[] } => {
  const facts = found.map((each) => circumstanceFacts[each]);
  const leniency = facts.reduce<Leniency>(
    (most, each) => (order.indexOf(each.leniency) > order.indexOf(most) ? each.leniency : most),
    'none',
  );
  return {
    leniency,
    clauses: [...new Set(facts.filter((each) => each.leniency === leniency).map(({ clause }) => clause))],
  };
};
