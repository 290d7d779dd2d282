import { buildApplication, buildRouteMap, type Application } from '@stricli/core';
import type { Language } from '@suanjian/rulebook';
import { commandKit, type SuanjianContext } from './command-kit.ts';
import { logRoutes, verifyLogRoute } from './commands/log.ts';
import { exitCodeOf } from './fault.ts';
import type { Terminal } from './terminal.ts';
import { frameText } from './texts/frame.ts';
import { help } from './texts/help.ts';
import { auditHelp } from './texts/audit.ts';
import { releaseTexts } from './texts/release.ts';
import { siteCheckTexts } from './texts/site-check.ts';
import type { AdminCreateFlags } from './commands/admin.ts';
import type { AuditFlags } from './commands/audit.ts';
import type { CalendarFlags } from './commands/calendar.ts';
import type { ClauseFlags, DeadlineFlags } from './commands/rulebook.ts';
import type { ExportFlags, ImportFlags } from './commands/register.ts';
import type { GuideFlags } from './commands/guide.ts';
import type { DoFlags, KindsFlags, ListFlags, OpenFlags, ShowFlags } from './commands/matter.ts';
import type { NumberFlags } from './commands/number.ts';
import type { SignFlags, VerifyReleaseFlags } from './commands/release.ts';
import type { SiteCheckFlags } from './commands/site-check.ts';
import type { ServeFlags } from './commands/serve.ts';
import type { VerifyFlags } from './commands/verify.ts';

const version = async (): Promise<string> => {
  const { readFile } = await import('node:fs/promises');
  const manifest: unknown = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
};

