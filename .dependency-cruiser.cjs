/**
 * The rooms and who may import whom. Imports point one way: rulebook ← register ← matters ← contracts, records ← server;
 * rulebook ← matters ← documents (papers as PDF and DOCX) ← server;
 * rulebook ← evidence ← decision-log ← audit run at the provider, without the server; the server reads what they sign (evidence, result
 * bundles) and nothing else of theirs; the web sees what is pure and what is said over HTTP, never a store.
 */
const room = (path) => `^${path}/`;
const pure = ['packages/rulebook', 'packages/register', 'packages/matters', 'packages/contracts'];
const provider = ['packages/evidence', 'packages/decision-log', 'packages/audit'];
const may = {
  'packages/rulebook': [],
  'packages/register': ['packages/rulebook'],
  'packages/matters': ['packages/rulebook', 'packages/register'],
  'packages/documents': ['packages/rulebook', 'packages/matters'],
  'packages/contracts': ['packages/rulebook', 'packages/register', 'packages/matters'],
  'packages/records': ['packages/rulebook', 'packages/register', 'packages/matters'],
  'packages/evidence': ['packages/rulebook'],
  'packages/decision-log': ['packages/rulebook', 'packages/evidence'],
  'packages/audit': ['packages/rulebook', 'packages/evidence', 'packages/decision-log'],
  'apps/web': pure,
  // Its tests start the real stack, on a store that is made once for all of them.
  'apps/web/browser': ['apps/web', ...pure, 'packages/records/src/testing'],
  'apps/server': [
    ...pure,
    'packages/evidence',
    'packages/audit/src/bundle',
    'packages/audit/src/monitoring',
    'packages/records',
    'packages/documents',
    'apps/web',
  ],
  'apps/cli': [...pure, ...provider, 'packages/records', 'packages/documents', 'apps/server'],
};
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphan-imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(may).map(([from, allowed]) => ({
      name: `${from.replaceAll('/', '-')}-imports-only-what-is-below`,
      severity: 'error',
      from: {
        path: room(from),
        pathNot: Object.keys(may)
          .filter((inner) => inner.startsWith(`${from}/`))
          .map(room),
      },
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
      name: 'evidence-only-hashes-and-signs',
      comment: 'the core of evidence is verified offline and anywhere: hashing and signing, no files, no network',
      severity: 'error',
      from: { path: room('packages/evidence'), pathNot: '\\.test\\.ts$|/testing/|/vectors/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'a-method-knows-no-other-method',
      comment: 'A method is one folder; what two of them share lives in methods/common or in statistics',
      severity: 'error',
      from: { path: '^packages/audit/src/methods/(?!common|testing)([^/]+)/' },
      to: { path: '^packages/audit/src/methods/[^/]+/', pathNot: ['^packages/audit/src/methods/($1|common|testing)/'] },
    },
    {
      name: 'a-check-knows-no-other-check',
      comment: 'A check is one folder; what two of them share lives in checks/common',
      severity: 'error',
      from: { path: '^packages/audit/src/checks/(?!common|testing)([^/]+)/' },
      to: { path: '^packages/audit/src/checks/[^/]+/', pathNot: ['^packages/audit/src/checks/($1|common|testing)/'] },
    },
    {
      name: 'a-matter-knows-no-other-matter-folder',
      comment: 'A matter is one folder; what two of them share lives in the engine or in common/',
      severity: 'error',
      from: { path: '^packages/matters/src/matters/([^/]+)/', pathNot: '(\\.test|/walk)\\.ts$' },
      to: {
        path: '^packages/matters/src/matters/',
        pathNot: ['^packages/matters/src/matters/$1/', '/definition\\.ts$', '^packages/matters/src/matters/common/'],
      },
    },
    {
      name: 'a-matter-is-tested-with-no-more-of-another-than-its-examples',
      comment: 'Where two matters meet, a test opens the other one with the example that stands in its folder',
      severity: 'error',
      from: { path: '^packages/matters/src/matters/([^/]+)/.*(\\.test|walk)\\.ts$' },
      to: {
        path: '^packages/matters/src/matters/',
        pathNot: [
          '^packages/matters/src/matters/$1/',
          '/definition\\.ts$',
          '/examples\\.ts$',
          '^packages/matters/src/matters/common/',
        ],
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
