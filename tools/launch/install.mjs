import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { manifestHash, matchesLock } from './manifest.mjs';
import { Refusal, say } from './words.mjs';

const STAMP = 'node_modules/.suanjian-installed';

/** Makes `node_modules` what package-lock.json asks for; does nothing when it is already. */
export async function ensureInstalled(root) {
  const hash = manifestHash(root);
  if (readStamp(root) === hash) return;
  if (!matchesLock(root)) {
    say({ zh: '正在安装依赖（约半分钟）……', en: 'Installing the dependencies (about half a minute)…' });
    const start = performance.now();
    await runNpmCi(root);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    say({ zh: `依赖已安装，用时 ${seconds} 秒。`, en: `Dependencies installed in ${seconds} s.` });
  }
  writeStamp(root, hash);
}

function readStamp(root) {
  const path = join(root, STAMP);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

function writeStamp(root, hash) {
  try {
    writeFileSync(join(root, STAMP), `${hash}\n`);
  } catch (error) {
    // An installation that only root may write serves other users all the same; they compare with npm's account each time.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}

function runNpmCi(root) {
  const [command, ...before] = npmCommand(root);
  const args = [...before, 'ci', '--ignore-scripts', '--include=dev', '--include=optional'];
  // Errors only: the machine's Node is older than some packages ask for, and it is not the one that will run them.
  args.push('--loglevel=error', '--no-audit', '--no-fund', '--no-progress');
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, PATH: outsidePath(root) },
      shell: process.platform === 'win32' && before.length === 0,
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.once('error', (error) => reject(explain(error.message)));
    child.once('close', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      if (code === 0) resolve();
      else if (signal === 'SIGINT' || signal === 'SIGTERM') reject(interrupted());
      else reject(explain(errors));
    });
  });
}

/**
 * npm and the Node that runs it, both from outside `node_modules`: `npm run` puts `node_modules/.bin` first, where the pinned Node
 * lies, and `npm ci` removes that folder while it works.
 */
function npmCommand(root) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (!npm || !/npm-cli\.c?js$/.test(npm) || !existsSync(npm)) return ['npm'];
  return [node && existsSync(node) && !isInside(root, node) ? node : 'node', npm];
}

function isInside(root, path) {
  return realpathSync(path).startsWith(join(realpathSync(root), 'node_modules') + sep);
}

function outsidePath(root) {
  const inside = join(root, 'node_modules') + sep;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(inside))
    .join(delimiter);
}

function interrupted() {
  return new Refusal({
    zh: '安装已中断，下次启动时会重新安装。',
    en: 'The installation was interrupted; the next start begins it anew.',
  });
}

const CAUSES = [
  {
    signs: /EACCES|EPERM|EROFS/,
    zh: '无法安装依赖：没有写入权限或文件系统只读。请检查项目文件夹和 npm 缓存的权限。',
    en: 'The dependencies cannot be installed: no permission to write, or a read-only file system. Check the project folder and the npm cache.',
  },
  {
    signs: /ENOSPC/,
    zh: '无法安装依赖：磁盘空间不足。',
    en: 'The dependencies cannot be installed: the disk is full.',
  },
  {
    signs: /EUSAGE|Missing: .* from lock file/,
    zh: '无法安装依赖：package.json 与 package-lock.json 不一致。请运行 npm install 后重试。',
    en: 'The dependencies cannot be installed: package.json and package-lock.json disagree. Run npm install, then try again.',
  },
  {
    signs: /ENOENT.*npm|spawn npm/,
    zh: '无法安装依赖：找不到 npm。请安装带有 npm 的 Node。',
    en: 'The dependencies cannot be installed: npm was not found. Install a Node that brings npm.',
  },
  {
    signs:
      /ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|CERT|code E[45]\d\d|ETARGET|ENOVERSIONS/,
    zh: '无法安装依赖：软件包仓库无法访问或没有所需的软件包。请检查网络、代理与 npm 配置（npm config get registry）。',
    en: 'The dependencies cannot be installed: the package registry cannot be reached or does not have them. Check the network, the proxy and npm’s settings (npm config get registry).',
  },
];

function explain(output) {
  const unknown = {
    zh: '无法安装依赖，npm 的说明如下。',
    en: 'The dependencies cannot be installed; this is what npm says.',
  };
  return new Refusal(
    CAUSES.find(({ signs }) => signs.test(output)) ?? unknown,
    output.trim().split('\n').slice(0, 20).join('\n'),
  );
}
