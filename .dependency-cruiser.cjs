/**
 * The rooms and who may import whom. Imports point one way: rulebook ← register ← matters ← contracts, records ← server;
 * the web sees what is pure and what is said over HTTP, never a store.
 */
const room = (path) => `^${path}/`;
const pure = ['packages/rulebook', 'packages/register', 'packages/matters', 'packages/contracts'];
const may = {
  'packages/rulebook': [],
  'packages/register': ['packages/rulebook'],
  'packages/matters': ['packages/rulebook', 'packages/register'],
  'packages/contracts': ['packages/rulebook', 'packages/register', 'packages/matters'],
  'packages/records': ['packages/rulebook', 'packages/register', 'packages/matters'],
  'apps/web': pure,
  'apps/server': [...pure, 'packages/records', 'apps/web'],
  'apps/cli': [...pure, 'packages/records', 'apps/server'],
};
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphan-imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(may).map(([from, allowed]) => ({
      name: `${from.replace('/', '-')}-imports-only-what-is-below`,
      severity: 'error',
      from: { path: room(from) },
      to: { path: '^(packages|apps|bench)/', pathNot: [from, ...allowed].map(room) },
    })),
    {
      name: 'the-pure-rooms-touch-no-world',
      comment: 'rulebook, register, matters and contracts run in a browser too: no files, no network, no database',
      severity: 'error',
      from: { path: pure.map(room), pathNot: '\\.test\\.ts$|/testing/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'a-matter-knows-no-other-matter-folder',
      comment: 'A matter is one folder; what two of them share lives in the engine or in common/',
      severity: 'error',
      from: { path: '^packages/matters/src/matters/([^/]+)/' },
      to: {
        path: '^packages/matters/src/matters/',
        pathNot: ['^packages/matters/src/matters/$1/', '/definition\\.ts$', '^packages/matters/src/matters/common/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
