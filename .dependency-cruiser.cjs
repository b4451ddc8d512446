// Who may import whom (docs/adr has why). Biome says the same while typing; this also follows what is reached
// through others, and finds cycles.
const within = (path) => ({ path: `^${path}` });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types are gone when it runs, so a circle that has one in it is none.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-missing-module',
      comment: 'The types of the Lambda runtime have no module behind them, and CloudFront brings its own.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(aws-lambda|cloudfront)$' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules know no AWS, no clock and no storage: only themselves, dates, canonical JSON, and schemas.',
      severity: 'error',
      from: within('functions/domain/'),
      to: {
        pathNot: [
          '^functions/domain/',
          '^node_modules/(temporal-polyfill|temporal-utils|temporal-spec|canonicalize|zod|@cfworker/json-schema)/',
          '^(services|calendars)/',
        ],
      },
    },
    {
      name: 'ports-speak-domain',
      severity: 'error',
      from: within('functions/ports/'),
      to: { pathNot: '^functions/(domain|ports)/' },
    },
    {
      name: 'use-cases-know-no-adapter',
      severity: 'error',
      from: within('functions/use-cases/'),
      to: {
        pathNot: [
          '^functions/(domain|ports|use-cases|words|papers)/',
          '^functions/log\\.ts$',
          '^crypto$',
          '^node_modules/(ulid|file-type|temporal-polyfill|temporal-utils|temporal-spec|zod)/',
        ],
      },
    },
    {
      name: 'papers-know-rules-and-words',
      severity: 'error',
      from: within('functions/(papers|words)/'),
      to: { path: '^functions/(?!domain/|papers/|words/)|^node_modules/@aws-sdk/' },
    },
    {
      name: 'adapters-know-no-use-case',
      severity: 'error',
      from: within('functions/adapters/'),
      to: { path: '^functions/(use-cases|api|events|workflow|http|container\\.ts)' },
    },
    {
      name: 'functions-know-no-infrastructure',
      severity: 'error',
      from: within('functions/'),
      to: { path: '^(infra|portal|local|test)/' },
    },
    {
      name: 'infrastructure-shares-names-only',
      comment:
        'Of the functions, infra sees the names of their settings and the routes they describe, and nothing that runs in them.',
      severity: 'error',
      from: within('infra/'),
      to: {
        path: '^(portal|local|test)/|^functions/(adapters|use-cases|http|container\\.ts)',
        pathNot: '^functions/http/contract/',
      },
    },
    {
      name: 'portal-sees-types-and-rules',
      severity: 'error',
      from: within('portal/'),
      to: {
        path: '^(infra|local|test)/|^functions/(?!domain/|words/|language\\.ts)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'customers-get-no-staff-code',
      severity: 'error',
      from: within('portal/customer/'),
      to: { path: '^portal/staff/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules/.+/node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
