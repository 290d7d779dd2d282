import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSuanjian } from '../apps/cli/src/run.ts';
import { killAmidSubmissions, lostIn } from '../apps/cli/src/testing/killed-amid-submissions.ts';
import { testTerminal } from '../apps/cli/src/testing/test-terminal.ts';
import type { Ratio } from './ratio.ts';

export const name = 'server-kills';

const kills = 20;

/** The server of a whole installation is killed amid submissions and started again; a command counts as lost when it was acknowledged and is not there. */
export const run = async (): Promise<readonly Ratio[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-kills-'));
  try {
    const aftermath = await killAmidSubmissions(folder, kills);
    const lost = lostIn(aftermath);
    const verified = await runSuanjian(['verify', 'matters', '--data-dir', folder], testTerminal(folder).world);
    return [
      {
        claim: `No acknowledged command is lost when the server is killed ${kills} times amid submissions, and the streams verify`,
        ratio: lost.length + verified,
        limit: { atMost: 0 },
        details: {
          acknowledged: aftermath.asked.filter(({ matter }) => matter !== undefined).length,
          lost: lost.join(', ') || 'none',
          verifyExit: verified,
        },
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
