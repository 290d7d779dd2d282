import {
  buildApplication,
  buildCommand,
  buildRouteMap,
  type Application,
  type ApplicationContext,
  type TypedCommandParameters,
  type Command,
} from '@stricli/core';
import type { Language, Text } from '@suanjian/rulebook';
import { exitCodeOf } from './fault.ts';
import type { Terminal } from './terminal.ts';
import { frameText } from './texts/frame.ts';
import { help } from './texts/help.ts';
import { auditHelp } from './texts/audit.ts';
import type { AdminCreateFlags } from './commands/admin.ts';
import type { AuditFlags } from './commands/audit.ts';
import type { CalendarFlags } from './commands/calendar.ts';
import type { ClauseFlags, DeadlineFlags } from './commands/rulebook.ts';
import type { ExportFlags, ImportFlags } from './commands/register.ts';
import type { GuideFlags } from './commands/guide.ts';
import type { DoFlags, KindsFlags, ListFlags, OpenFlags, ShowFlags } from './commands/matter.ts';
import type { NumberFlags } from './commands/number.ts';
import type { ServeFlags } from './commands/serve.ts';
import type { VerifyFlags } from './commands/verify.ts';

export interface SuanjianContext extends ApplicationContext {
  readonly terminal: Terminal;
}

type Work<Flags, Args extends readonly unknown[]> = (terminal: Terminal, flags: Flags, ...args: Args) => Promise<void>;

/** A command whose module is loaded when it is given: `--help` and small commands start without the server. */
const command = <Flags extends Readonly<Partial<Record<keyof Flags, unknown>>>, Args extends readonly unknown[] = []>(
  brief: string,
  parameters: TypedCommandParameters<Flags, Args, SuanjianContext>,
  load: () => Promise<Work<Flags, Args>>,
): Command<SuanjianContext> =>
  buildCommand<Flags, Args, SuanjianContext>({
    docs: { brief },
    parameters,
    loader: async () => {
      const work = await load();
      return function (this: SuanjianContext, flags: Flags, ...args: Args) {
        return work(this.terminal, flags, ...args);
      };
    },
  });

const asIs = (value: string): string => value;

const wholeNumber = (value: string): number => {
  if (!/^\d{1,9}$/.test(value)) throw new SyntaxError(value);
  return Number(value);
};

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
  const words = (text: Text): string => text[language];
  const optional = (text: Text, placeholder = 'value') =>
    ({ kind: 'parsed', parse: asIs, brief: words(text), optional: true, placeholder }) as const;
  const needed = (text: Text, placeholder = 'value') =>
    ({ kind: 'parsed', parse: asIs, brief: words(text), placeholder }) as const;
  const count = (text: Text, placeholder = 'number') =>
    ({ kind: 'parsed', parse: wholeNumber, brief: words(text), optional: true, placeholder }) as const;
  const several = (text: Text, placeholder: string) =>
    ({ kind: 'parsed', parse: asIs, brief: words(text), optional: true, variadic: true, placeholder }) as const;
  const onOff = (text: Text) => ({ kind: 'boolean', brief: words(text), default: false, withNegated: false }) as const;
  const choice = <Value extends string>(text: Text, values: readonly Value[]) =>
    ({ kind: 'enum', values, brief: words(text), optional: true }) as const;
  const argument = (text: Text, placeholder: string) => ({ parse: asIs, brief: words(text), placeholder }) as const;
  const map = (brief: Text, routes: Readonly<Record<string, Command<SuanjianContext>>>) =>
    buildRouteMap<string, SuanjianContext>({ routes, docs: { brief: words(brief) } });

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
        words(help.serve),
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
        words(auditHelp.audit),
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
            rerun: optional(auditHelp.rerun, 'report'),
            explain: optional(auditHelp.explain, 'id'),
            pack: several(auditHelp.pack, 'folder'),
            testPack: optional(auditHelp.testPack, 'folder'),
            runsPerYear: count(auditHelp.runsPerYear),
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
      deadline: command<DeadlineFlags>(
        words(help.deadline),
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
        words(help.clause),
        { flags: { json }, positional: { kind: 'tuple', parameters: [argument(help.reference, 'clause')] } },
        async () => (await import('./commands/rulebook.ts')).showClause,
      ),
      number: command<NumberFlags, [string]>(
        words(help.number),
        { flags: { json }, positional: { kind: 'tuple', parameters: [argument(help.numberText, 'number')] } },
        async () => (await import('./commands/number.ts')).explainNumber,
      ),
      guide: command<GuideFlags>(
        words(help.guide),
        { flags: { answers: optional(help.answers, 'answers'), json } },
        async () => (await import('./commands/guide.ts')).guide,
      ),
      import: map(help.import, {
        register: command<ImportFlags, [string]>(
          words(help.importRegister),
          {
            flags: { json, dataDir },
            positional: { kind: 'tuple', parameters: [argument(help.registerFile, 'file')] },
          },
          async () => (await import('./commands/register.ts')).importTable,
        ),
      }),
      export: map(help.export, {
        register: command<ExportFlags>(
          words(help.exportRegister),
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
          words(help.calendarImport),
          {
            flags: { json, dataDir },
            positional: { kind: 'tuple', parameters: [argument(help.calendarFile, 'file')] },
          },
          async () => (await import('./commands/calendar.ts')).importCalendar,
        ),
      }),
      verify: map(help.verify, {
        matters: command<VerifyFlags>(
          words(help.verifyMatters),
          { flags: { json, dataDir } },
          async () => (await import('./commands/verify.ts')).verifyAllMatters,
        ),
      }),
      admin: map(help.admin, {
        create: command<AdminCreateFlags>(
          words(help.adminCreate),
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
          words(help.matterKinds),
          { flags: { json } },
          async () => (await import('./commands/matter-kinds.ts')).listKinds,
        ),
        open: command<OpenFlags, [string]>(
          words(help.matterOpen),
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
          words(help.matterDo),
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
          words(help.matterShow),
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
          words(help.matterList),
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
