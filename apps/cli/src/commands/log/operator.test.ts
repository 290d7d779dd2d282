import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { openDecisionLog, openStore, type DecisionLog, type LogStore } from '@suanjian/decision-log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runSuanjian } from '../../run.ts';
import { testTerminal } from '../../testing/test-terminal.ts';
import { operatorFile } from './ask-service.ts';
import { startOperator, type Operator } from './operator.ts';
import { daysAgo, newLogFolder, type LogFolder } from './testing/log-folder.ts';

let folder: LogFolder;
let store: LogStore;
let log: DecisionLog;
let operator: Operator;
beforeAll(async () => {
  folder = await newLogFolder();
  await folder.suanjian('log', 'generate', '--rows', '300', '--days', '1', '--from', daysAgo(220));
  store = await openStore({ kind: 'embedded', folder: join(folder.data, 'log', 'store') });
  log = await openDecisionLog({ folder: folder.data, store, clock: Date.now, randomness: randomBytes, threads: 0 });
  const world = testTerminal(folder.path).world;
  operator = await startOperator({ ...world, language: 'en', run: runSuanjian }, { folder: folder.data, log, store });
}, 60_000);
afterAll(async () => {
  await operator.close();
  await log.close();
  await store.close();
  await folder.remove();
});

describe('while a service writes the log', () => {
  test('its records are taken out through it, in the language and the folder of who asks', async () => {
    const { index } = log.view;
    const before = index.size;
    const line = [
      'log',
      'extract',
      'taken',
      '--request',
      'r0-0-0',
      '--actor',
      '李 四',
      '--basis',
      'final/28.2',
    ] as const;
    const { code, said } = await folder.suanjian(...line, '--lang', 'zh');
    expect(said).toContain('这次调取已记入证据');
    expect(code).toBe(0);
    expect(index.entry(before)?.leaf).toMatchObject({ kind: 'extract', actor: '李 四', basis: 'final/28.2' });
    expect(await readFile(join(folder.path, 'taken', 'extract.json'), 'utf8')).toContain('李 四');
  });

  test('holds, deletions and checkpoints go through it, and refusals come back as they are', async () => {
    expect(await folder.suanjian('log', 'hold', 'h', '--actor', 'a', '--basis', 'b')).toMatchObject({ code: 0 });
    const refused = await folder.suanjian('log', 'retain', '--day', daysAgo(220));
    expect(refused.code).toBe(1);
    expect(refused.complained).toContain('under the hold h');
    expect(await folder.suanjian('log', 'release', 'h', '--actor', 'a', '--reason', 'two words')).toMatchObject({
      code: 0,
    });
    expect((await folder.suanjian('log', 'retain')).said).toContain('their leaves remain');
    const { said } = await folder.suanjian('log', 'checkpoint');
    expect(said.split('\n')[1]).toBe(String(log.view.index.size));
    expect(await folder.suanjian('log', 'export', 'out')).toMatchObject({ code: 0 });
    expect(await folder.suanjian('verify', 'log', 'out')).toMatchObject({ code: 0 });
    expect(await folder.suanjian('log', 'hold', 'H!', '--actor', 'a', '--basis', 'b')).toMatchObject({ code: 1 });
  });

  test('nobody without the token is heard, and nothing else is given', async () => {
    const { port, token } = JSON.parse(await readFile(operatorFile(folder.data), 'utf8')) as {
      port: number;
      token: string;
    };
    const ask = (authorization: string, line: readonly string[]) =>
      fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        headers: { authorization },
        body: JSON.stringify({ line, language: 'en', workingDirectory: folder.path }),
      });
    expect((await ask('Bearer no', ['checkpoint'])).status).toBe(403);
    expect((await ask(`Bearer ${token}`, ['serve'])).status).toBe(400);
    expect((await ask(`Bearer ${token}`, ['checkpoint'])).status).toBe(200);
  });
});
