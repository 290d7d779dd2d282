/** What set-up asks of the server without a browser: the same addresses, the same rules. */
export interface Caller {
  /** Cookies of the session, as a browser would hold them. */
  readonly cookies: ReadonlyMap<string, string>;
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: unknown): Promise<Answer>;
  upload(name: string, type: string, content: Uint8Array): Promise<FileReference>;
}

export interface FileReference {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

const answerOf = async <Answer>(response: Response): Promise<Answer> => {
  const said = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${said.slice(0, 2000)}`);
  return JSON.parse(said) as Answer;
};

const callerWith = (
  address: string,
  headers: Readonly<Record<string, string>>,
  cookies: ReadonlyMap<string, string>,
): Caller => ({
  cookies,
  get: async (path) => answerOf(await fetch(new URL(path, address), { headers })),
  post: async (path, body) =>
    answerOf(
      await fetch(new URL(path, address), {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    ),
  upload: async (name, type, content) => {
    const form = new FormData();
    form.set('file', new File([Buffer.from(content)], name, { type }));
    return answerOf(await fetch(new URL('/api/attachments', address), { method: 'POST', headers, body: form }));
  },
});

/** Whoever runs the installation. */
export const operator = (address: string, token: string): Caller =>
  callerWith(address, { authorization: `Bearer ${token}` }, new Map());

/** A table as the register's administration takes it. */
export const sendTable = async (address: string, token: string, table: string): Promise<void> => {
  await answerOf(
    await fetch(new URL('/api/administration/register-import', address), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/tab-separated-values' },
      body: table,
    }),
  );
};

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signs in by the form that browsers send. */
export const signIn = async (address: string, { email, password }: Credentials): Promise<Caller> => {
  const response = await fetch(new URL('/sign-in', address), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email, password, back: '/workspace' }),
  });
  if (response.status !== 303) throw new Error(`${email} could not sign in: ${response.status}`);
  const cookies = new Map(
    response.headers.getSetCookie().map((line): [string, string] => {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return callerWith(address, { origin: address, cookie }, cookies);
};
