import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { InlineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const packages = join(here, '../../packages');
const workspaceEntry = join(here, 'src/workspace/main.tsx');

/** Where the built files stand; see {@link ensureBuilt}. */
export const distDirectory = join(here, 'dist');

const pureRooms = ['rulebook', 'register', 'matters', 'contracts'];
const sourceFile = /\.(?:tsx?|css|html|json|svg)$/;

const filesUnder = async (folder: string): Promise<string[]> => {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && sourceFile.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name));
};

/** Changes whenever a source, or a version that is built with, changes. Reads no contents: fresh must be quick. */
const stampOfSources = async (): Promise<string> => {
  const listed = await Promise.all([
    filesUnder(join(here, 'src')),
    ...pureRooms.map((room) => filesUnder(join(packages, room, 'src'))),
  ]);
  const files = [
    ...listed.flat().sort(),
    join(here, 'build.ts'),
    join(here, 'package.json'),
    join(here, 'workspace.html'),
  ];
  const facts = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(facts.join('\n')).digest('hex');
};

const readStamp = async (): Promise<string | undefined> => {
  try {
    return await readFile(join(distDirectory, 'stamp'), 'utf8');
  } catch {
    return undefined;
  }
};

/** The public pages as one module without dependencies, so that Node runs no `.tsx` and React is its production build. */
const publicPages = (outDir: string): InlineConfig => ({
  build: {
    ssr: join(here, 'src/public/index.tsx'),
    outDir: join(outDir, 'public'),
    rolldownOptions: { output: { entryFileNames: 'pages.js', codeSplitting: false } },
  },
  ssr: { noExternal: true },
});

const browserFiles = (outDir: string, withWorkspace: boolean): InlineConfig => ({
  build: {
    outDir,
    emptyOutDir: false,
    manifest: 'manifest.json',
    // Small images and fonts stay files: the content security policy allows no data: address.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        site: join(here, 'src/styles/site.css'),
        ...(withWorkspace ? { workspace: join(here, 'workspace.html') } : {}),
      },
    },
  },
});

export interface BuildOptions {
  readonly outDir: string;
  /** The signed-in part; left out when only the public pages are wanted. */
  readonly withWorkspace: boolean;
}

/** Writes `public/pages.js`, `assets/…` (compressed ones beside them), `manifest.json` and, with the workspace, `workspace.html`. */
export const buildWeb = async ({ outDir, withWorkspace }: BuildOptions): Promise<void> => {
  const [{ build }, { default: react }, { default: tailwindcss }] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-react'),
    import('@tailwindcss/vite'),
  ]);
  const common: InlineConfig = {
    configFile: false,
    root: here,
    mode: 'production',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [react(), tailwindcss()],
  };
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ ...common, ...publicPages(outDir) });
    await build({ ...common, ...browserFiles(outDir, withWorkspace) });
    await compressAssets(join(outDir, 'assets'));
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
  }
};

/** Smaller files gain nothing worth a second file. */
const worthCompressing = 2048;
/** Of the eleven the last two take ten times as long for a few hundredths. */
const brotliQuality = 9;

/** A file beside each script and stylesheet for browsers that take it compressed: done once here, it need not be done for every visitor. */
const compressAssets = async (folder: string): Promise<void> => {
  const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];
  for (const name of await readdir(folder)) {
    if (!/\.(?:js|css|svg)$/u.test(name)) continue;
    const content = await readFile(join(folder, name));
    if (content.length < worthCompressing) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
    await writeFile(join(folder, `${name}.br`), await brotli(content, { params }));
    await writeFile(join(folder, `${name}.gz`), await gzipped(content, { level: constants.Z_BEST_COMPRESSION }));
  }
};

/** Another process may be doing the same at this moment; then its build, of the same sources, is as good. */
const replaceDist = async (building: string, old: string): Promise<void> => {
  try {
    if (existsSync(distDirectory)) await rename(distDirectory, old);
    await rename(building, distDirectory);
  } catch (error) {
    if (!existsSync(join(distDirectory, 'stamp'))) throw error;
  }
};

/**
 * Builds public pages, stylesheet and workspace into `dist/` when a source changed since the last build; otherwise returns at once.
 * The new build takes the place of the old in one step, so that two processes that build at the same time do not disturb each other.
 */
export const ensureBuilt = async (): Promise<void> => {
  const stamp = await stampOfSources();
  if ((await readStamp()) === stamp) return;
  const building = join(here, `.building-${process.pid}`);
  const old = `${building}-old`;
  await rm(building, { recursive: true, force: true });
  await mkdir(building);
  try {
    await buildWeb({ outDir: building, withWorkspace: existsSync(workspaceEntry) });
    await writeFile(join(building, 'stamp'), stamp);
    await replaceDist(building, old);
  } finally {
    await rm(building, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await ensureBuilt();
