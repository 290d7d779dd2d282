import type { Transaction } from 'kysely';
import type { Instant, MatterId, OrganisationId } from '@suanjian/matters';
import type { Keyring, KeyringPorts } from '../keys/keyring.ts';
import { openBytes, sealBytes } from '../keys/sealed-bytes.ts';
import type { Database } from '../migrations/database.ts';

/** With a real browser, or by reading what the server sends before any script has run. */
export type SiteVisitWay = 'browser' | 'without-script';

/** What a page that could be read shows. */
export interface SiteFindings {
  readonly number: boolean;
  readonly link: boolean;
  readonly notice: 'shown' | 'linked' | 'absent';
  /** The page behind the link on which the notice stands. */
  readonly noticeAddress?: string;
}

interface SiteVisitFacts {
  readonly id: string;
  readonly matter: MatterId;
  readonly address: string;
  readonly at: Instant;
  /** `schedule`, `operator`, or an account. */
  readonly askedBy: string;
  readonly way: SiteVisitWay;
  readonly outcome:
    | { readonly kind: 'read'; readonly findings: SiteFindings }
    | { readonly kind: 'away'; readonly fault: string };
}

export interface NewSiteVisit extends SiteVisitFacts {
  readonly organisation: OrganisationId;
  /** A PNG. */
  readonly screenshot?: Uint8Array;
}

export interface SiteVisit extends SiteVisitFacts {
  readonly hasScreenshot: boolean;
}

const placeOf = (organisation: string, id: string): string => `site-visit/${organisation}/${id}`;

/** Written by the server itself, never in somebody's scope. */
export const keepSiteVisit = async (
  transaction: Transaction<Database>,
  { id, matter, organisation, address, at, askedBy, way, outcome, screenshot }: NewSiteVisit,
  keyring: Keyring,
  random: KeyringPorts['random'],
): Promise<void> => {
  const sealed =
    screenshot === undefined
      ? undefined
      : await sealBytes(
          screenshot,
          keyring,
          { kind: 'organisation', id: organisation },
          placeOf(organisation, id),
          random,
        );
  const findings = outcome.kind === 'read' ? outcome.findings : undefined;
  await transaction
    .insertInto('site_visit')
    .values({
      id,
      matter_id: matter,
      organisation_id: organisation,
      address,
      at,
      asked_by: askedBy,
      way,
      fault: outcome.kind === 'away' ? outcome.fault : null,
      number_shown: findings?.number ?? null,
      link_shown: findings?.link ?? null,
      notice: findings?.notice ?? null,
      notice_address: findings?.noticeAddress ?? null,
      key_id: sealed?.keyId ?? null,
      screenshot: sealed?.bytes ?? null,
    })
    .execute();
};

/** Visits of a filing that the transaction's scope may see, the newest first. */
export const listSiteVisits = async (
  transaction: Transaction<Database>,
  { matter, most }: { readonly matter: MatterId; readonly most: number },
): Promise<readonly SiteVisit[]> => {
  const rows = await transaction
    .selectFrom('site_visit')
    .select(['id', 'address', 'at', 'asked_by', 'way', 'fault', 'number_shown', 'link_shown', 'notice'])
    .select(['notice_address', 'key_id'])
    .where('matter_id', '=', matter)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    matter,
    address: row.address,
    at: row.at as Instant,
    askedBy: row.asked_by,
    way: row.way,
    hasScreenshot: row.key_id !== null,
    outcome:
      row.fault === null
        ? {
            kind: 'read',
            findings: {
              number: row.number_shown === true,
              link: row.link_shown === true,
              notice: row.notice ?? 'absent',
              ...(row.notice_address === null ? {} : { noticeAddress: row.notice_address }),
            },
          }
        : { kind: 'away', fault: row.fault },
  }));
};

/** The picture that was taken, if the transaction's scope may see the filing. Throws the errors of `openBytes`. */
export const readSiteScreenshot = async (
  transaction: Transaction<Database>,
  keyring: Pick<Keyring, 'find'>,
  id: string,
): Promise<Buffer | undefined> => {
  const row = await transaction
    .selectFrom('site_visit')
    .select(['organisation_id', 'key_id', 'screenshot'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.key_id === null || row.screenshot === null) return undefined;
  return openBytes(
    { keyId: row.key_id, bytes: Buffer.from(row.screenshot) },
    keyring,
    placeOf(row.organisation_id, id),
  );
};
