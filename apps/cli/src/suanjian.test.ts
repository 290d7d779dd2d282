import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runSuanjian } from './run.ts';
import type { Terminal } from './terminal.ts';
import { testTerminal } from './testing/test-terminal.ts';

const given = async (line: readonly string[], environment: Terminal['environment'] = {}) => {
  const terminal = testTerminal(tmpdir(), { environment: { DATA_DIR: '/nowhere/at/all', ...environment } });
  const code = await runSuanjian(line, terminal.world);
  return { code, said: terminal.said(), complained: terminal.complained() };
};

describe('a deadline', () => {
  it('has exactly the keys of its receipt', async () => {
    const { code, said } = await given(['deadline', '--clause', 'final/24.2', '--event', '2026-02-10', '--json']);
    expect(code).toBe(0);
    const receipt: unknown = JSON.parse(said);
    expect(Object.keys(receipt as object)).toEqual([
      'clause',
      'edition',
      'event',
      'due',
      'direction',
      'length',
      'unit',
      'provisional',
      'calendar',
      'skipped',
    ]);
    expect(receipt).toMatchObject({
      clause: 'final/24.2',
      edition: 'final',
      event: '2026-02-10',
      due: '2026-03-02',
      direction: 'after',
      length: 10,
      unit: 'working-day',
      provisional: false,
    });
  });

  it.each([
    ['an edition beside the number', ['--clause', '21', '--edition', 'draft', '--event', '2026-02-10'], 'draft/21'],
    ['words as people write them', ['--clause', '第二十五条', '--event', '2026-02-10'], 'final/25'],
    ['the last day of a service', ['--clause', 'draft/20.3', '--event', '2026-05-10'], 'draft/20.3'],
  ])('understands %s', async (_, flags, clause) => {
    const { code, said } = await given(['deadline', ...flags, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ clause });
  });

  it('says that a consultation draft was never law', async () => {
    const { said } = await given(['deadline', '--clause', 'draft/21', '--event', '2026-02-10']);
    expect(said).toContain('consultation draft, never in force');
  });

  it.each([
    ['a clause that is none', ['--clause', 'final/99', '--event', '2026-02-10'], 2, 'There is no clause “final/99”'],
    [
      'an article of several paragraphs',
      ['--clause', 'final/24', '--event', '2026-02-10'],
      2,
      'final/24.1, final/24.2, final/24.3',
    ],
    ['a day that is none', ['--clause', 'final/25', '--event', '2026-02-30'], 2, '“2026-02-30” is no day'],
    [
      'two editions',
      ['--clause', 'final/25', '--edition', 'draft', '--event', '2026-02-10'],
      2,
      '--edition draft contradicts',
    ],
    [
      'an edition that is none',
      ['--clause', '25', '--edition', 'secret', '--event', '2026-02-10'],
      2,
      'There is no edition “secret”',
    ],
    ['a clause without a deadline', ['--clause', 'final/1', '--event', '2026-02-10'], 1, 'sets no deadline'],
    ['nothing', [], 2, '--clause'],
  ])('refuses %s', async (_, flags, expected, words) => {
    const { code, said, complained } = await given(['deadline', ...flags]);
    expect(code).toBe(expected);
    expect(said).toBe('');
    expect(complained).toContain(words);
    expect(complained).not.toContain('    at ');
  });
});

