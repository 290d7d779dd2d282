/** Brings the pages up to date with their sources. Apart from the server itself: what only serves need not load a bundler. */
export { ensureBuilt } from '@suanjian/web/build';
