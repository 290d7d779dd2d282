import { rolesOf, type AccountId, type Membership, type OrganisationId } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import type { Language } from '@suanjian/rulebook';
import { tokenHash } from './tokens.ts';

/** Whose calendar a token opens, as a member of today: who has left the organisation has no calendar either. */
export interface FeedReader {
  readonly account: AccountId;
  readonly membership: Membership;
  readonly organisationName: string;
  readonly language: Language;
}

export const readerOf = async (store: Store, token: string): Promise<FeedReader | undefined> => {
  const row = await store.asOwner((transaction) =>
    transaction
      .selectFrom('calendar_feed')
      .innerJoin('membership', (join) =>
        join
          .onRef('membership.account_id', '=', 'calendar_feed.account_id')
          .onRef('membership.organisation_id', '=', 'calendar_feed.organisation_id'),
      )
      .innerJoin('organisation', 'organisation.id', 'calendar_feed.organisation_id')
      .leftJoin('notice_preference', (join) =>
        join
          .onRef('notice_preference.account_id', '=', 'calendar_feed.account_id')
          .onRef('notice_preference.organisation_id', '=', 'calendar_feed.organisation_id'),
      )
      .select([
        'calendar_feed.account_id',
        'organisation.id',
        'organisation.kind',
        'organisation.name',
        'organisation.place',
        'organisation.level',
        'organisation.department',
      ])
      .select(['membership.roles', 'notice_preference.language'])
      .where('calendar_feed.token_hash', '=', tokenHash(token))
      .executeTakeFirst(),
  );
  if (row === undefined) return undefined;
  const { kind, level, place } = row;
  const common = {
    organisation: row.id as OrganisationId,
    roles: rolesOf[kind].filter((role) => row.roles.includes(role)),
  };
  const reader = { account: row.account_id as AccountId, organisationName: row.name, language: row.language ?? 'zh' };
  if (kind !== 'office') return { ...reader, membership: { kind, ...common } };
  return level === null
    ? undefined
    : { ...reader, membership: { kind, ...common, level, place, department: row.department ?? '' } };
};
