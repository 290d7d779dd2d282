import type { Actor, AnyMatterDefinition, ClockRules, Instant, OfficeLevel, PlaceCode } from '@suanjian/matters';
import type { Keyring, MatterPorts, MatterService, SealedBox, Store } from '@suanjian/records';
import type { Calendars } from './calendars.ts';
import type { ServerConfig } from './config.ts';

/** Who is behind a request: an actor, and what the page must know to greet them. */
export interface Identity {
  readonly actor: Actor;
  readonly email?: string;
  /** Every organisation the account belongs to; the actor acts for one of them. */
  readonly memberships: readonly IdentityMembership[];
}

export interface IdentityMembership {
  readonly organisation: string;
  readonly name: string;
  readonly kind: string;
  readonly roles: readonly string[];
  /** Of offices only, as is the place. */
  /** Of a provider: whether its registration was ever approved. */
  readonly registered?: boolean;
  readonly level?: OfficeLevel;
  readonly place?: PlaceCode;
}

/** Signing in and its proofs; the rest of the server only asks who somebody is. */
export interface Identification {
  /** The public when nobody is signed in. */
  identify(headers: Headers, address: string): Promise<Identity>;
}

/** What every area of the server is made from. Composed once, in compose.ts. */
export interface Services {
  readonly config: ServerConfig;
  readonly store: Store;
  readonly keyring: Keyring;
  readonly box: SealedBox;
  readonly definitions: readonly AnyMatterDefinition[];
  readonly matters: MatterService;
  /** What the matter service itself was made from, for work on streams outside a command: recounting clocks, verifying. */
  readonly matterPorts: MatterPorts;
  readonly calendars: Calendars;
  readonly rules: () => ClockRules;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly random: (bytes: number) => Uint8Array;
  /** Keys what must not be turned back, such as where a complaint came from. */
  readonly secret: string;
  readonly identification: Identification;
}
