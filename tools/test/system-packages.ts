import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { runCommand } from './command.ts';
import { findChromium } from './chromium.ts';
import type { StepContext } from './step.ts';

interface SystemPackage {
  readonly name: string;
  isThere(): boolean;
}

export const CHROMIUM: SystemPackage = { name: 'chromium', isThere: () => findChromium() !== undefined };

export const CHINESE_FONTS: SystemPackage = {
  name: 'fonts-noto-cjk',
  isThere: () => globSync('/usr/share/fonts/**/*{CJK,wqy,SourceHan}*').length > 0,
};

export const POSTGRESQL: SystemPackage = {
  name: 'postgresql',
  isThere: () => globSync(['/usr/lib/postgresql/*/bin/initdb', '/usr/{,local/}bin/initdb']).length > 0,
};

/** Installs with apt what is missing, as root on Debian and its relatives; elsewhere what is there is used. */
export async function provide(packages: readonly SystemPackage[], context: StepContext): Promise<void> {
  const missing = packages.filter((item) => !item.isThere()).map((item) => item.name);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (!context.mayInstall || !isRootOnDebian()) {
    context.say(
      `缺少系统软件包 missing system packages: ${names}（仅在 Debian 上以 root 运行时自动安装 installed only as root on Debian）`,
    );
    return;
  }
  context.say(`正在用 apt 安装系统软件包 installing system packages with apt: ${names}`);
  const failure = await install(missing, context.root);
  if (failure !== undefined) context.say(`安装失败 could not be installed: ${names}\n${failure}`);
}

async function install(names: readonly string[], cwd: string): Promise<string | undefined> {
  const apt = (...args: string[]) =>
    runCommand('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      cwd,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      timeoutMinutes: 6,
    });
  const wanted = ['install', '-y', '--no-install-recommends', ...names];
  if (hasPackageLists() && (await apt(...wanted)).ok) return undefined;
  const update = await apt('update');
  const second = await apt(...wanted);
  return second.ok
    ? undefined
    : [update.ok ? '' : update.output, second.output].join('\n').trim().split('\n').slice(-8).join('\n');
}

function hasPackageLists(): boolean {
  const folder = '/var/lib/apt/lists';
  return existsSync(folder) && readdirSync(folder).some((file) => /_Packages(\.|$)/.test(file));
}

function isRootOnDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
