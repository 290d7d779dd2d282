import type { MessagePort } from 'node:worker_threads';

/** Handed to the worker when it starts. No `directory`: everything stays in memory. */
export interface EngineSettings {
  readonly directory: string | undefined;
  /** A folder image from `dump`, to start from instead of an empty cluster. */
  readonly snapshot: Uint8Array<ArrayBuffer> | undefined;
}

/** From the store's thread to the worker. */
export type EngineRequest =
  | { readonly kind: 'connect'; readonly port: MessagePort }
  | { readonly kind: 'dump' }
  | { readonly kind: 'count-syncs' }
  | { readonly kind: 'close' };

/** From the worker to the store's thread. Answers come in the order of the requests. */
export type EngineReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'dumped'; readonly image: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'syncs'; readonly count: number };

/** On a connection's own port: bytes of the wire protocol in both directions, or the end. */
export type WireMessage = { readonly bytes: Uint8Array } | { readonly end: true };
