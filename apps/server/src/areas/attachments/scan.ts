import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ScanResult = 'clean' | 'infected' | 'failed' | 'not-scanned';

const timeLimit = 60_000;

const exitCodeOf = (program: string, file: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const child = spawn(program, [file], { stdio: 'ignore', timeout: timeLimit });
    child.once('error', () => resolve(undefined));
    child.once('exit', (code) => resolve(code ?? undefined));
  });

/** Lets the configured program look at the content: exit 0 is clean, 1 infected, anything else counts as not scanned and is refused. */
export const scanContent = async (program: string | undefined, content: Uint8Array): Promise<ScanResult> => {
  if (program === undefined) return 'not-scanned';
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-scan-'));
  try {
    const file = join(folder, 'upload');
    await writeFile(file, content, { mode: 0o600 });
    const code = await exitCodeOf(program, file);
    if (code === 0) return 'clean';
    return code === 1 ? 'infected' : 'failed';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
