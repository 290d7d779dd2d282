import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** The folders with a package.json: the root ('') and its workspaces. */
function packageFolders(root) {
  const { workspaces = [] } = readJson(join(root, 'package.json'));
  const folders = workspaces.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const above = pattern.slice(0, -2);
    return existsSync(join(root, above)) ? readdirSync(join(root, above)).map((name) => `${above}/${name}`) : [];
  });
  return ['', ...folders.filter((folder) => existsSync(join(root, folder, 'package.json'))).sort()];
}

/** One hash over the lock file and every package.json: when it changes, what is installed has to be looked at again. */
export function manifestHash(root) {
  const hash = createHash('sha256');
  for (const folder of packageFolders(root)) {
    hash.update(`${folder}\n`).update(readFileSync(join(root, folder, 'package.json')));
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

/**
 * Whether `node_modules` already holds what the lock file asks for, by npm's own account of what it installed: someone may have run
 * `npm ci` or `npm install` without the launcher.
 */
export function matchesLock(root) {
  const installed = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  if (!installed || !wanted) return false;
  const manifestsAgree = packageFolders(root).every((folder) => {
    const manifest = readJson(join(root, folder, 'package.json'));
    return KINDS.every((kind) => sameRecord(manifest[kind], wanted[folder]?.[kind]));
  });
  const lockIsThere = Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found || !existsSync(join(root, path))) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version && (!entry.integrity || found.integrity === entry.integrity);
  });
  return manifestsAgree && lockIsThere && Object.keys(installed).every((path) => path in wanted);
}

function sameRecord(left = {}, right = {}) {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
