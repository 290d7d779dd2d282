import { readFileSync } from 'node:fs';

/**
 * Whether what started this process is still there. Only npm and npx are watched: they may die of a signal without passing it on
 * (a shell stands between), whereas a terminal may close over a server that was meant to outlive it.
 * @returns a function that says whether the starter has gone
 */
export function watchStarter() {
  if (!process.env.npm_lifecycle_event) return () => false;
  const parent = process.ppid;
  const beyond = isShellOf(parent) ? parentOf(parent) : undefined;
  return () => process.ppid !== parent || (beyond !== undefined && parentOf(parent) !== beyond);
}

/** npm runs a script as `sh -c "…"`; some shells replace themselves by the script, others wait in between. */
function isShellOf(pid) {
  const words = read(`/proc/${pid}/cmdline`)?.split('\0') ?? [];
  return words[1] === '-c' && /(launch\.mjs|suanjian)/.test(words.slice(2).join(' '));
}

function parentOf(pid) {
  // The second field is the command in parentheses and may itself hold spaces or parentheses.
  const fields = read(`/proc/${pid}/stat`)?.split(')').pop()?.trim().split(' ');
  return fields?.[1];
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
