import { join } from 'node:path';

/**
 * Where Node keeps what it has compiled of the project, for the many processes that tests start: a server loads in half the time. Beside the
 * images of stores, and found again by the content of each file.
 */
export const compileCache = (root: string): Readonly<Record<string, string>> => ({
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/suanjian-test/compiled'),
});
