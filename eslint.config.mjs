import next from 'eslint-config-next';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import loctelli from './core/cli/lint/rules.mjs';

const web = ['core/web/**/*.{ts,tsx}', 'plugins/*/web/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}'];
const tests = ['**/*.test.{ts,tsx}', 'core/testing/**', 'e2e/**', 'bench/**'];

/** What the compiler does not see: names, sizes, places, and what belongs into a theme or a translation. */
export default defineConfig(
  globalIgnores(['**/node_modules/', '**/dist/', '**/generated/', '**/.next/', 'prisma/build/', '.loctelli/', 'coverage/', '**/next-env.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      // A class as the token that is injected and an interface of the same name as its type: how the kernel names Config and Database.
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mts,mjs,cjs}'],
    plugins: { loctelli },
    rules: {
      'loctelli/file-name': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.property.name='$queryRawUnsafe'], CallExpression[callee.property.name='$executeRawUnsafe']", message: 'Use a tagged template ($queryRaw`…`): its values are parameters.' },
      ],
    },
  },
  {
    // Injected classes are only named in constructors, as types; their decorators' metadata needs them as values.
    files: ['core/server/**', 'plugins/*/server/**', 'apps/api/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Inject Config: the environment is parsed once, in core/server/config.' }],
    },
  },
  { files: ['core/server/config/**', 'core/server/start-api.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: web,
    extends: [next],
    settings: { react: { version: '19.3' }, next: { rootDir: 'apps/web' } },
    rules: {
      // These speak to React's compiler, which is not used here.
      'react-hooks/set-state-in-effect': 'off',
      'react-hooks/refs': 'off',
      'react-hooks/static-components': 'off',
      'react-hooks/immutability': 'off',
      'react-hooks/purity': 'off',
      'react-hooks/incompatible-library': 'off',
      // Logos come from tenants at any address and size; definePluginWeb({ … }) is what a plugin exports.
      '@next/next/no-img-element': 'off',
      '@next/next/no-html-link-for-pages': 'off',
      '@next/next/no-location-assign-relative-destination': 'off',
      'import/no-anonymous-default-export': 'off',
      'no-restricted-imports': ['error', { name: 'next/link', message: 'Use Link of @loctelli/core/web: it fetches a page ahead when somebody points at it, not when it is in sight.' }],
    },
  },
  { files: ['core/web/ui/link.tsx'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: web,
    ignores: ['core/web/theme/**', ...tests],
    plugins: { loctelli },
    rules: { 'loctelli/no-colour-literal': 'error', 'loctelli/no-visible-text': 'error' },
  },
  { files: tests, rules: { '@typescript-eslint/no-explicit-any': 'off', 'loctelli/file-name': 'off', 'no-restricted-syntax': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
