import { spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const NODE_PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** Stands in for the program: writes down what reaches it, and takes a moment to stop, as a server does. */
const PROGRAM = `
import { appendFileSync } from 'node:fs';
const write = (line: string) => appendFileSync(process.env.JOURNAL ?? '', line + '\\n');
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    write(signal);
    setTimeout(() => { write('stopped'); process.exit(7); }, 700);
  });
}
write('started ' + process.argv.slice(2).join(' '));
if (process.argv.includes('fail')) process.exit(3);
if (process.argv.includes('die')) process.kill(process.pid, 'SIGKILL');
setInterval(() => {}, 1000);
`;

let project = '';
const started: ChildProcess[] = [];

/** A project of its own with the real launcher, so that nothing here can touch the real node_modules. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'suanjian-launch-'));
  for (const path of ['tools/launch.mjs', 'tools/launch', 'apps/cli/bin']) {
    cpSync(join(ROOT, path), join(project, path), { recursive: true });
  }
  const scripts = { start: 'exec node tools/launch.mjs start', check: 'node tools/launch.mjs check' };
  write('package.json', JSON.stringify({ name: 'house', version: '1.0.0', type: 'module', private: true, scripts }));
  const lock = {
    name: 'house',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': { name: 'house', version: '1.0.0' } },
  };
  write('package-lock.json', JSON.stringify(lock));
  write('apps/cli/src/main.ts', PROGRAM);
  write('tools/check.ts', PROGRAM);
  pretendInstalled();
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(project, { recursive: true, force: true, maxRetries: 5 });
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
}

function pretendInstalled(): void {
  write('node_modules/.package-lock.json', JSON.stringify({ packages: {} }));
  mkdirSync(join(project, 'node_modules', NODE_PACKAGE, 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(project, 'node_modules', NODE_PACKAGE, 'bin/node'));
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(command, args, {
    cwd: project,
    env: {
      ...process.env,
      npm_lifecycle_event: undefined,
      npm_execpath: undefined,
      JOURNAL: join(project, 'journal'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, errors }));
  });
  return { child, ended };
}

const journal = () =>
  existsSync(join(project, 'journal')) ? readFileSync(join(project, 'journal'), 'utf8').trim().split('\n') : [];
const until = (line: RegExp) =>
  vi.waitFor(() => expect(journal().join('\n')).toMatch(line), { timeout: 20_000, interval: 50 });

const launch = (...args: string[]) => run(process.execPath, ['tools/launch.mjs', ...args]);
const suanjian = (...args: string[]) => run(process.execPath, ['apps/cli/bin/suanjian.mjs', ...args]);

describe('handing over', () => {
  test('start serves, with what was asked for besides', async () => {
    const { ended } = launch('start', 'fail');
    expect((await ended).code).toBe(3);
    expect(journal()).toEqual(['started serve --demo-if-empty fail']);
  });

  test('arguments and exit code pass through suanjian', async () => {
    expect((await suanjian('fail', 'a b', '--c').ended).code).toBe(3);
    expect(journal()).toEqual(['started fail a b --c']);
  });

  test('a program ended by a signal gives 128 and the number of the signal', async () => {
    expect((await suanjian('die').ended).code).toBe(137);
  });
});

describe.skipIf(process.platform === 'win32')('stopping', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s reaches the program once, and its exit code comes back',
    async (signal) => {
      const { child, ended } = launch('start');
      await until(/started/);
      child.kill(signal);
      // npm passes on what the terminal has sent already.
      child.kill(signal);
      expect((await ended).code).toBe(7);
      expect(journal().slice(1)).toEqual([signal, 'stopped']);
    },
  );

  test('the program stops cleanly when the launcher is killed', async () => {
    const { child } = launch('start');
    await until(/started/);
    child.kill('SIGKILL');
    await until(/stopped/);
    expect(journal().slice(1)).toEqual(['SIGTERM', 'stopped']);
  });

  test.each([
    ['start', 'SIGINT', 'SIGINT'],
    ['start', 'SIGTERM', 'SIGTERM'],
    ['start', 'SIGKILL', 'SIGTERM'],
    ['check', 'SIGTERM', 'SIGTERM'],
    ['check', 'SIGKILL', 'SIGTERM'],
  ] as const)('npm run %s that gets %s stops the program once', async (script, signal, arrives) => {
    const { child } = run('npm', ['run', '--silent', script]);
    await until(/started/);
    child.kill(signal);
    await until(/stopped/);
    expect(journal().slice(1)).toEqual([arrives, 'stopped']);
  });
});

describe('refusing', () => {
  test('an unknown word shows what there is', async () => {
    const { code, errors } = await launch('strat').ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/start \| test \| check \| bench \| generate/);
    expect(errors).not.toMatch(/ at .*launch\.mjs/);
  });

  test('suanjian without node_modules asks for npm ci', async () => {
    rmSync(join(project, 'node_modules'), { recursive: true });
    // Under an older Node; the one that runs this test would do by itself.
    write('older.mjs', "Object.defineProperty(process.versions, 'node', { value: '18.0.0' });");
    const { code, errors } = await run(process.execPath, ['--import', './older.mjs', 'apps/cli/bin/suanjian.mjs'])
      .ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/npm ci/);
    expect(journal()).toEqual([]);
  });
});

describe('installing', () => {
  test('what npm has installed already is left alone', async () => {
    writeFileSync(join(project, 'node_modules/kept'), '');
    await launch('check', 'fail').ended;
    expect(existsSync(join(project, 'node_modules/kept'))).toBe(true);
    expect(existsSync(join(project, 'node_modules/.suanjian-installed'))).toBe(true);
  });

  test('a changed package.json is looked at again, and npm’s objection explained', async () => {
    await launch('check', 'fail').ended;
    const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as object;
    write('package.json', JSON.stringify({ ...manifest, dependencies: { zod: '4.6.7' } }));
    const { code, errors } = await launch('check', 'fail').ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/package\.json and package-lock\.json disagree/);
    expect(journal()).toHaveLength(1);
  });

  test('a registry that cannot be reached is named as the cause', async () => {
    const zod = { version: '4.6.7', integrity: `sha512-${'A'.repeat(86)}==` };
    const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as object;
    write('package.json', JSON.stringify({ ...manifest, dependencies: { zod: '4.6.7' } }));
    const packages = {
      '': { name: 'house', version: '1.0.0', dependencies: { zod: '4.6.7' } },
      'node_modules/zod': zod,
    };
    write('package-lock.json', JSON.stringify({ name: 'house', version: '1.0.0', lockfileVersion: 3, packages }));
    appendFileSync(join(project, '.npmrc'), 'registry=http://127.0.0.1:9/\nfetch-retries=0\ncache=${JOURNAL}-cache\n');
    const { code, errors } = await launch('check').ended;
    rmSync(join(project, 'journal-cache'), { recursive: true, force: true });
    expect(code).toBe(1);
    expect(errors).toMatch(/registry cannot be reached/);
    expect(journal()).toEqual([]);
  });
});
