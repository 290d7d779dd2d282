/** What is sent: JSON, a form as browsers send it, or a stream of any length. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'stream'; readonly type: string; readonly chunks: AsyncIterable<Uint8Array> };

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: Body;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly cookies: readonly string[];
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Six digits of the second factor, or a recovery code. */
  readonly code: string | undefined;
}

export type RegisterFormat = 'csv' | 'jsonl' | 'parquet';

/** The server's API, reached over HTTP or in this process: the same paths, the same answers. */
export interface Client {
  /** How the local operator shows itself. */
  readonly operator: Readonly<Record<string, string>>;
  readonly send: (request: Request) => Promise<Answer>;
  /** Signs in and answers the headers that show it. @throws CliFault when password or code are wrong */
  readonly signIn: (credentials: Credentials) => Promise<Readonly<Record<string, string>>>;
  /** The whole public register. */
  readonly register: (format: RegisterFormat) => Promise<AsyncIterable<Uint8Array | string>>;
  readonly close: () => Promise<void>;
}

export const textOf = async ({ chunks }: Pick<Answer, 'chunks'>): Promise<string> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of chunks) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
};

export const bodyHeaders = (body: Body | undefined): Readonly<Record<string, string>> => {
  switch (body?.kind) {
    case undefined:
      return {};
    case 'json':
      return { 'content-type': 'application/json' };
    case 'form':
      return { 'content-type': 'application/x-www-form-urlencoded' };
    case 'stream':
      return { 'content-type': body.type };
  }
};

/** What fits into memory at once; a stream is sent as it is. */
export const bodyText = (body: Exclude<Body, { kind: 'stream' }>): string =>
  body.kind === 'json' ? JSON.stringify(body.value) : new URLSearchParams(body.fields).toString();
