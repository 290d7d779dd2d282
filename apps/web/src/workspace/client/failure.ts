import { problemContract, type ProblemAnswer, type RefusalAnswer } from '@suanjian/contracts';

/** What became of a request that did not succeed. Only `offline` and `unavailable` leave open whether it was done. */
type FailureKind =
  | 'offline'
  | 'unavailable'
  | 'signed-out'
  | 'not-found'
  | 'not-permitted'
  | 'stale'
  | 'refused'
  | 'unreadable';

export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  readonly kind: FailureKind;
  readonly problem: ProblemAnswer | undefined;

  constructor(kind: FailureKind, problem?: ProblemAnswer) {
    super(problem?.title ?? kind);
    this.kind = kind;
    this.problem = problem;
  }

  get refusals(): readonly RefusalAnswer[] {
    return this.problem?.errors ?? [];
  }
}

const kindOf = (status: number): FailureKind => {
  switch (status) {
    case 401:
      return 'signed-out';
    case 403:
      return 'not-permitted';
    case 404:
    case 410:
      return 'not-found';
    case 412:
      return 'stale';
    case 408:
    case 425:
    case 429:
      return 'unavailable';
    default:
      return status >= 500 ? 'unavailable' : 'refused';
  }
};

export const failureOf = (status: number, body: unknown): RequestFailure => {
  const problem = problemContract.safeParse(body);
  return new RequestFailure(kindOf(status), problem.success ? problem.data : undefined);
};

export const failureFrom = (error: unknown): RequestFailure =>
  error instanceof RequestFailure ? error : new RequestFailure('unreadable');
