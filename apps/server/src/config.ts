import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { editionIds, text, type EditionId, type Text } from '@suanjian/rulebook';

/** Everything that may be set from outside, checked once. Names of variables are those of the README. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  /** Absent: the embedded store under the data folder. */
  readonly databaseUrl: string | undefined;
  /** Keys live outside the database; by default beside the embedded store, elsewhere a folder of its own. */
  readonly keyDirectory: string;
  /** The address people use, for links in mails, passkeys and cookies. */
  readonly publicAddress: string;
  readonly numberPrefix: string;
  readonly issuingBody: Text;
  /** Only when an edition other than the regulation in force is chosen explicitly. */
  readonly chosenEdition: EditionId | undefined;
  readonly mail: { readonly address: string; readonly from: string } | undefined;
  /** A program that gets a file's path and exits 0 (clean) or 1 (infected). */
  readonly virusScanner: string | undefined;
  /** Chromium for visits to providers' sites; absent: where systems put it; `off`: none. */
  readonly chromiumPath: string | undefined;
  /** Where an official register shows records, beside this installation's own: a link there counts too. */
  readonly officialRegister: string | undefined;
  /** Proxies whose forwarded addresses are believed. */
  readonly trustedProxies: readonly string[];
  readonly oidc:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly name: string }
    | undefined;
}

const optional = z.string().trim().min(1).optional().catch(undefined);

const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: optional,
  KEY_DIR: optional,
  PUBLIC_ADDRESS: optional,
  NUMBER_PREFIX: z.string().default('示例算备'),
  ISSUING_BODY_ZH: z.string().default('示例网信办公室（演示，不具效力）'),
  ISSUING_BODY_EN: z.string().default('Example office (demonstration, without effect)'),
  EDITION: z.enum(editionIds).optional(),
  SMTP_URL: optional,
  MAIL_FROM: z.string().default('suanjian@localhost'),
  VIRUS_SCANNER: optional,
  CHROMIUM_PATH: optional,
  OFFICIAL_REGISTER: optional,
  TRUSTED_PROXIES: z.string().default(''),
  OIDC_ISSUER: optional,
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  OIDC_NAME: z.string().default('OIDC'),
});

export class ConfigFault extends Error {
  readonly text: Text;

  constructor(faults: readonly { name: string; message: string }[]) {
    const names = faults.map(({ name }) => name).join(', ');
    super(`settings: ${names}`);
    this.text = text(
      `这些设置的值不对，请更正：${names}。`,
      `These settings hold a value that cannot be used, correct them: ${names}.`,
    );
  }
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** @throws ConfigFault naming every setting that cannot be used. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
  workingDirectory: string,
): ServerConfig => {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success)
    throw new ConfigFault(parsed.error.issues.map(({ path, message }) => ({ name: path.join('.'), message })));
  const value = parsed.data;
  const dataDirectory = resolve(workingDirectory, value.DATA_DIR);
  // Browsers keep passkeys for a name, never for a bare address.
  const host = isLoopback(value.HOST) ? 'localhost' : value.HOST.includes(':') ? `[${value.HOST}]` : value.HOST;
  return {
    host: value.HOST,
    port: value.PORT,
    dataDirectory,
    databaseUrl: value.DATABASE_URL,
    keyDirectory: value.KEY_DIR === undefined ? join(dataDirectory, 'keys') : resolve(workingDirectory, value.KEY_DIR),
    publicAddress: value.PUBLIC_ADDRESS ?? `http://${host}:${value.PORT}`,
    numberPrefix: value.NUMBER_PREFIX,
    issuingBody: text(value.ISSUING_BODY_ZH, value.ISSUING_BODY_EN),
    chosenEdition: value.EDITION,
    mail: value.SMTP_URL === undefined ? undefined : { address: value.SMTP_URL, from: value.MAIL_FROM },
    virusScanner: value.VIRUS_SCANNER,
    chromiumPath: value.CHROMIUM_PATH,
    officialRegister: value.OFFICIAL_REGISTER,
    trustedProxies: value.TRUSTED_PROXIES.split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
    oidc:
      value.OIDC_ISSUER === undefined || value.OIDC_CLIENT_ID === undefined || value.OIDC_CLIENT_SECRET === undefined
        ? undefined
        : {
            issuer: value.OIDC_ISSUER,
            clientId: value.OIDC_CLIENT_ID,
            clientSecret: value.OIDC_CLIENT_SECRET,
            name: value.OIDC_NAME,
          },
  };
};
