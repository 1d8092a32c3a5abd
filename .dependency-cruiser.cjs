/**
 * Who may import whom: the table of docs/architecture. Package `exports` keep the rest apart; that contract imports match a plugin's
 * `requires` is judged by `loctelli check` itself, because it reads the manifests.
 */
const test = '\\.test\\.tsx?$';
const built = '^(dist|node_modules|prisma/build)/';

/** A plugin's own folder is `$1`; everything below `plugins/` that is not is somebody else's. */
const otherPlugins = '^plugins/(?!$1/)';

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', comment: 'Two files that need each other are one thing in two places: move what both need into a third.', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'core-knows-no-plugin', severity: 'error', comment: 'The kernel offers events, slots and lists; it never names a plugin. The command line may start an app.', from: { path: '^core/', pathNot: [test, '^core/cli/'] }, to: { path: '^(plugins|apps)/' } },
    { name: 'contract-runs-anywhere', severity: 'error', comment: 'core/contract is read by server, web and tests alike: zod and nothing else.', from: { path: '^core/contract/', pathNot: test }, to: { pathNot: ['^core/contract/', '^(core/)?node_modules/zod/'] } },
    { name: 'server-without-web', severity: 'error', comment: 'What both need belongs into core/contract.', from: { path: '^core/server/', pathNot: test }, to: { path: '^core/(web|cli|testing)/' } },
    { name: 'web-without-server', severity: 'error', comment: 'What both need belongs into core/contract.', from: { path: '^core/web/', pathNot: test }, to: { path: ['^core/(server|cli|testing)/', '^prisma/'] } },
    { name: 'plugin-contract', severity: 'error', comment: 'A contract is read by other plugins: it may import core/contract and contracts, and nothing that runs only on one side.', from: { path: '^plugins/([^/]+)/contract(\\.ts$|/)' }, to: { path: '^(core/(?!contract/)|plugins/|apps/|prisma/)', pathNot: ['^plugins/[^/]+/contract\\.ts$', '^plugins/$1/contract/'] } },
    { name: 'plugin-meets-contracts-only', severity: 'error', comment: 'Of another plugin only contract.ts may be imported; the rest is its own business.', from: { path: '^plugins/([^/]+)/', pathNot: test }, to: { path: otherPlugins, pathNot: '^plugins/[^/]+/contract\\.ts$' } },
    { name: 'test-meets-test-kits', severity: 'error', comment: 'A test may use contract.ts and testing.ts of another plugin; the rest is its own business.', from: { path: `^plugins/([^/]+)/.*${test}` }, to: { path: otherPlugins, pathNot: '^plugins/[^/]+/(contract|testing)\\.ts$' } },
    { name: 'plugin-server', severity: 'error', comment: 'A plugin’s server imports @loctelli/core and @loctelli/core/server by those names, and never a web part.', from: { path: '^plugins/([^/]+)/server/', pathNot: test }, to: { path: ['^plugins/$1/web/', '^core/(web|cli|testing)/', '^apps/'] } },
    { name: 'plugin-web', severity: 'error', comment: 'A plugin’s web imports @loctelli/core and @loctelli/core/web by those names, and never a server part.', from: { path: '^plugins/([^/]+)/web/', pathNot: test }, to: { path: ['^plugins/$1/server/', '^core/(server|cli|testing)/', '^apps/', '^prisma/'] } },
    { name: 'plugin-enters-by-the-door', severity: 'error', comment: 'Import @loctelli/core, /server, /web or /testing: paths into core are not promised to stay.', from: { path: '^plugins/' }, to: { path: '^core/', pathNot: '^core/(contract|server|web|testing)/index\\.ts$' } },
    { name: 'prisma-client-behind-core', severity: 'error', comment: 'Plugins get the client bound to the tenant by injecting Database; types come from @loctelli/core/server.', from: { path: '^plugins/' }, to: { path: '^prisma/' } },
    { name: 'apps-compose', severity: 'error', comment: 'Apps know core and the generated lists, no plugin by name.', from: { path: '^apps/', pathNot: '^apps/[^/]+/generated/' }, to: { path: '^plugins/' } },
    { name: 'web-app-speaks-http', severity: 'error', comment: 'The web reaches the server over HTTP only.', from: { path: '^apps/web/' }, to: { path: ['^core/(server|cli|testing)/', '^plugins/[^/]+/server/', '^prisma/', '^apps/api/'] } },
    { name: 'api-app-without-web', severity: 'error', comment: 'The API draws nothing.', from: { path: '^apps/api/', pathNot: test }, to: { path: ['^core/(web|testing)/', '^apps/web/', '^plugins/[^/]+/web/'] } },
    { name: 'data-imports-nothing', severity: 'error', comment: 'tenants/ and prisma/ are data.', from: { path: '^(tenants|prisma)/', pathNot: built }, to: {} },
    { name: 'resolvable', severity: 'error', comment: 'The import leads nowhere: correct the path, keep its extension.', from: {}, to: { couldNotResolve: true, pathNot: ['\\.css$', '/generated/'] } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/build/'] },
    exclude: { path: ['^dist/', '\\.next/', 'next-env\\.d\\.ts$', '^\\.loctelli/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'] },
  },
};
