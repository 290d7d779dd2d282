import type { CommandKit, Work } from '../command-kit.ts';
import { help } from '../texts/help.ts';
import { explainTexts } from '../texts/log-explain.ts';
import { logHelp } from '../texts/log-help.ts';
import type { ChallengeFlags } from './log/challenge.ts';
import type { CheckpointFlags } from './log/checkpoint.ts';
import type { CoverageFlags } from './log/coverage.ts';
import type { ExplainFlags } from './log/explain.ts';
import type { ExportFlags } from './log/export.ts';
import type { ExtractFlags } from './log/extract.ts';
import type { GenerateFlags } from './log/generate.ts';
import type { HoldFlags, HoldsFlags, ReleaseFlags } from './log/holds.ts';
import type { IngestFlags } from './log/ingest.ts';
import type { RetainFlags } from './log/retain.ts';
import type { ServeLogFlags } from './log/serve.ts';
import type { StatusFlags } from './log/status.ts';
import type { DataFlags } from './log/with-log.ts';
import type { VerifyLogFlags } from './verify-log.ts';

/** While the service writes the log, it gives the command. */
const throughService =
  <Flags extends DataFlags, Args extends readonly (string | undefined)[]>(
    command: string,
    load: () => Promise<Work<Flags, Args>>,
  ) =>
  async (): Promise<Work<Flags, Args>> => {
    const { orThroughService } = await import('./log/ask-service.ts');
    return orThroughService(command, await load());
  };

