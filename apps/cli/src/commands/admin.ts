import { randomBytes } from 'node:crypto';
import { madeAccountSchema, madeSchema, organisationListSchema } from '@suanjian/contracts';
import { text } from '@suanjian/rulebook';
import { askFor } from '../client/ask.ts';
import type { Client } from '../client/client.ts';
import { readPassword, withClient } from '../client/with-client.ts';
import { CliFault, usageFault } from '../fault.ts';
import { say, sayJson, type Terminal } from '../terminal.ts';

export interface AdminCreateFlags {
  readonly email: string;
  readonly name: string;
  readonly organisation?: string;
  readonly kind?: 'provider' | 'office' | 'industry-body';
  readonly level?: 'nation' | 'province' | 'city';
  readonly place?: string;
  readonly department?: string;
  readonly roles?: string;
  readonly passwordStdin: boolean;
  readonly json: boolean;
  readonly dataDir?: string;
}

const listed = (written: string | undefined, otherwise: readonly string[]): readonly string[] => {
  const values = (written ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return values.length === 0 ? otherwise : values;
};

/** The organisation of that name, made when there is none and the flags say what it is. */
const organisationId = async (client: Client, flags: AdminCreateFlags): Promise<string | undefined> => {
  const { organisation: name, kind, level, place, department } = flags;
  if (name === undefined) return undefined;
  const { organisations } = await askFor(client, organisationListSchema, {
    method: 'GET',
    path: '/api/administration/organisations',
    headers: client.operator,
  });
  const same = organisations.filter((each) => each.name === name && (kind === undefined || each.kind === kind));
  if (same.length > 1)
    throw new CliFault(
      text(
        `有 ${same.length} 个名为「${name}」的单位，请用 --kind 区分。`,
        `There are ${same.length} organisations named “${name}”; tell them apart with --kind.`,
      ),
    );
  const [present] = same;
  if (present !== undefined) return present.id;
  if (kind === undefined || place === undefined)
    throw usageFault(
      text(
        `还没有名为「${name}」的单位。要新建它，请给出 --kind 和 --place。`,
        `There is no organisation named “${name}” yet. To make it, give --kind and --place.`,
      ),
    );
  if (kind === 'office' && level === undefined)
    throw usageFault(text('新建主管部门需要 --level。', 'A new office wants --level.'));
  const value =
    kind === 'office' ? { kind, name, place, level, department: department ?? 'network' } : { kind, name, place };
  const made = await askFor(client, madeSchema, {
    method: 'POST',
    path: '/api/administration/organisations',
    body: { kind: 'json', value },
    headers: client.operator,
  });
  return made.id;
};

/** Makes an account; without a password of its own one is made up and shown this once. */
export const createAccount = async (terminal: Terminal, flags: AdminCreateFlags): Promise<void> => {
  const given = flags.passwordStdin ? await readPassword(terminal) : undefined;
  const password = given ?? randomBytes(15).toString('base64url');
  const { email, name } = flags;
  const roles = listed(flags.roles, ['administrator']);
  const made = await withClient(terminal, flags, async (client) => {
    const organisation = await organisationId(client, flags);
    const value = { email, name, password, ...(organisation === undefined ? {} : { organisation, roles }) };
    const account = await askFor(client, madeAccountSchema, {
      method: 'POST',
      path: '/api/administration/accounts',
      body: { kind: 'json', value },
      headers: client.operator,
    });
    return { ...account, ...(organisation === undefined ? {} : { organisation, roles }) };
  });
  const shown = made.created && given === undefined ? { password } : {};
  if (flags.json) return sayJson(terminal, { ...made, email, ...shown });
  say(
    terminal,
    made.created
      ? text(`已新建账号 ${email}。`, `Made the account ${email}.`)
      : text(
          `账号 ${email} 已经存在，密码没有改动。`,
          `The account ${email} was there already; its password is unchanged.`,
        ),
    ...(made.organisation === undefined
      ? []
      : [
          text(
            `角色：${roles.join('、')}（${flags.organisation ?? ''}）`,
            `Roles: ${roles.join(', ')} (${flags.organisation ?? ''})`,
          ),
        ]),
    ...(shown.password === undefined
      ? []
      : [text(`密码（只显示这一次）：${password}`, `Password (shown this once): ${password}`)]),
  );
};
