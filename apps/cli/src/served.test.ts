import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { runSuanjian } from './run.ts';
import { spawnSuanjian, type Served } from './testing/served.ts';
import { testTerminal } from './testing/test-terminal.ts';

const realRegister = fileURLToPath(new URL('../../../../shared/data/register/filed-algorithms.tsv', import.meta.url));
const columns = 'announcement_month\tannouncement_url';

let folder: string;
let data: string;
let server: Served | undefined;
let officePassword: string;

/** In this process, over HTTP while the server runs and on the stores themselves afterwards. */
const given = async (line: readonly string[], input = '') => {
  const terminal = testTerminal(folder, { input, environment: { DATA_DIR: data } });
  const code = await runSuanjian(line, terminal.world);
  return { code, said: terminal.said(), complained: terminal.complained() };
};

const asked = async (line: readonly string[], input = ''): Promise<unknown> => {
  const { code, said, complained } = await given(line, input);
  expect(complained).toBe('');
  expect(code).toBe(0);
  return JSON.parse(said);
};

/** What a reader may ask in both ways; the answers must not differ. */
const questions: readonly (readonly [readonly string[], string])[] = [
  [['verify', 'matters', '--json'], ''],
  [['matter', 'list', '--json'], ''],
  [['deadline', '--clause', 'final/25', '--event', '2027-02-01', '--json'], ''],
];
const answers: unknown[] = [];
let exported: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-served-'));
  data = join(folder, 'data');
  const started = spawnSuanjian(['serve', '--empty', '--port', '0', '--data-dir', data], {});
  server = started;
  await started.says('Suanjian is running: http://127.0.0.1:');
});

