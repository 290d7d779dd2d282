import type { Transaction } from 'kysely';
import type { Database } from '@suanjian/records';
import type { Language } from '@suanjian/rulebook';

export interface MailMember {
  readonly account: string;
  readonly email: string;
  /** Which comes first in a mail. */
  readonly language: Language;
}

/** Who gets the mails of an organisation. */
export interface Members {
  /** Members who want mail. */
  toMail(transaction: Transaction<Database>, organisation: string): Promise<readonly MailMember[]>;
}

/** Members as they are stored; whoever has said nothing wants mail. */
export const storedMembers: Members = {
  toMail: async (transaction, organisation) => {
    const rows = await transaction
      .selectFrom('membership')
      .innerJoin('auth_user', 'auth_user.id', 'membership.account_id')
      .leftJoin('notice_preference', (join) =>
        join
          .onRef('notice_preference.account_id', '=', 'membership.account_id')
          .onRef('notice_preference.organisation_id', '=', 'membership.organisation_id'),
      )
      .select(['auth_user.id as account', 'auth_user.email', 'notice_preference.language'])
      .where('membership.organisation_id', '=', organisation)
      .where((where) =>
        where.or([where('notice_preference.mail', 'is', null), where('notice_preference.mail', '=', true)]),
      )
      .orderBy('auth_user.id')
      .execute();
    return rows.map(({ account, email, language }) => ({ account, email, language: language ?? 'zh' }));
  },
};
