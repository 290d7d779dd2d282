import type { CommandKit } from '../command-kit.ts';
import { help } from '../texts/help.ts';
import { logHelp } from '../texts/log-help.ts';
import type { CoverageFlags } from './log/coverage.ts';
import type { GenerateFlags } from './log/generate.ts';
import type { StatusFlags } from './log/status.ts';
import type { DataFlags } from './log/with-log.ts';

/** The commands under `suanjian log`. */
export const logRoutes = ({ map, command, optional, count, several, onOff }: CommandKit) => {
  const dataDir = optional(help.dataDir, 'folder');
  const json = onOff(help.json);
  return map(logHelp.log, {
    generate: command<GenerateFlags>(
      logHelp.generate,
      {
        flags: {
          rows: count(logHelp.rows),
          days: count(logHelp.days),
          seed: count(logHelp.seed),
          from: optional(logHelp.generateFrom, 'day'),
          provider: optional(logHelp.provider, 'name'),
          plant: several(logHelp.plant, 'name=size'),
          plants: onOff(logHelp.plants),
          replace: onOff(logHelp.replace),
          json,
          dataDir,
        },
      },
      async () => (await import('./log/generate.ts')).generate,
      logHelp.generateMore,
    ),
    status: command<StatusFlags>(
      logHelp.status,
      { flags: { json, dataDir } },
      async () => (await import('./log/status.ts')).status,
    ),
    coverage: command<CoverageFlags>(
      logHelp.coverage,
      {
        flags: {
          family: several(logHelp.coverageFamily, 'family'),
          every: optional(logHelp.every, 'duration'),
          days: onOff(logHelp.eachDay),
          json,
          dataDir,
        },
      },
      async () => (await import('./log/coverage.ts')).coverage,
    ),
    rebuild: command<DataFlags>(
      logHelp.rebuild,
      { flags: { dataDir } },
      async () => (await import('./log/status.ts')).rebuild,
    ),
  });
};
