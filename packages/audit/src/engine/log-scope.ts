import { familyNames, logDatabase, type StoreReader } from '@suanjian/decision-log';
import { text, type EditionId } from '@suanjian/rulebook';
import { AuditFault } from './audit-fault.ts';
import type { Check, CheckValue } from './check.ts';
import type { LogState } from './log-state.ts';
import { partOf } from './part.ts';
import type { KeptDays } from './partials.ts';
import { parametersOf, type LogScope } from './prepare-check.ts';
import { pseudonymPrefixes } from './pseudonym-prefixes.ts';
import { valueInSql } from './template.ts';

/** What was asked for of a run's scope. */
export interface AskedScope {
  readonly session: StoreReader;
  readonly edition: EditionId;
  readonly provider?: string;
  readonly from?: string;
  readonly to?: string;
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, CheckValue>>>>;
  readonly seed: number;
}

/** Period and provider of a run. @throws AuditFault when the log holds nothing there, or several providers and none was chosen */
export const scopeOf = async (audit: AskedScope, state: LogState): Promise<LogScope> => {
  const [first, last] = [state.days[0], state.days.at(-1)];
  if (first === undefined || last === undefined)
    throw new AuditFault(
      text(
        '日志是空的。请先写入记录（suanjian log ingest），或用 suanjian log generate 生成示例。',
        'The log is empty. Ingest records first (suanjian log ingest), or generate some (suanjian log generate).',
      ),
    );
  const from = audit.from ?? first;
  const to = audit.to ?? last;
  if (audit.from !== undefined && audit.to !== undefined && from > to)
    throw new AuditFault(
      text(`起始日 ${from} 在结束日 ${to} 之后。`, `The period begins on ${from}, after its end on ${to}.`),
    );
  if (!state.days.some((day) => day >= from && day <= to))
    throw new AuditFault(
      text(
        `日志在 ${from} 至 ${audit.to ?? '今天'}之间没有记录；记录的日期为 ${first} 至 ${last}。`,
        `The log holds nothing between ${from} and ${audit.to ?? 'now'}; its records are of ${first} to ${last}.`,
      ),
    );
  return { edition: audit.edition, provider: await providerOf(audit), from, to, state, seed: audit.seed };
};

/** What pseudonyms begin with is asked only where a check draws a part of a family's people. */
export const withPrefixes = async (
  { session, parameters }: AskedScope,
  checks: readonly Check[],
  scope: LogScope,
  kept: KeptDays | undefined,
): Promise<LogScope> => {
  const { provider } = scope;
  if (provider === undefined) return scope;
  const drawn = checks.filter(
    (check) => partOf({ check, parameters: parametersOf(check, parameters?.[check.id]), ...scope }).oneIn > 1,
  );
  const names = [...new Set(drawn.flatMap(({ families: [first] }) => (first === undefined ? [] : [first])))];
  const found = await Promise.all(names.map((family) => pseudonymPrefixes(session, family, provider, kept)));
  const known = found.flatMap((prefixes) => prefixes ?? []);
  return known.length === 0 || found.includes(undefined)
    ? scope
    : { ...scope, prefixes: [...new Set(known)].toSorted() };
};

/** At most so many providers are named to whoever must choose one. */
const providersNamed = 20;

/** The least and the greatest name of each family, which the tables' order tells without a look at their rows. */
const outermostProviders = async (session: StoreReader): Promise<readonly string[]> => {
  const each = familyNames.map(
    (family) =>
      `SELECT min(provider) AS least, max(provider) AS greatest FROM ${logDatabase}.${family} HAVING count() > 0`,
  );
  const found = await session.query<{ least: string; greatest: string }>(each.join(' UNION ALL '));
  return [...new Set(found.flatMap(({ least, greatest }) => [least, greatest]))].toSorted();
};

/** The log's providers, or the first of very many, in the order of their names. One that is known costs no more than looking for another. */
const providersOf = async (session: StoreReader): Promise<readonly string[]> => {
  const outermost = await outermostProviders(session);
  if (outermost.length < 2) return outermost;
  const known: string[] = [];
  for (;;) {
    const others = known.length === 0 ? 'true' : `provider NOT IN (${known.map(valueInSql).join(', ')})`;
    const each = familyNames.map((family) => `(SELECT provider FROM ${logDatabase}.${family} WHERE ${others} LIMIT 1)`);
    const found = await session.query<{ provider: string }>(
      `SELECT DISTINCT provider FROM (${each.join(' UNION ALL ')}) ORDER BY provider`,
    );
    known.push(...found.map(({ provider }) => provider));
    if (found.length === 0 || known.length >= providersNamed) return known.toSorted();
  }
};

/** Family after family and no further than the first: tables are sorted by provider, so that nothing is scanned. */
const isInLog = async (session: StoreReader, provider: string): Promise<boolean> => {
  for (const family of familyNames) {
    const found = await session.query(
      `SELECT 1 FROM ${logDatabase}.${family} WHERE provider = {provider:String} LIMIT 1`,
      { parameters: { provider } },
    );
    if (found.length > 0) return true;
  }
  return false;
};

/** The one provider of the log, or the one that was asked for: two services in one test would be judged by their mixture. */
const providerOf = async ({ session, provider }: AskedScope): Promise<string> => {
  if (provider !== undefined && (await isInLog(session, provider))) return provider;
  const known = await providersOf(session);
  const [only] = known;
  const listed = known.slice(0, providersNamed).join(', ');
  if (provider !== undefined)
    throw new AuditFault(
      text(`日志中没有提供者「${provider}」，有：${listed}`, `The log holds no provider “${provider}” but: ${listed}`),
    );
  if (only !== undefined && known.length === 1) return only;
  throw new AuditFault(
    only === undefined
      ? text('日志尚未载入分析库。', 'The log is not loaded into the analytical store yet.')
      : text(
          `日志中有几个提供者，请用 --provider 选择一个：${listed}`,
          `The log holds several providers; choose one with --provider: ${listed}`,
        ),
  );
};
