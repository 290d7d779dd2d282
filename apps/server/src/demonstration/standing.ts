import { sql } from 'kysely';
import { z } from 'zod';
import type { Store } from '@suanjian/records';
import { asCivilDate, text, type CivilDate, type Text } from '@suanjian/rulebook';
import { isLoopback, type ServerConfig } from '../config.ts';

/** What the installation keeps about its demonstration. */
export interface DemonstrationStanding {
  /** `building` stays when the process died meanwhile; the next start goes on from there. */
  readonly state: 'building' | 'built';
  /** The day on which it was begun: everything in it is dated from there. */
  readonly today: CivilDate;
}

const schema = z.object({
  state: z.enum(['building', 'built']),
  today: z
    .string()
    .refine((value) => asCivilDate(value) !== undefined)
    .transform((value) => value as CivilDate),
});

/** The demonstration this installation holds, if it holds one. Public pages say so. */
export const demonstrationStanding = async ({
  database,
}: Pick<Store, 'database'>): Promise<DemonstrationStanding | undefined> => {
  const row = await database.selectFrom('installation').select('settings').executeTakeFirst();
  const parsed = schema.safeParse(row?.settings['demonstration']);
  return parsed.success ? parsed.data : undefined;
};

export const markDemonstration = async (
  { asOwner }: Pick<Store, 'asOwner'>,
  standing: DemonstrationStanding,
): Promise<void> => {
  await asOwner((transaction) =>
    sql`update installation set settings = settings || ${JSON.stringify({ demonstration: standing })}::jsonb`.execute(
      transaction,
    ),
  );
};

/** True when nobody has used the installation yet: no organisation, no matter, no record. */
export const isUnused = async ({ database }: Pick<Store, 'database'>): Promise<boolean> => {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from organisation) or exists (select from matter) or exists (select from register_record) as used`.execute(
    database,
  );
  return rows[0]?.used === false;
};

/** Why a demonstration may not be built with these settings; its passwords are on the screen and its contents invented. */
export const demonstrationHindrance = ({
  databaseUrl,
  host,
}: Pick<ServerConfig, 'databaseUrl' | 'host'>): Text | undefined => {
  if (databaseUrl !== undefined)
    return text(
      '演示数据只建在内置数据库里，不写入 DATABASE_URL 指定的数据库。正式使用请运行 suanjian serve --empty；想看演示请去掉 DATABASE_URL。',
      'A demonstration is only built in the embedded store, never in the database that DATABASE_URL names. For real use run suanjian serve --empty; to see the demonstration, unset DATABASE_URL.',
    );
  if (!isLoopback(host))
    return text(
      `演示数据只用于本机，不在 ${host} 上对外提供。正式使用请运行 suanjian serve --empty；想看演示请去掉 HOST。`,
      `A demonstration is for this machine only and is not served on ${host}. For real use run suanjian serve --empty; to see the demonstration, unset HOST.`,
    );
  return undefined;
};

/** A data folder with a demonstration stays on this machine, however it is started later. */
export const demonstrationExposed = async (
  store: Pick<Store, 'database'>,
  config: Pick<ServerConfig, 'host'>,
): Promise<Text | undefined> =>
  isLoopback(config.host) || (await demonstrationStanding(store)) === undefined
    ? undefined
    : text(
        `这个数据目录里是演示数据，只能在本机提供，不能在 ${config.host} 上对外提供。请去掉 HOST，或用 DATA_DIR=… 换一个目录。`,
        `This data folder holds a demonstration, which is served on this machine only, not on ${config.host}. Unset HOST, or choose another folder with DATA_DIR=….`,
      );
