import type { Method } from '../engine/method.ts';
import { rateGap } from './rate-gap/method.ts';
import { valueGap } from './value-gap/method.ts';
import { regression } from './regression/method.ts';
import { independence } from './independence/method.ts';
import { describe } from './describe/method.ts';
import { goodnessOfFit } from './goodness-of-fit/method.ts';
import { invariant } from './invariant/method.ts';
import { coverage } from './coverage/method.ts';
import { recompute } from './recompute/method.ts';
import { inversions } from './inversions/method.ts';
import { rankShare } from './rank-share/method.ts';
import { spread } from './spread/method.ts';
import { churn } from './churn/method.ts';
import { concentration } from './concentration/method.ts';
import { trend } from './trend/method.ts';
import { lockstep } from './lockstep/method.ts';
import { burst } from './burst/method.ts';

/**
 * A method as the registry holds it. Its parameters are `unknown` outside of it: whoever runs a method first parses them with the
 * method's own schema, so that nothing else ever reaches its functions.
 */
export const anyMethod = <Parameters>(method: Method<Parameters>): Method => method as unknown as Method;

/** Every method, in the order in which the reference pages show them. One line each. */
export const methods: readonly Method[] = [
  anyMethod(rateGap),
  anyMethod(valueGap),
  anyMethod(regression),
  anyMethod(independence),
  anyMethod(goodnessOfFit),
  anyMethod(invariant),
  anyMethod(coverage),
  anyMethod(recompute),
  anyMethod(inversions),
  anyMethod(rankShare),
  anyMethod(spread),
  anyMethod(churn),
  anyMethod(concentration),
  anyMethod(trend),
  anyMethod(lockstep),
  anyMethod(burst),
  anyMethod(describe),
];

export const methodOf = (id: string): Method | undefined => methods.find((method) => method.id === id);
