import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { AccountId, Membership, OrganisationId, Role } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { text } from '@suanjian/rulebook';
import { isLoopback } from '../config.ts';
import { forbidden } from '../http/problem.ts';
import type { Identification, Identity, IdentityMembership } from '../services.ts';
import { cookiePrefix, type Engine } from './engine.ts';

export const organisationHeader = 'x-organisation';
export const organisationCookie = 'organisation';

const nobody: Identity = { actor: { kind: 'public' }, memberships: [] };
const operator: Identity = { actor: { kind: 'operator' }, memberships: [] };

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

const fromThisMachine = (address: string): boolean => {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  return isIP(plain) !== 0 && isLoopback(plain);
};

const cookieOf = (headers: Headers, name: string): string | undefined => {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
};

interface MembershipRow {
  readonly organisation: string;
  readonly name: string;
  readonly kind: 'provider' | 'office' | 'industry-body';
  readonly registered: boolean;
  readonly level: 'nation' | 'province' | 'city' | null;
  readonly place: string;
  readonly department: string | null;
  readonly roles: string[];
}

const asMembership = ({ organisation, kind, roles, level, place, department }: MembershipRow): Membership => {
  const common = { organisation: organisation as OrganisationId, roles: roles as readonly string[] as readonly Role[] };
  if (kind !== 'office') return { kind, ...common };
  if (level === null) throw new Error('an office without a level');
  return { kind, ...common, level, place, department: department ?? '' };
};

const asAnswered = ({
  organisation,
  name,
  kind,
  roles,
  registered,
  level,
  place,
}: MembershipRow): IdentityMembership => ({
  organisation,
  name,
  kind,
  roles,
  ...(kind === 'office' && level !== null ? { level, place } : {}),
  ...(kind === 'provider' ? { registered } : {}),
});

/** Which membership acts: the one a program names (or nothing does), the one chosen in the browser, else the first. */
const chosen = (rows: readonly MembershipRow[], headers: Headers): MembershipRow | undefined => {
  const named = headers.get(organisationHeader);
  if (named !== null) {
    const found = rows.find(({ organisation }) => organisation === named);
    if (found === undefined)
      throw forbidden(text('您不是这个单位的成员。', 'You are not a member of this organisation.'));
    return found;
  }
  const remembered = cookieOf(headers, organisationCookie);
  return rows.find(({ organisation }) => organisation === remembered) ?? rows[0];
};

export interface IdentificationOptions {
  readonly store: Store;
  readonly engine: Engine;
  /** The token of the run file; absent: nobody is the local operator over HTTP. */
  readonly operatorToken: string | undefined;
}

/** An identity with the session it comes from. */
export interface SignedIn extends Identity {
  readonly session?: string;
}

export interface SessionIdentification extends Identification {
  /** @throws ProblemError 403 when the header names an organisation the account does not belong to */
  identify(headers: Headers, address: string): Promise<SignedIn>;
}

export const sessionOf = (identity: SignedIn): string | undefined => identity.session;

export const createIdentification = ({
  store,
  engine,
  operatorToken,
}: IdentificationOptions): SessionIdentification => {
  const expected = operatorToken === undefined ? undefined : digest(operatorToken);

  const membershipsOf = (account: string): Promise<MembershipRow[]> =>
    store.database
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .select([
        'organisation.id as organisation',
        'organisation.name',
        'organisation.kind',
        'organisation.registered',
        'organisation.level',
        'organisation.place',
        'organisation.department',
        'membership.roles',
      ])
      .where('membership.account_id', '=', account)
      .orderBy('membership.since')
      .orderBy('organisation.id')
      .execute();

  return {
    identify: async (headers, address) => {
      const authorization = headers.get('authorization');
      if (authorization !== null) {
        // Whoever shows a token is judged by it alone: a wrong one is not made good by a cookie.
        const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
        return token !== undefined &&
          expected !== undefined &&
          timingSafeEqual(digest(token), expected) &&
          fromThisMachine(address)
          ? operator
          : nobody;
      }
      if (!(headers.get('cookie') ?? '').includes(`${cookiePrefix}.session_token=`)) return nobody;
      const found = await engine.api.getSession({ headers, query: { disableRefresh: true } });
      if (found === null) return nobody;
      const { user, session } = found;
      const rows = await membershipsOf(user.id);
      const row = chosen(rows, headers);
      return {
        actor: {
          kind: 'person',
          account: user.id as AccountId,
          name: user.name,
          ...(row === undefined ? {} : { membership: asMembership(row) }),
        },
        email: user.email,
        memberships: rows.map(asAnswered),
        session: session.id,
      };
    },
  };
};
