import { randomUUID } from 'node:crypto';
import { codeHash } from '../areas/applications/codes.ts';
import type { Planting } from '../testing/planted.ts';
import type { TestServer } from '../testing/test-server.ts';
import type { Sides } from './main-states.ts';
import { expectDone } from './prepared-matter.ts';

/** Somebody without an account, with the matter they opened on the public page. */
export interface Person {
  readonly kind: string;
  readonly matter: string;
  readonly code: string;
  readonly cookie: string;
}

const multipart = (
  values: Readonly<Record<string, unknown>>,
  files: readonly { readonly field: string; readonly name: string; readonly content: Buffer }[] = [],
) => {
  const boundary = `b${randomUUID()}`;
  const parts = [
    ...Object.entries(values).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((each: unknown) =>
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${each === true ? 'yes' : each === false ? 'no' : String(each)}\r\n`,
        ),
      ),
    ),
    ...files.flatMap(({ field, name, content }) => [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]),
  ];
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
};

/** One matter of each kind that a person follows, on the plain pages, with contact, identity and files, and each brought as far as it goes. */
export const personalMatters = async (
  server: TestServer,
  planting: Planting,
  { company, nation }: Sides,
  matters: ReadonlyMap<string, string>,
): Promise<readonly Person[]> => {
  const { number } = (await company.get(`/api/matters/filing/${matters.get('filing')}`)).json<{ number: string }>();
  const send = async (
    person: Pick<Person, 'cookie'> | undefined,
    kind: string,
    command: string | undefined,
    form: Readonly<Record<string, unknown>>,
    at?: string,
  ) => {
    const { body, files, took } = await planting.body(
      server.publicCaller,
      kind,
      command,
      at === undefined ? form : { [at]: form },
    );
    const values = at === undefined ? body : (body[at] as Readonly<Record<string, unknown>>);
    const { headers, payload } = multipart(values, files);
    const answer = await server.app.inject({
      method: 'POST',
      url: command === undefined ? `/apply/${kind}` : `/follow/${command}`,
      headers: { ...headers, ...(person === undefined ? {} : { cookie: person.cookie }) },
      payload,
    });
    if (answer.statusCode !== (command === undefined ? 201 : 303))
      throw new Error(`${kind}/${command ?? 'open'}: ${answer.statusCode} ${answer.body.replaceAll(/<[^>]+>/gu, ' ')}`);
    return { answer, took };
  };
  const opened = async (kind: string, form: Readonly<Record<string, unknown>>): Promise<Person> => {
    const whole = { number, reached: 'contact', share: false, contact: 'x', identity: 'x', ...form };
    const { answer, took } = await send(undefined, kind, undefined, whole, 'form');
    const code = /<code>([0-9A-Z-]{23})<\/code>/u.exec(answer.body)?.[1] ?? '';
    const followed = await server.services.matters.followed(codeHash(code));
    if (followed === undefined) throw new Error(`${kind}: nothing is followed by its code`);
    took(followed.matter);
    return {
      kind,
      matter: followed.matter,
      code,
      cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    };
  };
  const does = async (person: Person, command: string, form: Readonly<Record<string, unknown>> = {}): Promise<void> => {
    (await send(person, person.kind, command, form)).took(person.matter);
  };
  const gives = async (
    by: Sides['company'],
    { kind, matter }: Person,
    command: string,
    body: Readonly<Record<string, unknown>> = {},
  ): Promise<void> => {
    await expectDone(by.post(`/api/matters/${kind}/${matter}/${command}`, body)).catch((error: unknown) => {
      throw new Error(`${kind}/${command}`, { cause: error });
    });
  };

  const complaint = await opened('complaint', { kind: 'personal-data', to: 'provider', what: '没有删除我的数据。' });
  await gives(company, complaint, 'ask', { words: '哪一天？' });
  await does(complaint, 'reply', { words: '上周。' });
  await does(complaint, 'add-evidence');
  await gives(company, complaint, 'answer', { outcome: 'remedied', words: '已经删除。', remedy: '删除了。' });
  await does(complaint, 'not-content');
  await gives(nation, complaint, 'query', { words: '还有别的吗？' });
  await does(complaint, 'reply-to-office', { words: '没有。' });
  await gives(nation, complaint, 'decide', {
    ruling: 'transferred',
    elsewhere: '另一部门',
    basis: [{ clause: 'final/22' }],
    words: '移送。',
    reason: '不属本部门。',
  });

  const explanation = await opened('explanation', { request: 'r-1', effect: '看不到。' });
  await gives(company, explanation, 'ask', { words: '哪个账号？' });
  await does(explanation, 'reply', { words: '我的。' });
  await gives(company, explanation, 'draft', {
    sentences: [{ zh: '依据标签。', en: 'By your tag.', source: 'leaf 4' }],
  });
  await gives(server.colleague(company, 'officer'), explanation, 'review');

  const appeal = await opened('appeal', {
    against: 'worker-penalty',
    reference: 'order-9',
    why: '封路。',
    wanted: '取消扣罚。',
  });
  await gives(company, appeal, 'take-up', { decidedBy: 'algorithm' });
  await gives(company, appeal, 'answer', {
    outcome: 'remedied',
    words: '已经取消。',
    remedy: '退还。',
    reason: '路线不通。',
  });
  await does(appeal, 'not-content');
  await gives(nation, appeal, 'decide', { ruling: 'founded', clause: 'final/22', words: '成立。', reason: '属实。' });
  return [complaint, explanation, appeal];
};
