import type {
  Answer,
  AnswerKind,
  Bearer,
  Clause,
  ClauseId,
  Deadline,
  DutyKind,
  Edition,
  EditionId,
  Sanction,
} from './clause.ts';
import type { Text } from './text.ts';

/** A clause as its author writes it: what most clauses lack may be left out, ids are numbers inside the edition. */
export interface ClauseSource {
  readonly number: string;
  readonly heading: Text;
  readonly text: Text;
  readonly who: readonly Bearer[];
  readonly duty: DutyKind;
  readonly deadlines?: readonly Deadline[];
  readonly sanction?: Sanction;
  /** Number of the sanctioning clause in the same edition. */
  readonly sanctionedBy?: string;
  readonly answers: readonly Answer[];
  /** `edition/number` of the corresponding clause, with what differs. */
  readonly crosswalk?: readonly { readonly clause: string; readonly difference: Text }[];
  readonly advisory?: boolean;
}

export const clauseIdOf = (edition: EditionId, number: string): ClauseId => `${edition}/${number}` as ClauseId;

/** Builds an edition from its header and its clauses, filling what may be left out. References are checked by the rulebook's tests. */
export const defineEdition = (header: Omit<Edition, 'clauses'>, sources: readonly ClauseSource[]): Edition => ({
  ...header,
  clauses: sources.map(({ sanctionedBy, sanction, ...source }): Clause => ({
    ...source,
    id: clauseIdOf(header.id, source.number),
    edition: header.id,
    deadlines: source.deadlines ?? [],
    crosswalk: (source.crosswalk ?? []).map((entry) => ({ ...entry, clause: entry.clause as ClauseId })),
    advisory: source.advisory ?? false,
    ...(sanction === undefined ? {} : { sanction }),
    ...(sanctionedBy === undefined ? {} : { sanctionedBy: clauseIdOf(header.id, sanctionedBy) }),
  })),
});

/** An answer that exists: its name is that of a registered matter, page, clock or scheme. */
export const working = (kind: AnswerKind, name: string, title: Text): Answer => ({
  kind,
  name,
  title,
  status: 'working',
});

/** An answer that is designed and not built yet, with what it waits for. */
export const planned = (kind: AnswerKind, name: string, title: Text, waits?: Text): Answer => ({
  kind,
  name,
  title,
  status: 'planned',
  ...(waits === undefined ? {} : { waits }),
});