/** The commands under `suanjian log`. */
export const logRoutes = ({ map, command, optional, needed, count, several, onOff, choice, argument }: CommandKit) => {
  const dataDir = optional(help.dataDir, 'folder');
  const json = onOff(help.json);
  const period = { from: optional(logHelp.from, 'day'), to: optional(logHelp.to, 'day') } as const;
  const people = {
    user: several(logHelp.user, 'pseudonym'),
    identifiers: choice(logHelp.identifiers, ['pseudonyms', 'raw'] as const),
  } as const;
  return map(logHelp.log, {
    ingest: command<IngestFlags, string[]>(
      logHelp.ingest,
      {
        flags: {
          family: needed(logHelp.ingestFamily, 'family'),
          format: choice(logHelp.fileFormat, ['ndjson', 'csv', 'parquet'] as const),
          identifiers: choice(logHelp.ingestIdentifiers, ['pseudonyms', 'raw'] as const),
          rejectFile: optional(logHelp.rejectFile, 'file'),
          json,
          dataDir,
        },
        positional: { kind: 'array', parameter: argument(logHelp.file, 'file') },
      },
      throughService('ingest', async () => (await import('./log/ingest.ts')).ingest),
      logHelp.ingestMore,
    ),
    serve: command<ServeLogFlags>(
      logHelp.serve,
      {
        flags: {
          port: count(logHelp.servePort, 'port'),
          host: optional(logHelp.serveHost, 'address'),
          witness: several(logHelp.serveWitness, 'key'),
          dataDir,
        },
      },
      async () => (await import('./log/serve.ts')).serveLog,
      logHelp.serveMore,
    ),
    checkpoint: command<CheckpointFlags>(
      logHelp.checkpoint,
      {
        flags: {
          cosign: optional(logHelp.cosign, 'file'),
          witness: optional(logHelp.cosignWitness, 'key'),
          key: onOff(logHelp.printKey),
          dataDir,
        },
      },
      throughService('checkpoint', async () => (await import('./log/checkpoint.ts')).checkpoint),
      logHelp.checkpointMore,
    ),
    newKey: command<DataFlags, [string]>(
      logHelp.newKey,
      { flags: { dataDir }, positional: { kind: 'tuple', parameters: [argument(logHelp.idsFile, 'file')] } },
      throughService('new-key', async () => (await import('./log/new-key.ts')).newKey),
      logHelp.newKeyMore,
    ),
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
          traits: onOff(logHelp.traits),
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
    retain: command<RetainFlags>(
      logHelp.retain,
      {
        flags: {
          months: count(logHelp.months),
          day: optional(logHelp.onlyDay, 'day'),
          family: several(logHelp.retainFamily, 'family'),
          dryRun: onOff(logHelp.dryRun),
          json,
          dataDir,
        },
      },
      throughService('retain', async () => (await import('./log/retain.ts')).retainDays),
      logHelp.retainMore,
    ),
    hold: command<HoldFlags, [string?]>(
      logHelp.hold,
      {
        flags: {
          actor: needed(logHelp.actor, 'name'),
          basis: needed(logHelp.basis, 'clause'),
          matter: optional(logHelp.matterId, 'id'),
          ...period,
          family: several(logHelp.family, 'family'),
          provider: optional(logHelp.ofProvider, 'name'),
          ...people,
          until: optional(logHelp.until, 'day'),
          dataDir,
        },
        positional: { kind: 'tuple', parameters: [{ ...argument(logHelp.holdName, 'name'), optional: true }] },
      },
      throughService('hold', async () => (await import('./log/holds.ts')).hold),
    ),
    release: command<ReleaseFlags, [string]>(
      logHelp.release,
      {
        flags: { actor: needed(logHelp.actor, 'name'), reason: needed(logHelp.releaseReason, 'words'), dataDir },
        positional: { kind: 'tuple', parameters: [argument(logHelp.holdId, 'name')] },
      },
      throughService('release', async () => (await import('./log/holds.ts')).release),
    ),
    holds: command<HoldsFlags>(
      logHelp.holds,
      { flags: { matter: optional(logHelp.holdsMatter, 'id'), json, dataDir } },
      async () => (await import('./log/holds.ts')).listHolds,
      logHelp.holdsMore,
    ),
    extract: command<ExtractFlags, [string]>(
      logHelp.extract,
      {
        flags: {
          actor: optional(logHelp.extractActor, 'name'),
          basis: optional(logHelp.basis, 'clause'),
          matter: optional(logHelp.matterId, 'id'),
          ...people,
          request: optional(logHelp.request, 'id'),
          ...period,
          family: several(logHelp.family, 'family'),
          json,
          dataDir,
        },
        positional: { kind: 'tuple', parameters: [argument(logHelp.exportFolder, 'folder')] },
      },
      throughService('extract', async () => (await import('./log/extract.ts')).extract),
      logHelp.extractMore,
    ),
    explain: command<ExplainFlags>(
      explainTexts.command,
      {
        flags: {
          request: needed(explainTexts.request, 'id'),
          item: optional(explainTexts.item, 'id'),
          actor: optional(logHelp.extractActor, 'name'),
          basis: optional(logHelp.basis, 'clause'),
          matter: optional(logHelp.matterId, 'id'),
          json: optional(explainTexts.json, 'file'),
          dataDir,
        },
      },
      throughService('explain', async () => (await import('./log/explain.ts')).explain),
      explainTexts.more,
    ),
    challenge: command<ChallengeFlags, [string?]>(
      logHelp.challenge,
      {
        flags: {
          draw: onOff(logHelp.draw),
          seed: optional(logHelp.seedOf, 'seed'),
          count: count(logHelp.drawn),
          checkpoint: optional(logHelp.challenged, 'file'),
          actor: optional(logHelp.extractActor, 'name'),
          basis: optional(logHelp.basis, 'clause'),
          matter: optional(logHelp.matterId, 'id'),
          json,
          dataDir,
        },
        positional: { kind: 'tuple', parameters: [{ ...argument(logHelp.exportFolder, 'folder'), optional: true }] },
      },
      throughService('challenge', async () => (await import('./log/challenge.ts')).challenge),
      logHelp.challengeMore,
    ),
    export: command<ExportFlags, [string]>(
      logHelp.export,
      {
        flags: {
          ...period,
          family: several(logHelp.family, 'family'),
          rowHashes: onOff(logHelp.rowHashes),
          json,
          dataDir,
        },
        positional: { kind: 'tuple', parameters: [argument(logHelp.exportFolder, 'folder')] },
      },
      async () => (await import('./log/export.ts')).exportSegments,
    ),
    rebuild: command<DataFlags>(
      logHelp.rebuild,
      { flags: { dataDir } },
      throughService('rebuild', async () => (await import('./log/status.ts')).rebuild),
    ),
  });
};

/** `suanjian verify log`. */
export const verifyLogRoute = ({ command, optional, count, several, onOff, argument }: CommandKit) =>
  command<VerifyLogFlags, [string?]>(
    logHelp.verify,
    {
      flags: {
        key: several(logHelp.key, 'key'),
        witness: several(logHelp.witness, 'key'),
        quorum: count(logHelp.quorum),
        since: optional(logHelp.since, 'file'),
        seed: optional(logHelp.seedOf, 'seed'),
        count: count(logHelp.drawn),
        deep: onOff(logHelp.deep),
        segmentsOnly: onOff(logHelp.segmentsOnly),
        json: onOff(help.json),
        dataDir: optional(help.dataDir, 'folder'),
      },
      positional: { kind: 'tuple', parameters: [{ ...argument(logHelp.verifyFolder, 'folder'), optional: true }] },
    },
    async () => (await import('./verify-log.ts')).verifyLog,
    logHelp.verifyMore,
  );
