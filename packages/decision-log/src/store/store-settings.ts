import { text } from '@suanjian/rulebook';
import type { AuditorCaps } from './auditor-caps.ts';
import type { StoreOptions } from './open-store.ts';
import type { Login } from './sessions.ts';
import { StoreFault } from './store-fault.ts';

/** The settings that choose the store, by their names in the environment. */
export interface StoreSettings {
  readonly CLICKHOUSE_URL?: string | undefined;
  readonly CLICKHOUSE_USER?: string | undefined;
  readonly CLICKHOUSE_PASSWORD?: string | undefined;
  readonly CLICKHOUSE_CLUSTER?: string | undefined;
  readonly CLICKHOUSE_AUDITOR_URL?: string | undefined;
}

const loginOf = (setting: string, address: string, user: string, password: string): Login => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new StoreFault(
      'configuration',
      // The address itself is not repeated: it may hold a password.
      text(
        `${setting} 应是 http:// 或 https:// 开头的地址，多个地址用逗号分开。`,
        `${setting} must be an address that begins with http:// or https://, several of them parted by commas.`,
      ),
    );
  return {
    url: `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`,
    user: url.username === '' ? user : decodeURIComponent(url.username),
    password: url.password === '' ? password : decodeURIComponent(url.password),
  };
};

const given = (value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : value;

/** Which store to open: servers when `CLICKHOUSE_URL` is set, else the embedded one in `folder`. */
export const storeOptions = (
  settings: StoreSettings,
  folder: string,
  more: { readonly caps?: Partial<AuditorCaps>; readonly memoryBytes?: number } = {},
): StoreOptions => {
  const addresses = given(settings.CLICKHOUSE_URL);
  if (addresses === undefined) return { kind: 'embedded', folder, ...more };
  const user = given(settings.CLICKHOUSE_USER) ?? 'default';
  const password = given(settings.CLICKHOUSE_PASSWORD) ?? '';
  const nodes = addresses
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')
    .map((address) => loginOf('CLICKHOUSE_URL', address, user, password));
  const cluster = given(settings.CLICKHOUSE_CLUSTER);
  const auditor = given(settings.CLICKHOUSE_AUDITOR_URL);
  return {
    kind: 'remote',
    nodes,
    ...(cluster === undefined ? {} : { cluster }),
    ...(auditor === undefined ? {} : { auditor: loginOf('CLICKHOUSE_AUDITOR_URL', auditor, user, '') }),
    ...(more.caps === undefined ? {} : { caps: more.caps }),
  };
};
