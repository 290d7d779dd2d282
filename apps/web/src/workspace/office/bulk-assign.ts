import { failureFrom, type RequestFailure } from '../client/failure.ts';

export interface Assignable {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
}

export interface BulkOutcome {
  readonly done: readonly Assignable[];
  readonly failed: readonly { readonly matter: Assignable; readonly failure: RequestFailure }[];
}

/**
 * One command for each matter, a few at a time. One that fails does not keep the others back, and is told by name; a
 * matter that somebody already has is as wished.
 */
export const assignAll = async (
  matters: readonly Assignable[],
  assign: (matter: Assignable) => Promise<unknown>,
  atOnce = 4,
): Promise<BulkOutcome> => {
  const done: Assignable[] = [];
  const failed: { matter: Assignable; failure: RequestFailure }[] = [];
  const waiting = [...matters];
  const work = async (): Promise<void> => {
    for (let matter = waiting.shift(); matter !== undefined; matter = waiting.shift()) {
      try {
        await assign(matter);
        done.push(matter);
      } catch (error) {
        const failure = failureFrom(error);
        if (failure.refusals.some(({ code }) => code === 'desk/already-assigned')) done.push(matter);
        else failed.push({ matter, failure });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, matters.length) }, work));
  return { done, failed };
};
