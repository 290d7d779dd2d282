import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PublishedContent, PublishedEntry } from '@suanjian/matters';
import type { Announcement, RegisterRecord } from '@suanjian/register';

export type RegisterStatus = 'filed' | 'cancelled' | 'revoked';

/** Where a record's content comes from: a public announcement that was imported, or a matter decided here. */
export type RegisterOrigin = 'announcement' | 'filing';

/** A place in an announcement; without the line of the file, which is no part of what was announced. */
export type KeptAnnouncement = Omit<Announcement, 'line'>;

/** What the announcements say about a number, as read from the imported table. */
export interface Announced extends Omit<RegisterRecord, 'announcements'> {
  readonly announcements: readonly KeptAnnouncement[];
}

/** The entry of a version that came with an announcement; those of matters are `PublishedEntry`. */
export type RegisterEntry = Omit<PublishedEntry, 'occasion'> & {
  readonly occasion: PublishedEntry['occasion'] | 'announced';
};

/** The column `content` of a record: what is in force, and beside it what was announced. */
export interface KeptContent {
  readonly content: PublishedContent;
  readonly announced?: Announced;
}

/** SHA-256 of the canonical JSON, in hex. */
export const contentHash = (value: unknown): string => {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('The content cannot be written as JSON');
  return createHash('sha256').update(canonical).digest('hex');
};

/** The announced record in the words of a publication. */
export const publishedContentOf = (announced: Announced): PublishedContent => ({
  algorithmName: announced.algorithmName,
  subject: announced.subject,
  technique: announced.technique ?? announced.classOrRole,
  ...(announced.role === undefined ? {} : { role: announced.role }),
  place: announced.place ?? '',
  products: announced.products.map(({ name, forms }) => ({ name, forms })),
  purpose: announced.purpose,
});
