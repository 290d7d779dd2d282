import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { askFor } from '../client/ask.ts';
import { identityHeaders, withClient, type PersonFlags } from '../client/with-client.ts';
import { usageFault } from '../fault.ts';
import { readTextFile } from '../files.ts';
import { say, sayJson, table, type Terminal } from '../terminal.ts';
import { twoFromStdin } from '../texts/errors.ts';
import { matterSchema, matterText } from '../texts/matter.ts';
import { parseObject } from './calendar.ts';

interface CommonFlags extends PersonFlags {
  readonly json: boolean;
  readonly dataDir?: string;
}

export interface KindsFlags {
  readonly json: boolean;
}

export interface DoFlags extends CommonFlags {
  readonly input?: string;
  readonly reason?: string;
}

export interface OpenFlags extends DoFlags {
  readonly parent?: string;
}

export interface ShowFlags extends CommonFlags {
  readonly unseal?: string;
}

export interface ListFlags extends CommonFlags {
  readonly kind?: string;
  readonly status?: string;
  readonly q?: string;
  readonly open: boolean;
  readonly page?: number;
}

const doneSchema = z.object({
  outcome: z.literal('done'),
  kind: z.string(),
  matter: z.string(),
  status: z.string(),
  position: z.number().int(),
});

const inputOf = async (
  terminal: Terminal,
  { input, passwordStdin }: Pick<DoFlags, 'input' | 'passwordStdin'>,
): Promise<Record<string, unknown>> => {
  if (input === undefined) return {};
  if (input !== '-') return parseObject(await readTextFile(terminal, input), input);
  if (passwordStdin) throw usageFault(twoFromStdin);
  return parseObject(await terminal.input(), '-');
};

const command = async (
  terminal: Terminal,
  flags: DoFlags,
  path: string,
  more: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const input = await inputOf(terminal, flags);
  const value = { ...input, ...more, ...(flags.reason === undefined ? {} : { reason: flags.reason }) };
  const done = await withClient(terminal, flags, async (client) =>
    askFor(client, doneSchema, {
      method: 'POST',
      path,
      body: { kind: 'json', value },
      headers: await identityHeaders(client, terminal, flags),
    }),
  );
  if (flags.json) sayJson(terminal, done);
  else
    say(
      terminal,
      text(
        `已办理：${done.kind} ${done.matter}，现在的状态是 ${done.status}（第 ${done.position} 步）。`,
        `Done: ${done.kind} ${done.matter} now stands at ${done.status} (step ${done.position}).`,
      ),
    );
};

const part = encodeURIComponent;

export const openMatter = (terminal: Terminal, flags: OpenFlags, kind: string): Promise<void> =>
  command(terminal, flags, `/api/matters/${part(kind)}`, flags.parent === undefined ? {} : { parent: flags.parent });

export const giveCommand = (
  terminal: Terminal,
  flags: DoFlags,
  kind: string,
  id: string,
  name: string,
): Promise<void> => command(terminal, flags, `/api/matters/${part(kind)}/${part(id)}/${part(name)}`, {});

export const showMatter = async (terminal: Terminal, flags: ShowFlags, kind: string, id: string): Promise<void> => {
  const query = flags.unseal === undefined ? '' : `?unseal=${part(flags.unseal)}`;
  const matter = await withClient(terminal, flags, async (client) =>
    askFor(client, matterSchema, {
      method: 'GET',
      path: `/api/matters/${part(kind)}/${part(id)}${query}`,
      headers: await identityHeaders(client, terminal, flags),
    }),
  );
  if (flags.json) sayJson(terminal, matter);
  else say(terminal, ...matterText(matter));
};

const listSchema = z.object({
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  items: z.array(
    z
      .object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        status: z.string(),
        due: z.object({ on: z.string(), standing: z.string() }).loose().optional(),
      })
      .loose(),
  ),
});

export const listMatters = async (terminal: Terminal, flags: ListFlags): Promise<void> => {
  const { kind, status, q, open, page } = flags;
  const query = new URLSearchParams({
    ...(kind === undefined ? {} : { kind }),
    ...(status === undefined ? {} : { status }),
    ...(q === undefined ? {} : { q }),
    ...(open ? { open: 'true' } : {}),
    ...(page === undefined ? {} : { page: String(page) }),
  });
  const list = await withClient(terminal, flags, async (client) =>
    askFor(client, listSchema, {
      method: 'GET',
      path: `/api/matters?${query.toString()}`,
      headers: await identityHeaders(client, terminal, flags),
    }),
  );
  if (flags.json) return sayJson(terminal, list);
  const rows = list.items.map((item) => [
    item.id,
    item.kind,
    item.status,
    item.due === undefined ? '' : `${item.due.on} ${item.due.standing}`,
    item.title,
  ]);
  if (rows.length > 0) terminal.output.write(`${table(rows)}\n`);
  say(terminal, text(`共 ${list.total} 项，第 ${list.page} 页。`, `${list.total} in all, page ${list.page}.`));
};