afterAll(async () => {
  await server?.stop('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('while the server runs', () => {
  it('leaves a run file that only its owner can read', async () => {
    expect((await stat(join(data, 'run.json'))).mode & 0o777).toBe(0o600);
  });

  it('refuses a second one on the same data folder', async () => {
    const second = await spawnSuanjian(['serve', '--empty', '--port', '0', '--data-dir', data], {}).ended;
    expect(second).toMatchObject({ code: 1, said: '' });
    expect(second.complained).toContain('A server already runs on the data folder');
    expect(second.complained).not.toContain('    at ');
  });

  it('makes an organisation with an account, and shows the password once', async () => {
    const line = [
      'admin',
      'create',
      '--email',
      'office@nation.example',
      '--name',
      '示例管理员',
      '--organisation',
      '示例国家网信办',
    ];
    const incomplete = await given(line);
    expect(incomplete).toMatchObject({
      code: 2,
      complained: expect.stringContaining('give --kind and --place') as string,
    });
    const made = (await asked([
      ...line,
      '--kind',
      'office',
      '--level',
      'nation',
      '--place',
      '000000',
      '--department',
      'network',
      '--json',
    ])) as { created: boolean; password: string };
    expect(made).toMatchObject({ created: true, password: expect.stringMatching(/^.{20}$/) as string });
    officePassword = made.password;
    expect(await asked([...line, '--roles', 'reviewer', '--json'])).not.toHaveProperty('password');
  });

  it('lets a person act with a password, and nobody without', async () => {
    const line = ['matter', 'list', '--as', 'office@nation.example', '--password-stdin', '--json'];
    expect(await asked(line, `${officePassword}\n`)).toMatchObject({ total: 0 });
    expect(await given(line, 'something else entirely')).toMatchObject({
      code: 1,
      complained: expect.stringContaining('is wrong') as string,
    });
    expect(await given(line, '')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('no password') as string,
    });
    expect(await given(['matter', 'list', '--as', 'office@nation.example'])).toMatchObject({ code: 2 });
  });

  it('names every refusal of a command', async () => {
    const refused = await given(['matter', 'open', 'filing']);
    expect(refused).toMatchObject({ code: 1, said: '' });
    expect(refused.complained).toContain('Not permitted');
    expect(await given(['matter', 'show', 'filing', '00000000-0000-4000-8000-000000000000'])).toMatchObject({
      code: 1,
      complained: expect.stringContaining('Not found') as string,
    });
  });

  it('reports the faults of a table by line and imports nothing', async () => {
    await writeFile(join(folder, 'faulty.tsv'), `${columns}\n2024-01\thttps://example.cn/\n`);
    const { code, complained } = await given(['import', 'register', 'faulty.tsv']);
    expect(code).toBe(1);
    expect(complained).toContain('nothing was imported');
    expect(complained).toMatch(/line 1, \S+: /);
    expect((await given(['export', 'register', '--format', 'jsonl'])).said).toBe('');
  });

  it('refuses what is no calendar', async () => {
    await writeFile(join(folder, 'calendar.json'), '[]');
    expect(await given(['calendar', 'import', 'calendar.json'])).toMatchObject({
      code: 1,
      complained: expect.stringContaining('not a valid JSON object') as string,
    });
    await writeFile(join(folder, 'calendar.json'), '{"2027": {"days": "none"}}');
    expect(await given(['calendar', 'import', 'calendar.json'])).toMatchObject({
      code: 1,
      complained: expect.stringContaining('cannot be used') as string,
    });
  });

  it('imports the real register, and changes nothing the second time', async (context: TestContext) => {
    if (!existsSync(realRegister))
      context.skip('the real register is not here: ../shared/data/register/filed-algorithms.tsv');
    const first = (await asked(['import', 'register', realRegister, '--json'])) as Readonly<Record<string, number>>;
    expect(Object.keys(first)).toEqual([
      'rows',
      'records',
      'subjects',
      'added',
      'changed',
      'unchanged',
      'cancelled',
      'flagged',
    ]);
    expect(first['added']).toBe(first['records']);
    const second = await asked(['import', 'register', realRegister, '--json']);
    expect(second).toEqual({ ...first, added: 0, unchanged: first['records'] });
  });

  it('answers, for comparing', async () => {
    for (const [line, input] of questions) answers.push(await asked(line, input));
    exported = (await given(['export', 'register', '--format', 'csv'])).said;
    expect(exported).toContain('algorithm_name');
  });

  it('stops cleanly when asked, and takes its run file along', async () => {
    const ended = await server?.stop('SIGTERM');
    server = undefined;
    expect(ended?.code).toBe(0);
    expect(ended?.complained).toContain('Stopped.');
    expect(existsSync(join(data, 'run.json'))).toBe(false);
  });
});

describe('with no server running', () => {
  it('gives the same answers from the stores themselves', async () => {
    for (const [index, [line, input]] of questions.entries()) expect(await asked(line, input)).toEqual(answers[index]);
    const file = join(folder, 'register.csv');
    expect(await given(['export', 'register', '--format', 'csv', '--output', file])).toMatchObject({
      code: 0,
      said: '',
    });
    expect(await readFile(file, 'utf8')).toBe(exported);
  });

  it('lets the same person act', async () => {
    const line = ['matter', 'list', '--as', 'office@nation.example', '--password-stdin', '--json'];
    expect(await asked(line, officePassword)).toMatchObject({ total: 0 });
    expect(await given(line, 'something else entirely')).toMatchObject({ code: 1 });
  });

  it('says who holds the folder when somebody else has the stores open', async () => {
    const { openStore } = await import('@suanjian/records');
    const store = await openStore({ kind: 'embedded', directory: join(data, 'records') });
    try {
      const { code, complained } = await given(['verify', 'matters']);
      expect(code).toBe(1);
      expect(complained).toContain(`is in use by process ${process.pid}`);
    } finally {
      await store.close();
    }
  });

  it('takes a run file that a dead server left for none', async () => {
    await writeFile(
      join(data, 'run.json'),
      JSON.stringify({ address: 'http://127.0.0.1:9', token: 'x'.repeat(30), pid: 2 ** 22 + 1 }),
    );
    expect(await asked(['verify', 'matters', '--json'])).toEqual(answers[0]);
  });
});
