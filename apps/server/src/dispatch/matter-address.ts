import type { ServerConfig } from '../config.ts';

/** Where somebody reads a matter after signing in. */
export const matterAddress = (
  { publicAddress }: Pick<ServerConfig, 'publicAddress'>,
  kind: string,
  id: string,
): string => `${publicAddress}/workspace/matters/${kind}/${id}`;
