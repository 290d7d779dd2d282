import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storeOptions } from '@suanjian/decision-log';
import { runSuanjian } from '../../apps/cli/src/run.ts';
import { readConfig } from '../../apps/server/src/config.ts';
import manifest from '../../package.json' with { type: 'json' };
import { anchors, commandsOf, headings, linkTargets, markdownFiles, readPage, shellLines } from './pages.ts';

const root = join(import.meta.dirname, '..', '..');
const pages = markdownFiles(root);
const written = pages.filter((path) => !path.startsWith('docs/reference/'));
const readmes = ['README.md', 'README.zh.md'] as const;

const brokenLinks = (path: string): readonly string[] => {
  const content = readPage(root, path);
  return linkTargets(content).filter((target) => {
    if (/^[a-z][a-z+.-]*:/i.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : normalize(join(dirname(path), decodeURIComponent(file)));
    if (!existsSync(join(root, to))) return true;
    return anchor !== undefined && to.endsWith('.md') && !anchors(readPage(root, to)).has(decodeURIComponent(anchor));
  });
};

describe('links', () => {
  test('pages are found', () => expect(pages.length).toBeGreaterThan(20));

  test.each(pages)('%s leads nowhere that does not exist', (path) => {
    expect(brokenLinks(path)).toEqual([]);
  });

  test('every page is reached from the English README', () => {
    const reached = new Set<string>();
    const queue = ['README.md'];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (reached.has(path) || !pages.includes(path)) continue;
      reached.add(path);
      for (const target of linkTargets(readPage(root, path)))
        queue.push(normalize(join(dirname(path), target.split('#')[0] ?? '')));
    }
    expect(pages.filter((path) => !reached.has(path))).toEqual([]);
  });
});

describe('two languages', () => {
  const shape = (path: string): readonly number[] => headings(readPage(root, path)).map(({ depth }) => depth);
  const chinese = written.filter((path) => path.endsWith('.zh.md'));

  test('both READMEs have the same settings, commands and pictures', () => {
    const [english, zh] = readmes.map((path) => readPage(root, path));
    const pictures = (content = ''): readonly string[] =>
      linkTargets(content).filter((target) => target.endsWith('.png'));
    expect(pictures(zh)).toEqual(pictures(english).map((picture) => picture.replace(/\.png$/, '.zh.png')));
    expect(shellLines(zh ?? '')).toEqual(shellLines(english ?? ''));
  });

  test.each(chinese)('%s has the headings of its English page', (path) => {
    const english = path.replace(/\.zh\.md$/, '.md');
    expect(existsSync(join(root, english))).toBe(true);
    expect(shape(path)).toEqual(shape(english));
  });

  test.each(chinese)('%s and its English page link to each other', (path) => {
    const english = path.replace(/\.zh\.md$/, '.md');
    const name = (of: string): string => of.slice(of.lastIndexOf('/') + 1);
    expect(linkTargets(readPage(root, path))).toContain(name(english));
    expect(linkTargets(readPage(root, english))).toContain(name(path));
  });
});

describe('settings', () => {
  /** The names that the settings are read under: each is asked for once. */
  const known = (): ReadonlySet<string> => {
    const asked = new Set<string>();
    readConfig(
      new Proxy<Record<string, string | undefined>>(
        {},
        {
          get: (_target, name) => {
            if (typeof name === 'string') asked.add(name);
            return undefined;
          },
        },
      ),
      root,
    );
    // With an address given, the others are asked for too.
    storeOptions(
      new Proxy<Record<string, string | undefined>>(
        {},
        {
          get: (_target, name) => {
            if (typeof name === 'string') asked.add(name);
            return name === 'CLICKHOUSE_URL' || name === 'CLICKHOUSE_AUDITOR_URL' ? 'http://store.example' : undefined;
          },
        },
      ),
      root,
    );
    return asked;
  };
  const inTable = (path: string): ReadonlySet<string> =>
    new Set(
      readPage(root, path)
        .split('\n')
        .filter((line) => /^\| `[A-Z]/.test(line))
        .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].flatMap(([, name]) => name ?? [])),
    );

  test.each(readmes)('%s lists exactly the settings that exist', (path) => {
    expect([...known()].length).toBeGreaterThan(10);
    expect([...inTable(path)].toSorted()).toEqual([...known()].toSorted());
  });

  test.each(readmes)('%s gives the defaults that hold', (path) => {
    const { host, port, numberPrefix } = readConfig({}, root);
    const rows = readPage(root, path).split('\n');
    const defaultOf = (name: string): string =>
      rows
        .find((line) => line.startsWith(`| \`${name}\` |`))
        ?.split('|')[2]
        ?.trim() ?? '';
    expect([defaultOf('HOST'), defaultOf('PORT'), defaultOf('NUMBER_PREFIX')]).toEqual([
      `\`${host}\``,
      `\`${port}\``,
      `\`${numberPrefix}\``,
    ]);
  });
});

describe('commands', () => {
  const scripts: Readonly<Record<string, string>> = manifest.scripts;
  const npmCommand = /^npm (?=start|test|run)/;

  test.each(written)('npm scripts that %s names exist', (path) => {
    const named = commandsOf(readPage(root, path), npmCommand).map(
      (line) => line.replace(/^run /, '').split(' ')[0] ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  const ask = async (inputs: readonly string[]): Promise<{ readonly code: number; readonly output: string }> => {
    let output = '';
    const take = (chunk: string | Uint8Array): void => {
      output += String(chunk);
    };
    const code = await runSuanjian([...inputs, '--lang', 'en', '--help'], {
      environment: { NO_COLOR: '1' },
      workingDirectory: root,
      interactive: false,
      output: { write: take },
      errors: { write: take },
      input: async () => '',
    });
    return { code, output };
  };

  /** Which part of a written command line the program does not know; undefined when all of it is known. */
  const unknownPart = async (line: string): Promise<string | undefined> => {
    const words = line.split(/\s+/).filter((word) => word !== '');
    const command: string[] = [];
    let help = await ask([]);
    for (const word of words) {
      if (!/^[a-z]+(?:-[a-z]+)*$/.test(word) || !/^COMMANDS$/m.test(help.output)) break;
      const next = await ask([...command, word]);
      if (next.code !== 0 || !next.output.includes(`suanjian ${[...command, word].join(' ')}`)) return word;
      command.push(word);
      help = next;
    }
    if (command.length === 0) return words[0];
    const flags = words.filter((word) => word.startsWith('--')).map((flag) => flag.split('=')[0] ?? flag);
    return flags.find((flag) => !['--help', '--lang'].includes(flag) && !new RegExp(`${flag}\\b`).test(help.output));
  };

  test('an invented command and an invented flag are found out', async () => {
    expect(await unknownPart('serve --empty')).toBeUndefined();
    expect(await unknownPart('import everything')).toBe('everything');
    expect(await unknownPart('serve --quickly')).toBe('--quickly');
  });

  test.each(written)('commands of suanjian that %s names exist', async (path) => {
    const lines = commandsOf(readPage(root, path), /^(?:npx )?suanjian /).filter((line) => !line.startsWith('…'));
    const unknown: string[] = [];
    for (const line of new Set(lines)) {
      const part = await unknownPart(line);
      if (part !== undefined) unknown.push(`${line} (${part})`);
    }
    expect(unknown).toEqual([]);
  });

  test('the README names commands at all', () => {
    for (const path of readmes) expect(commandsOf(readPage(root, path), /^npx suanjian /).length).toBeGreaterThan(5);
  });
});
