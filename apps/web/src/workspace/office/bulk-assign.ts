import type { AnyMatterDefinition } from '@suanjian/matters';
import { failureFrom, type RequestFailure } from '../client/failure.ts';

export interface Assignable {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
}

/** A matter and who is to have it; null puts it back into the queue. */
export interface Assignment<Matter extends Assignable = Assignable> {
  readonly matter: Matter;
  readonly to: string | null;
}

export interface BulkOutcome<Matter extends Assignable = Assignable> {
  readonly done: readonly Matter[];
  /** Moved since the list was read: left as they are, to be looked at again. */
  readonly changed: readonly Matter[];
  readonly failed: readonly { readonly matter: Matter; readonly failure: RequestFailure }[];
}

/** Whether somebody can be given it, as it stands: not what lies on the company's desk, nor what a team works on that is named on its page. */
export const isAssignable = (definition: AnyMatterDefinition | undefined, status: string): boolean =>
  definition?.commands['assign']?.from.includes(status) === true;

/** Whether assigning one of these asks for a reason. */
export const wantsReason = (definitions: readonly (AnyMatterDefinition | undefined)[]): boolean =>
  definitions.some((definition) => definition?.commands['assign']?.reason === 'required');

/**
 * Shares matters out so that nobody gets more than one more than anybody else. Whoever has one of them already keeps it as far as that allows, so
 * that as little as possible changes hands; the rest goes in the order of the list to who has fewest.
 */
export const sharedOut = <Matter extends Assignable & { readonly assignee?: string | undefined }>(
  matters: readonly Matter[],
  people: readonly string[],
): readonly Assignment<Matter>[] => {
  const load = new Map(people.map((person) => [person, 0]));
  const most = Math.ceil(matters.length / people.length);
  /** So many may have the most; with more of them somebody else would get two fewer. */
  let full = matters.length % people.length === 0 ? people.length : matters.length % people.length;
  const kept = new Map<Matter, string>();
  const give = (matter: Matter, person: string): void => {
    const now = (load.get(person) ?? 0) + 1;
    load.set(person, now);
    if (now === most) full -= 1;
    kept.set(matter, person);
  };
  for (const matter of matters) {
    const has = matter.assignee === undefined ? undefined : load.get(matter.assignee);
    if (matter.assignee === undefined || has === undefined) continue;
    if (has + 1 < most || (has + 1 === most && full > 0)) give(matter, matter.assignee);
  }
  for (const matter of matters) {
    if (kept.has(matter)) continue;
    const [first] = [...load].toSorted(([, one], [, other]) => one - other);
    if (first !== undefined) give(matter, first[0]);
  }
  return matters.flatMap((matter) => {
    const to = kept.get(matter);
    return to === undefined ? [] : [{ matter, to }];
  });
};

/**
 * One command for each matter, a few at a time. One that fails does not keep the others back, and is told by name; so is one that changed since
 * it was read. A matter that somebody already has is as wished.
 */
export const assignAll = async <Matter extends Assignable>(
  assignments: readonly Assignment<Matter>[],
  assign: (assignment: Assignment<Matter>) => Promise<unknown>,
  atOnce = 4,
): Promise<BulkOutcome<Matter>> => {
  const done: Matter[] = [];
  const changed: Matter[] = [];
  const failed: { matter: Matter; failure: RequestFailure }[] = [];
  const waiting = [...assignments];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { matter } = next;
      try {
        await assign(next);
        done.push(matter);
      } catch (error) {
        const failure = failureFrom(error);
        if (failure.refusals.some(({ code }) => code === 'desk/already-assigned')) done.push(matter);
        else if (failure.kind === 'stale') changed.push(matter);
        else failed.push({ matter, failure });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, assignments.length) }, work));
  return { done, changed, failed };
};
