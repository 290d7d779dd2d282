import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command.ts';
import { verdict } from '../outcome.ts';
import type { Step } from '../step.ts';
import { architecture } from './architecture.ts';
import { generated } from './generated.ts';

/** A step that is one Node script of a tool (or of ours): it passes when the script exits with 0. */
function script(name: string, title: string, path: string, args: readonly string[]): Step {
  return {
    name,
    title,
    async run({ root }) {
      if (!existsSync(join(root, path))) return verdict(false, `${path} 不存在 is missing`);
      const { ok, output } = await runCommand(process.execPath, [path, ...args], { cwd: root, timeoutMinutes: 4 });
      return verdict(ok, output);
    },
  };
}

/** What is checked without running the project. */
export const staticSteps: readonly Step[] = [
  script('types', '类型 types', 'node_modules/@typescript/native/bin/tsc', ['-p', '.', '--pretty', 'false']),
  script('lint', '代码检查 lint', 'node_modules/oxlint/bin/oxlint', [
    '--type-aware',
    '--deny-warnings',
    '--format=unix',
  ]),
  script('format', '格式 format', 'node_modules/oxfmt/bin/oxfmt', ['--check']),
  architecture,
  script('dead-code', '无用代码 dead code', 'node_modules/knip/bin/knip.js', ['--no-progress', '--no-config-hints']),
  generated,
];
