const base = {
  rootDir: import.meta.dirname,
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.(ts|tsx|js|mjs)$': '<rootDir>/core/testing/jest-transformer.cjs' },
  // Dependencies that are ES modules are compiled too; the transformer leaves CommonJS alone.
  transformIgnorePatterns: [],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.loctelli/', '<rootDir>/apps/web/.next/'],
  testPathIgnorePatterns: ['/node_modules/'],
  setupFiles: ['<rootDir>/core/testing/property-seed.ts'],
};

/** `server` and `web` are the tests beside the code; `browser` needs the whole product running, which `npm test` brings up. */
export default {
  testSequencer: '<rootDir>/core/testing/test-order.mjs',
  // Only the outermost level is heard.
  testTimeout: 60_000,
  projects: [
    {
      ...base,
      displayName: 'server',
      testEnvironment: 'node',
      roots: ['<rootDir>/core', '<rootDir>/plugins', '<rootDir>/apps'],
      testRegex: '\\.test\\.ts$',
    },
    {
      ...base,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['browser', 'require', 'default'] },
      roots: ['<rootDir>/core', '<rootDir>/plugins', '<rootDir>/apps'],
      testRegex: '\\.test\\.tsx$',
      moduleNameMapper: { '\\.css$': '<rootDir>/core/testing/empty.cjs' },
    },
    {
      ...base,
      displayName: 'browser',
      testEnvironment: '<rootDir>/e2e/environment.mjs',
      roots: ['<rootDir>'],
      testRegex: '/e2e/.*\\.test\\.ts$',
      setupFilesAfterEnv: ['<rootDir>/e2e/second-try.ts'],
    },
  ],
};