describe('the language', () => {
  const line = ['clause', 'final/24.2'];

  it.each([
    ['the machine’s own', {}, { LANG: 'zh_CN.UTF-8' }, '现行有效'],
    ['English elsewhere', {}, { LANG: 'de_DE.UTF-8' }, 'in force'],
    ['LC_ALL before LANG', {}, { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, '现行有效'],
  ])('is %s', async (_, _none, environment, words) => {
    expect((await given(line, environment)).said).toContain(words);
  });

  it('is what --lang says, wherever it stands', async () => {
    expect((await given([...line, '--lang', 'zh'])).said).toContain('现行有效');
    expect((await given(['--lang=en', ...line], { LANG: 'zh_CN.UTF-8' })).said).toContain('in force');
    expect((await given(['--help', '--lang', 'zh'])).said).toContain('启动服务');
  });

  it('is one of two', async () => {
    expect(await given([...line, '--lang', 'fr'])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('There is no language “fr”') as string,
    });
  });

  it('is that of mistakes as well', async () => {
    expect(await given(['deadline', '--lang', 'zh'])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('缺少 --clause') as string,
    });
    expect(await given(['dedline', '--lang', 'zh'])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('没有命令「dedline」') as string,
    });
  });
});

describe('a number', () => {
  it('is explained part by part', async () => {
    const { code, said } = await given(['number', '网信算备330106900000102260017号', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ ok: true, digits: '330106900000102260017' });
  });

  it('that breaks a rule is explained too, and ends with 1', async () => {
    const { code, said, complained } = await given(['number', '330106900000102260011']);
    expect(code).toBe(1);
    expect(said).toContain('The number breaks the rules');
    expect(complained).toContain('no valid filing number');
  });
});

describe('the questionnaire', () => {
  it('ends in a reasoned answer', async () => {
    const { code, said } = await given(['guide', '--answers', 'mainland=no']);
    expect(code).toBe(0);
    expect(said).toMatch(/final\/\d/);
  });

  it('says what is still to be answered when nobody can be asked', async () => {
    const { code, complained } = await given(['guide', '--answers', 'mainland=yes']);
    expect(code).toBe(2);
    expect(complained).toContain('technique:');
  });

  it('says how answers are written', async () => {
    expect(await given(['guide', '--answers', 'mainland'])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('question=answer') as string,
    });
  });
});

it('lists every kind of matter with its commands', async () => {
  const { code, said } = await given(['matter', 'kinds', '--json']);
  expect(code).toBe(0);
  const { kinds } = JSON.parse(said) as { kinds: { kind: string; commands: { name: string }[] }[] };
  expect(kinds.map(({ kind }) => kind)).toContain('filing');
  expect(kinds.find(({ kind }) => kind === 'filing')?.commands.map(({ name }) => name)).toContain('submit');
});

describe('settings and files that cannot be used', () => {
  it.each([
    ['a setting', ['verify', 'matters'], { PORT: 'many' }, 1, 'PORT'],
    ['a file that is not there', ['import', 'register', 'no-such.tsv'], {}, 1, 'There is no file no-such.tsv'],
    ['a folder', ['import', 'register', '.'], {}, 1, 'is a folder'],
    ['a calendar that is not there', ['calendar', 'import', 'no-such.json'], {}, 1, 'There is no file'],
    [
      'two questions to standard input',
      ['matter', 'do', 'filing', 'x', 'save', '--input', '-', '--as', 'a@b.example', '--password-stdin'],
      {},
      2,
      'cannot both use standard input',
    ],
    ['both ways to begin', ['serve', '--empty', '--demo-if-empty'], {}, 2, 'Choose one'],
  ])('%s', async (_, line, environment, expected, words) => {
    const { code, complained } = await given(line, environment);
    expect(complained).toContain(words);
    expect(complained).not.toContain('    at ');
    expect(code).toBe(expected);
  });

  it('show where they come from with SUANJIAN_DEBUG', async () => {
    expect((await given(['import', 'register', 'no-such.tsv'], { SUANJIAN_DEBUG: '1' })).complained).toContain(
      '    at ',
    );
  });
});

describe('words from elsewhere', () => {
  it('drive no terminal and turn no direction, in answers and in faults', async () => {
    const { code, complained } = await given(['audit', 'none\u001b[2J\u009b31m\u202e.yaml']);
    expect(code).not.toBe(0);
    expect(complained).toContain('none');
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(complained).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u0080-\u009f\u202e]/u);
  });
});
