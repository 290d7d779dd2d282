import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { OrganisationId } from '@suanjian/matters';
import type { Keyring, KeyringPorts } from '../keys/keyring.ts';
import { openBytes, sealBytes } from '../keys/sealed-bytes.ts';
import type { Database } from '../migrations/database.ts';

/** A figure as it is kept: a letter for its kind, then its numbers; of a part of several days which one it is, and of how many. */
const keptFigure = z
  .array(z.union([z.string(), z.number()]))
  .min(1)
  .max(5);
export type KeptFigure = z.infer<typeof keptFigure>;

/** Figures by source, subject and day. */
const sheet = z.record(z.string(), z.record(z.string(), z.record(z.string(), keptFigure)));
export type FigureSheet = Record<string, Record<string, Record<string, KeptFigure>>>;

const placeOf = (organisation: string, month: string): string => `monitoring-month/${organisation}/${month}`;

/** Several months of one provider, as one sheet. The server's own: in the scope of nobody. Throws the errors of `openBytes`. */
export const readFigures = async (
  transaction: Transaction<Database>,
  keyring: Pick<Keyring, 'find'>,
  organisation: OrganisationId,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<FigureSheet> => {
  const rows = await transaction
    .selectFrom('monitoring_month')
    .select(['month', 'key_id', 'content'])
    .where('organisation_id', '=', organisation)
    .where('month', '>=', from.slice(0, 7))
    .where('month', '<=', to.slice(0, 7))
    .orderBy('month')
    .execute();
  const all: FigureSheet = {};
  for (const { month, key_id: keyId, content } of rows) {
    const bytes = await openBytes({ keyId, bytes: Buffer.from(content) }, keyring, placeOf(organisation, month));
    for (const [source, subjects] of Object.entries(sheet.parse(JSON.parse(bytes.toString('utf8')))))
      for (const [subject, days] of Object.entries(subjects))
        Object.assign(((all[source] ??= {})[subject] ??= {}), days);
  }
  return all;
};

/** Keeps the months of a sheet that hold one of these days, in the place of what was kept of them. */
export const writeFigures = async (
  transaction: Transaction<Database>,
  keyring: Keyring,
  random: KeyringPorts['random'],
  organisation: OrganisationId,
  figures: FigureSheet,
  months: ReadonlySet<string>,
): Promise<void> => {
  for (const month of months) {
    const own: FigureSheet = {};
    for (const [source, subjects] of Object.entries(figures))
      for (const [subject, days] of Object.entries(subjects))
        for (const [day, figure] of Object.entries(days))
          if (day.startsWith(month)) ((own[source] ??= {})[subject] ??= {})[day] = figure;
    const { keyId, bytes } = await sealBytes(
      Buffer.from(JSON.stringify(own)),
      keyring,
      { kind: 'organisation', id: organisation },
      placeOf(organisation, month),
      random,
    );
    await sql`
      insert into monitoring_month (organisation_id, month, key_id, content) values (${organisation}, ${month}, ${keyId}, ${bytes})
      on conflict (organisation_id, month) do update set key_id = excluded.key_id, content = excluded.content`.execute(
      transaction,
    );
  }
};
