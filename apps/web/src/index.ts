import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Public from './public/index.tsx';

export type { PublicPages } from './public/index.tsx';
export type { PageContext } from './public/shell/context.ts';
export type { FollowedMatterModel, FollowedStep } from './public/pages/followed-matter.tsx';
export type { FormAttempt } from './public/pages/form-fields.tsx';
export type { RecordPageModel } from './public/pages/record.tsx';
export type { ReportAttempt } from './public/pages/record-report.tsx';
export type { Endpoint } from './public/pages/api.tsx';
export type { GuidePageModel } from './public/pages/guide.tsx';
export type { MessageModel, SecondFactorModel, SignInModel } from './public/pages/sign-in.tsx';

export { findGuidance, findTraining, guidancePages } from './texts/guidance/index.ts';

/** The built files: `public/pages.js`, `assets/…`, `workspace.html`. `ensureBuilt` of `@suanjian/web/build` makes them. */
export const webDirectory = fileURLToPath(new URL('../dist/', import.meta.url));

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
}

/** An entry of its own, or what comes with a script when the workspace imports the same stylesheet. */
const stylesheetIn = (manifest: Readonly<Record<string, ManifestEntry>>): string => {
  const entry = manifest['src/styles/site.css'];
  const file = [entry?.file, ...(entry?.css ?? [])].find((name) => name?.endsWith('.css'));
  if (file === undefined) throw new Error('the built manifest names no stylesheet; build the web application again');
  return `/${file}`;
};

/** The public pages as built, ready to render. @throws when nothing has been built. */
export const loadPages = async (): Promise<Public.PublicPages> => {
  const manifest = JSON.parse(await readFile(join(webDirectory, 'manifest.json'), 'utf8')) as Record<
    string,
    ManifestEntry
  >;
  const built = (await import(pathToFileURL(join(webDirectory, 'public/pages.js')).href)) as typeof Public;
  return built.createPages({ stylesheet: stylesheetIn(manifest) });
};
