import { openEmbedded, type EmbeddedOptions } from './embedded/open-embedded.ts';
import { openRemote, type RemoteOptions } from './remote/open-remote.ts';
import type { LogStore } from './store.ts';

export type StoreOptions =
  | ({ readonly kind: 'embedded' } & EmbeddedOptions)
  | ({ readonly kind: 'remote' } & RemoteOptions);

/** Opens the analytical store: a ClickHouse of its own in a child process, or servers that run elsewhere. */
export const openStore = (options: StoreOptions): Promise<LogStore> =>
  options.kind === 'embedded' ? openEmbedded(options) : openRemote(options);
