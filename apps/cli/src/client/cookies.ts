/** Cookies by name, as a browser would keep them for one site. */
export type CookieJar = Map<string, string>;

export const cookieHeader = (jar: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };

export const keepCookies = (jar: CookieJar, cookies: readonly string[]): void => {
  for (const cookie of cookies) {
    const [pair = ''] = cookie.split(';', 1);
    const at = pair.indexOf('=');
    if (at < 1) continue;
    if (pair.length > at + 1) jar.set(pair.slice(0, at), pair.slice(at + 1));
    else jar.delete(pair.slice(0, at));
  }
};
