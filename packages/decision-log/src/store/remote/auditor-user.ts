import { createHash, createHmac } from 'node:crypto';
import type { AuditorCaps } from '../auditor-caps.ts';
import { capsClause } from '../caps-sql.ts';
import { quotedName, quotedText } from '../names.ts';
import type { Login } from '../sessions.ts';
import { logDatabase, type StoreWriter } from '../store.ts';

/** The same for every process that has the writer's password, and useless for finding that. */
const derivedPassword = (writerPassword: string, user: string): string =>
  createHmac('sha256', writerPassword).update(`suanjian ${user}`).digest('base64url');

export interface UserDescription {
  readonly user: string;
  readonly password: string;
  /** What the user reads. */
  readonly databases: readonly string[];
  readonly caps: AuditorCaps;
  /** The user's end, if nobody drops it: instant of the server's clock, in seconds. */
  readonly validUntil?: number;
}

/** What makes a user that may read these databases under caps, and nothing else. Each may be run again. */
export const userStatements = ({ user, password, databases, caps, validUntil }: UserDescription): readonly string[] => {
  const name = quotedName(user);
  const hash = createHash('sha256').update(password).digest('hex');
  const until =
    validUntil === undefined
      ? ''
      : ` VALID UNTIL ${quotedText(new Date(validUntil * 1000).toISOString().slice(0, 19).replace('T', ' '))}`;
  return [
    `CREATE USER IF NOT EXISTS ${name} IDENTIFIED WITH sha256_hash BY ${quotedText(hash)}`,
    `ALTER USER ${name} IDENTIFIED WITH sha256_hash BY ${quotedText(hash)}${until} SETTINGS ${capsClause(caps)}`,
    `REVOKE ALL ON *.* FROM ${name}`,
    ...databases.map((database) => `GRANT SELECT ON ${quotedName(database)}.* TO ${name}`),
  ];
};

export const auditorUser = 'suanjian_auditor';

/** Makes the auditor's user on every node, or brings it up to the present caps. */
export const makeUser = async (nodes: readonly StoreWriter[], description: UserDescription): Promise<void> => {
  for (const node of nodes) for (const statement of userStatements(description)) await node.command(statement);
};

export const auditorDescription = (writer: Login, caps: AuditorCaps): UserDescription => ({
  user: auditorUser,
  password: derivedPassword(writer.password, auditorUser),
  databases: [logDatabase],
  caps,
});
