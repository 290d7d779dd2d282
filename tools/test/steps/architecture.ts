import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommand } from '../command.ts';
import { verdict } from '../outcome.ts';
import type { Step } from '../step.ts';

const CRUISER = join(import.meta.dirname, '../../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const FOLDERS = ['packages', 'apps', 'bench', 'tools'];
const LEFT_OUT = /(^|\/)(node_modules|dist|data)(\/|$)/;

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string; readonly severity: string };
    }[];
  };
}

export interface Findings {
  /** How many of the project's own source files were read. */
  readonly read: number;
  /** Source files that the tool passed over. */
  readonly unread: readonly string[];
  /** Imports that a rule forbids, as `rule: from → to`. */
  readonly forbidden: readonly string[];
}

/** Reads all imports under `root` against its `.dependency-cruiser.cjs`. */
export async function examineImports(root: string): Promise<Findings> {
  const sources = sourceFiles(root);
  const folders = FOLDERS.filter((folder) => sources.some((source) => source.startsWith(`${folder}/`)));
  const args = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const { output } = await runCommand(process.execPath, args, { cwd: root, timeoutMinutes: 4 });
  const cruise = parse(output);
  const seen = new Set(cruise.modules.map((module) => module.source));
  const unread = sources.filter((source) => !seen.has(source));
  const forbidden = cruise.summary.violations
    .filter((violation) => violation.rule.severity === 'error')
    .map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`);
  return { read: sources.length - unread.length, unread, forbidden };
}

/** Where the tool finds no parser for TypeScript it reads nothing and reports success; so what it read is compared with what is there. */
export const architecture: Step = {
  name: 'architecture',
  title: '架构 architecture',
  async run({ root }) {
    const { read, unread, forbidden } = await examineImports(root);
    const lines = [...forbidden, ...unread.map((source) => `未分析 not read: ${source}`)];
    if (read === 0) lines.push('没有读到任何源文件 no source file was read');
    return verdict(lines.length === 0, lines.join('\n'));
  },
};

function parse(output: string): Cruise {
  try {
    return JSON.parse(output) as Cruise;
  } catch {
    throw new Error(`dependency-cruiser: ${output.slice(0, 2000)}`);
  }
}

function sourceFiles(root: string): string[] {
  return FOLDERS.flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    } catch {
      return [];
    }
  })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((source) => !LEFT_OUT.test(source));
}