export const buildSuanjian = (
  language: Language,
  environment: Terminal['environment'],
): Application<SuanjianContext> => {
  const kit = commandKit(language);
  const { words, optional, needed, count, several, onOff, choice, argument, map, command } = kit;

  const dataDir = optional(help.dataDir, 'folder');
  const json = onOff(help.json);
  const person = {
    as: optional(help.as, 'email'),
    passwordStdin: onOff(help.passwordStdin),
    code: optional(help.code, 'digits'),
    organisation: optional(help.actFor, 'id'),
  } as const;

  const root = buildRouteMap<string, SuanjianContext>({
    docs: { brief: words(help.root), fullDescription: `${words(help.root)}\n${words(help.rootMore)}` },
    routes: {
      serve: command<ServeFlags>(
        help.serve,
        {
          flags: {
            empty: onOff(help.empty),
            demoIfEmpty: onOff(help.demoIfEmpty),
            port: count(help.port, 'port'),
            host: optional(help.host, 'address'),
            dataDir,
          },
        },
        async () => (await import('./commands/serve.ts')).serve,
      ),
      audit: command<AuditFlags, [string?]>(
        auditHelp.audit,
        {
          flags: {
            log: onOff(auditHelp.log),
            edition: optional(auditHelp.edition, 'edition'),
            check: several(auditHelp.check, 'check'),
            from: optional(auditHelp.from, 'day'),
            to: optional(auditHelp.to, 'day'),
            provider: optional(auditHelp.provider, 'provider'),
            json: optional(auditHelp.json, 'file'),
            html: optional(auditHelp.html, 'file'),
            bundle: optional(auditHelp.bundle, 'file'),
            filing: optional(auditHelp.filing, 'number'),
            traitKey: optional(auditHelp.traitKey, 'file'),
            rerun: optional(auditHelp.rerun, 'report'),
            explain: optional(auditHelp.explain, 'id'),
            pack: several(auditHelp.pack, 'folder'),
            testPack: optional(auditHelp.testPack, 'folder'),
            runsPerYear: count(auditHelp.runsPerYear),
            seed: count(auditHelp.seed),
            everything: onOff(auditHelp.everything),
            afresh: onOff(auditHelp.afresh),
            dataDir,
          },
          positional: {
            kind: 'tuple',
            parameters: [{ ...argument(auditHelp.mapping, 'mapping'), optional: true }],
          },
        },
        async () => (await import('./commands/audit.ts')).audit,
      ),
      log: logRoutes(kit),
      deadline: command<DeadlineFlags>(
        help.deadline,
        {
          flags: {
            clause: needed(help.clauseFlag, 'clause'),
            event: needed(help.event, 'date'),
            deadline: optional(help.deadlineName, 'name'),
            edition: optional(help.edition, 'edition'),
            json,
            dataDir,
          },
        },
        async () => (await import('./commands/rulebook.ts')).deadline,
      ),
      clause: command<ClauseFlags, [string]>(
        help.clause,
        { flags: { json }, positional: { kind: 'tuple', parameters: [argument(help.reference, 'clause')] } },
        async () => (await import('./commands/rulebook.ts')).showClause,
      ),
      number: command<NumberFlags, [string]>(
        help.number,
        { flags: { json }, positional: { kind: 'tuple', parameters: [argument(help.numberText, 'number')] } },
        async () => (await import('./commands/number.ts')).explainNumber,
      ),
      guide: command<GuideFlags>(
        help.guide,
        { flags: { answers: optional(help.answers, 'answers'), json } },
        async () => (await import('./commands/guide.ts')).guide,
      ),
      import: map(help.import, {
        register: command<ImportFlags, [string]>(
          help.importRegister,
          {
            flags: { json, dataDir },
            positional: { kind: 'tuple', parameters: [argument(help.registerFile, 'file')] },
          },
          async () => (await import('./commands/register.ts')).importTable,
        ),
      }),
      export: map(help.export, {
        register: command<ExportFlags>(
          help.exportRegister,
          {
            flags: {
              format: { kind: 'enum', values: ['csv', 'jsonl', 'parquet'], brief: words(help.format) },
              output: optional(help.outputFile, 'file'),
              dataDir,
            },
          },
          async () => (await import('./commands/register.ts')).exportRegister,
        ),
      }),
      calendar: map(help.calendar, {
        import: command<CalendarFlags, [string]>(
          help.calendarImport,
          {
            flags: { json, dataDir },
            positional: { kind: 'tuple', parameters: [argument(help.calendarFile, 'file')] },
          },
          async () => (await import('./commands/calendar.ts')).importCalendar,
        ),
      }),
      release: map(releaseTexts.release, {
        sign: command<SignFlags>(
          releaseTexts.sign,
          {
            flags: {
              edition: optional(releaseTexts.edition, 'edition'),
              pack: optional(releaseTexts.pack, 'folder'),
              name: optional(releaseTexts.name, 'name'),
              version: needed(releaseTexts.version, 'version'),
              key: needed(releaseTexts.key, 'file'),
              output: needed(releaseTexts.output, 'file'),
            },
          },
          async () => (await import('./commands/release.ts')).signOne,
        ),
        verify: command<VerifyReleaseFlags, [string]>(
          releaseTexts.verify,
          {
            flags: { vkey: needed(releaseTexts.vkey, 'key'), pack: optional(releaseTexts.pack, 'folder') },
            positional: { kind: 'tuple', parameters: [argument(releaseTexts.file, 'file')] },
          },
          async () => (await import('./commands/release.ts')).verifyOne,
        ),
      }),
      verify: map(help.verify, {
        log: verifyLogRoute(kit),
        matters: command<VerifyFlags>(
          help.verifyMatters,
          { flags: { json, dataDir } },
          async () => (await import('./commands/verify.ts')).verifyAllMatters,
        ),
      }),
      siteCheck: map(siteCheckTexts.siteCheck, {
        run: command<SiteCheckFlags>(
          siteCheckTexts.run,
          { flags: { filing: optional(siteCheckTexts.filing, 'number'), json, dataDir } },
          async () => (await import('./commands/site-check.ts')).runSiteChecks,
        ),
      }),
      admin: map(help.admin, {
        create: command<AdminCreateFlags>(
          help.adminCreate,
          {
            flags: {
              email: needed(help.email, 'email'),
              name: needed(help.personName, 'name'),
              organisation: optional(help.organisation, 'name'),
              kind: choice(help.kind, ['provider', 'office', 'industry-body'] as const),
              level: choice(help.level, ['nation', 'province', 'city'] as const),
              place: optional(help.place, 'code'),
              department: optional(help.department, 'name'),
              roles: optional(help.roles, 'roles'),
              passwordStdin: onOff(help.passwordStdin),
              json,
              dataDir,
            },
          },
          async () => (await import('./commands/admin.ts')).createAccount,
        ),
      }),
      matter: map(help.matter, {
        kinds: command<KindsFlags>(
          help.matterKinds,
          { flags: { json } },
          async () => (await import('./commands/matter-kinds.ts')).listKinds,
        ),
        open: command<OpenFlags, [string]>(
          help.matterOpen,
          {
            flags: {
              input: optional(help.input, 'file'),
              parent: optional(help.parent, 'id'),
              reason: optional(help.reason, 'words'),
              json,
              dataDir,
              ...person,
            },
            positional: { kind: 'tuple', parameters: [argument(help.matterKind, 'kind')] },
          },
          async () => (await import('./commands/matter.ts')).openMatter,
        ),
        do: command<DoFlags, [string, string, string]>(
          help.matterDo,
          {
            flags: {
              input: optional(help.input, 'file'),
              reason: optional(help.reason, 'words'),
              json,
              dataDir,
              ...person,
            },
            positional: {
              kind: 'tuple',
              parameters: [
                argument(help.matterKind, 'kind'),
                argument(help.matterId, 'id'),
                argument(help.matterCommand, 'command'),
              ],
            },
          },
          async () => (await import('./commands/matter.ts')).giveCommand,
        ),
        show: command<ShowFlags, [string, string]>(
          help.matterShow,
          {
            flags: { unseal: optional(help.unseal, 'kinds'), json, dataDir, ...person },
            positional: {
              kind: 'tuple',
              parameters: [argument(help.matterKind, 'kind'), argument(help.matterId, 'id')],
            },
          },
          async () => (await import('./commands/matter.ts')).showMatter,
        ),
        list: command<ListFlags>(
          help.matterList,
          {
            flags: {
              kind: optional(help.matterKind, 'kinds'),
              status: optional(help.status, 'states'),
              q: optional(help.query, 'words'),
              open: onOff(help.open),
              page: count(help.page),
              json,
              dataDir,
              ...person,
            },
          },
          async () => (await import('./commands/matter.ts')).listMatters,
        ),
      }),
    },
  });

  return buildApplication<SuanjianContext>(root, {
    name: 'suanjian',
    versionInfo: { getCurrentVersion: version },
    scanner: { caseStyle: 'allow-kebab-for-camel' },
    documentation: { caseStyle: 'convert-camel-to-kebab', disableAnsiColor: (environment['NO_COLOR'] ?? '') !== '' },
    localization: { text: frameText(language, (environment['SUANJIAN_DEBUG'] ?? '') !== '') },
    determineExitCode: exitCodeOf,
  });
};
