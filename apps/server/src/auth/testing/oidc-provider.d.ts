/** The package ships no types; this is what the tests use of it. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Claims {
    readonly sub: string;
    readonly [claim: string]: unknown;
  }

  export class Provider {
    constructor(
      issuer: string,
      configuration: {
        readonly clients: readonly {
          readonly client_id: string;
          readonly client_secret: string;
          readonly redirect_uris: readonly string[];
        }[];
        readonly claims: Readonly<Record<string, readonly string[]>>;
        readonly cookies: { readonly keys: readonly string[] };
        readonly conformIdTokenClaims: boolean;
        readonly features: { readonly devInteractions: { readonly enabled: boolean } };
        readonly ttl: Readonly<Record<string, number>>;
        readonly jwks: { readonly keys: readonly object[] };
        readonly findAccount: (
          context: unknown,
          id: string,
        ) => Promise<{ accountId: string; claims(): Promise<Claims> }>;
      },
    );
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}
