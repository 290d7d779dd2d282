import { checks as builtIn, explainCheck, explainMethod, methodOf, methods, type Check } from '@suanjian/audit';
import { usageFault } from '../../fault.ts';
import { table, type Terminal } from '../../terminal.ts';
import { auditTexts } from '../../texts/audit.ts';

/** Prints what a check or a method asks and how it decides, or the list of all of them. @throws CliFault when there is none of that name */
export const explain = ({ output, language }: Terminal, id: string, checks: readonly Check[] = builtIn): void => {
  const write = (lines: readonly string[]): void => void output.write(`${lines.join('\n')}\n`);
  if (id === 'list') {
    const rows = (all: readonly { readonly id: string; readonly title: Check['title'] }[]): string =>
      table(all.map((entry) => [`  ${entry.id}`, entry.title[language]]));
    write([
      ...(checks.length === 0 ? [] : [auditTexts.checks[language], rows(checks), '']),
      auditTexts.methods[language],
      rows(methods),
    ]);
    return;
  }
  const check = checks.find((candidate) => candidate.id === id);
  const method = methodOf(check?.method ?? id);
  if (method === undefined) throw usageFault(auditTexts.nothingToExplain(id, near(id, checks)));
  write(check === undefined ? explainMethod(method, language) : explainCheck(check, method, language));
};

/** Ids that share a word with what was asked. */
const near = (id: string, checks: readonly Check[]): readonly string[] => {
  const words = id
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word.length > 2);
  return [...checks, ...methods]
    .map((entry) => entry.id)
    .filter((known) => words.some((word) => known.includes(word)))
    .slice(0, 5);
};
