import type { Caller } from '../testing/test-server.ts';

export type Done = (answer: ReturnType<Caller['post']>) => Promise<string>;
export type MatterOfKind = readonly [kind: string, matter: string];

/** The matter that an answer speaks of. @throws where it is not that something was done */
export const expectDone: Done = async (answer) => {
  const response = await answer;
  if (response.statusCode !== 200 && response.statusCode !== 201)
    throw new Error(`${response.statusCode}: ${response.body}`);
  return response.json<{ matter: string }>().matter;
};
